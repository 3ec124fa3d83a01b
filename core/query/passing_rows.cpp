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

/// Marks the rows of a chunk that pass, and counts them.
std::uint32_t markChunk(const Chunk& chunk, const KindTable& table, const TimeRange& range, Marks marks) {
  markAll(chunk.size(), marks);
  if (!range.everything()) {
    // Rows without a time have 0 and pass no range: they wrap around to more than its width.
    const std::uint32_t since = std::max<std::uint32_t>(range.since, 1);
    const std::uint64_t width = range.until > since ? range.until - since : 0;
    keepTimes(chunk.time, since, static_cast<std::uint32_t>(width), marks);
    // In the order of time most chunks are outside: their kinds need no look.
    if (countMarks(marks) == 0) return 0;
  }
  if (!table.passesAll()) keepKinds(chunk.kind, table, marks);
  return countMarks(marks);
}

/// First how many rows of each chunk pass, so that the list is made once and every chunk knows its place in it.
RowArray passingOfAll(const DeliveryLog& log, const KindTable& table, const TimeRange& range,
                      const std::stop_token& stop) {
  const std::size_t chunks = log.chunks().size();
  const std::size_t threads = threadsFor(chunks / kChunksPerThread);
  std::vector<std::size_t> firstWord(chunks + 1, 0);
  for (std::size_t i = 0; i < chunks; ++i) firstWord[i + 1] = firstWord[i] + markWords(log.chunks()[i].size());
  LargeArray<std::uint64_t> words(firstWord.back());
  const auto marksOf = [&](std::size_t i) {
    return Marks(words.data() + firstWord[i], words.data() + firstWord[i + 1]);
  };
  std::vector<std::uint32_t> begin(chunks + 1, 0);
  forEachInParallel(chunks, threads, [&](std::size_t i) {
    if (!stop.stop_requested()) begin[i + 1] = markChunk(log.chunks()[i], table, range, marksOf(i));
  });
  // Marks that were not made say nothing.
  if (stop.stop_requested()) return {};
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  RowArray rows(begin.back());
  forEachInParallel(chunks, threads, [&](std::size_t i) {
    const std::uint32_t count = begin[i + 1] - begin[i];
    if (count > 0 && !stop.stop_requested()) writeMarked(marksOf(i), log.firstRow(i), count, rows.data() + begin[i]);
  });
  return rows;
}

}  // namespace

RowArray passingRows(const DeliveryLog& log, const RowList& among, const KindFilter& kinds, const TimeRange& range,
                     const std::stop_token& stop) {
  const KindTable table(kinds.table());
  if (!among) return passingOfAll(log, table, range, stop);
  RowArray rows(among->size());
  std::size_t count = 0;
  forEachChunk(log, among, stop, [&](std::size_t chunkIndex, std::span<const std::uint32_t> list) {
    const Chunk& chunk = log.chunks()[chunkIndex];
    const std::uint32_t firstRow = log.firstRow(chunkIndex);
    for (const std::uint32_t row : list) {
      if (table[chunk.kind[row - firstRow]] && range.contains(chunk.time[row - firstRow])) rows[count++] = row;
    }
  });
  if (count == rows.size()) return rows;
  RowArray passing(count);
  std::copy_n(rows.begin(), count, passing.begin());
  return passing;
}

}  // namespace undelivered
