// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text_search.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

#include "base/parallel.h"
#include "input/block.h"
#include "input/encoding.h"
#include "input/record_parser.h"
#include "query/search_plan.h"
#include "query/text_scan.h"
#include "store/record_reader.h"

namespace undelivered {
namespace {

/// One thread's share of a search.
class Searcher {
 public:
  Searcher(std::shared_ptr<const DeliveryLog> log, const SearchPlan& plan, std::stop_token stop)
      : m_log(std::move(log)), m_plan(plan), m_stop(std::move(stop)), m_reader(m_log) {}

  Result<void> search(std::size_t chunkIndex, std::vector<std::uint32_t>& rows) {
    const Chunk& chunk = m_log->chunks()[chunkIndex];
    const Source& source = m_log->source(chunk.source);
    const std::uint32_t firstRow = m_log->firstRow(chunkIndex);
    const auto size = static_cast<std::size_t>(endOf(chunkIndex) - chunk.baseOffset);
    const auto loaded = m_block.load(*source.file, chunk.baseOffset, size, source.state.size);
    if (const auto same = checkUnchanged(source); !same) return same;
    if (!loaded) return loaded;

    const bool json = source.recognition.format != Format::Delimited;
    const Encoding encoding = source.recognition.encoding;
    // Bytes that are no UTF-8 are read in another encoding, cell by cell: what they stand for is not known here.
    const ByteScan& scan = m_plan.scanFor(encoding, encoding == Encoding::Windows1252 || isValidUtf8(m_block.text()));
    if (scan.useless) return readAll(chunk, firstRow, rows);
    m_starts.assign(chunk.offset.begin(), chunk.offset.end());
    m_starts.erase(std::unique(m_starts.begin(), m_starts.end()), m_starts.end());
    m_hits.clear();
    const TextNeedle needle{scan.text, scan.suspects, json, m_plan.matchesCase()};
    scanRecords(m_block.text().data(), static_cast<std::uint32_t>(m_block.text().size()), m_starts, needle, m_hits);
    const bool asRead =
        m_plan.staysInCell(source.recognition.delimiter) && !(source.recognition.guarded && m_plan.mayMeetGuard());
    return decide(chunk, firstRow, !json && scan.bytesDecide && asRead, rows);
  }

 private:
  /// Takes the records with a hit; those where the bytes do not decide are read.
  Result<void> decide(const Chunk& chunk, std::uint32_t firstRow, bool bytesDecide, std::vector<std::uint32_t>& rows) {
    std::uint32_t row = 0;
    for (const TextHit& hit : m_hits) {
      if (m_stop.stop_requested()) return {};
      // Several records of one event share an offset: a hit is one for all of them.
      const auto after = std::upper_bound(chunk.offset.begin() + row, chunk.offset.end(), hit.position);
      auto end = static_cast<std::uint32_t>(after - chunk.offset.begin());
      if (end == 0) continue;  // a line before the first record that holds none
      std::uint32_t begin = end - 1;
      while (begin > row && chunk.offset[begin - 1] == chunk.offset[begin]) --begin;
      // A chunk whose lines and records go in step leaves lines out only behind its last record.
      const bool inRecord =
          (chunk.lineShifts.empty() && end < chunk.size()) || isOnFirstLine(chunk.offset[begin], hit.position);
      for (row = begin; row < end; ++row) {
        bool found = bytesDecide && inRecord && !hit.doubtful;
        if (!found) {
          const auto matched = matchesInFull(RowId{firstRow + row});
          if (!matched) return tl::unexpected(matched.error());
          found = *matched;
        }
        if (found) rows.push_back(firstRow + row);
      }
    }
    return {};
  }

  /// Whether no line ends before a hit: behind one may be a line that was left out.
  bool isOnFirstLine(std::uint32_t start, std::uint32_t hit) const {
    const std::string_view before = m_block.text().substr(start, hit - start);
    return before.find('\n') == std::string_view::npos && before.find('\r') == std::string_view::npos;
  }

  Result<void> readAll(const Chunk& chunk, std::uint32_t firstRow, std::vector<std::uint32_t>& rows) {
    for (std::uint32_t row = 0; row < chunk.size() && !m_stop.stop_requested(); ++row) {
      const auto matched = matchesInFull(RowId{firstRow + row});
      if (!matched) return tl::unexpected(matched.error());
      if (*matched) rows.push_back(firstRow + row);
    }
    return {};
  }

  Result<bool> matchesInFull(RowId row) {
    const auto record = m_reader.read(row);
    if (!record) return tl::unexpected(record.error());
    return std::any_of(record->fields.begin(), record->fields.end(),
                       [this](const auto& field) { return m_plan.occursIn(field.second); });
  }

  std::uint64_t endOf(std::size_t chunkIndex) const {
    const auto chunks = m_log->chunks();
    const bool next = chunkIndex + 1 < chunks.size() && chunks[chunkIndex + 1].source == chunks[chunkIndex].source;
    return next ? chunks[chunkIndex + 1].baseOffset : m_log->source(chunks[chunkIndex].source).state.size;
  }

  std::shared_ptr<const DeliveryLog> m_log;
  const SearchPlan& m_plan;
  std::stop_token m_stop;
  RecordReader m_reader;
  Block m_block;
  std::vector<std::uint32_t> m_starts;
  std::vector<TextHit> m_hits;
};

}  // namespace

Result<std::vector<std::uint32_t>> searchText(const std::shared_ptr<const DeliveryLog>& log, std::string_view text,
                                              bool matchCase, std::stop_token stop) {
  const SearchPlan plan(text, matchCase);
  const std::size_t chunkCount = log->chunks().size();
  std::vector<std::vector<std::uint32_t>> found(chunkCount);
  std::atomic<std::size_t> next = 0;
  std::mutex errorMutex;
  std::optional<Error> error;

  const auto work = [&](std::size_t) {
    Searcher searcher(log, plan, stop);
    for (std::size_t i = next++; i < chunkCount && !stop.stop_requested(); i = next++) {
      if (const auto done = searcher.search(i, found[i]); !done) {
        const std::lock_guard lock(errorMutex);
        error = done.error();
        if (error->subject.empty()) error->subject = log->source(log->chunks()[i].source).path;
        next = chunkCount;
      }
    }
  };
  onThreads(threadsFor(chunkCount), work);
  if (stop.stop_requested()) return cancelled();
  if (error) return tl::unexpected(*error);

  std::vector<std::uint32_t> rows;
  std::size_t total = 0;
  for (const auto& part : found) total += part.size();
  rows.reserve(total);
  for (const auto& part : found) rows.insert(rows.end(), part.begin(), part.end());
  return rows;
}

}  // namespace undelivered
