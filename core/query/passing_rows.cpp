// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>

#include "base/parallel.h"
#include "query/row_marks.h"
#include "query/row_scan.h"

namespace undelivered {
namespace {

// Below this many chunks a second thread costs more than it saves.
constexpr std::size_t kChunksPerThread = 16;

MarkWords markChunk(const Chunk& chunk, const KindTable& table, const TimeRange& range) {
  MarkWords marks = markKinds(chunk.kind, table);
  if (range.everything()) return marks;
  // Rows without a time have 0 and pass no range: they wrap around to more than its width.
  const std::uint32_t since = std::max<std::uint32_t>(range.since, 1);
  const std::uint64_t width = range.until > since ? range.until - since : 0;
  keepTimes(chunk.time, since, static_cast<std::uint32_t>(width), marks);
  return marks;
}

/// First how many rows of each chunk pass, so that the list is made once and every chunk knows its place in it.
std::vector<std::uint32_t> passingOfAll(const DeliveryLog& log, const KindTable& table, const TimeRange& range,
                                        const std::stop_token& stop) {
  const std::size_t chunks = log.chunks().size();
  const std::size_t threads = threadsFor(chunks / kChunksPerThread);
  std::vector<MarkWords> marks(chunks);
  std::vector<std::uint32_t> begin(chunks + 1, 0);
  forEachInParallel(chunks, threads, [&](std::size_t i) {
    if (stop.stop_requested()) return;
    marks[i] = markChunk(log.chunks()[i], table, range);
    begin[i + 1] = countMarks(marks[i]);
  });
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<std::uint32_t> rows(begin.back());
  forEachInParallel(chunks, threads, [&](std::size_t i) {
    if (!stop.stop_requested()) writeMarked(marks[i], log.firstRow(i), rows.data() + begin[i]);
  });
  return rows;
}

}  // namespace

std::vector<std::uint32_t> passingRows(const DeliveryLog& log, const RowList& among, const KindFilter& kinds,
                                       const TimeRange& range, const std::stop_token& stop) {
  const KindTable table(kinds.table());
  if (!among) return passingOfAll(log, table, range, stop);
  std::vector<std::uint32_t> rows;
  forEachChunk(log, among, stop, [&](std::size_t chunkIndex, std::span<const std::uint32_t> list) {
    const Chunk& chunk = log.chunks()[chunkIndex];
    const std::uint32_t firstRow = log.firstRow(chunkIndex);
    for (const std::uint32_t row : list) {
      if (table[chunk.kind[row - firstRow]] && range.contains(chunk.time[row - firstRow])) rows.push_back(row);
    }
  });
  return rows;
}

}  // namespace undelivered
