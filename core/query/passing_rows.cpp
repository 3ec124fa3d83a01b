// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/parallel.h"
#include "query/marked_rows.h"
#include "query/row_marks.h"
#include "query/row_scan.h"

namespace undelivered {
namespace {

// Below this many chunks a second thread costs more than it saves.
constexpr std::size_t kChunksPerThread = 16;

/// Marks the rows of a chunk that pass.
void markChunk(const Chunk& chunk, const KindTable& table, const TimeRange& range, Marks marks) {
  // Rows without a time have 0 and pass no range: they wrap around to more than its width.
  const std::uint32_t since = std::max<std::uint32_t>(range.since, 1);
  const std::uint64_t width = range.until > since ? range.until - since : 0;
  const bool allInside = range.everything() || (chunk.earliest >= since && chunk.latest < range.until);
  const bool noneInside = !range.everything() && (chunk.latest < since || chunk.earliest >= range.until);
  if (noneInside) {
    std::fill(marks.begin(), marks.end(), std::uint64_t{0});
    return;
  }
  markAll(chunk.size(), marks);
  if (!allInside) {
    keepTimes(chunk.time, since, static_cast<std::uint32_t>(width), marks);
    // In the order of time most chunks are outside: their kinds need no look.
    if (countMarks(marks) == 0) return;
  }
  if (!table.passesAll()) keepKinds(chunk.kind, table, marks);
}

RowSet passingOfAll(const DeliveryLog& log, const KindTable& table, const TimeRange& range,
                    const std::stop_token& stop) {
  const std::span<const Chunk> chunks = log.chunks();
  std::vector<std::uint32_t> sizes;
  sizes.reserve(chunks.size());
  for (const Chunk& chunk : chunks) sizes.push_back(chunk.size());
  MarkedRows rows(sizes);
  forEachInParallel(chunks.size(), threadsFor(chunks.size() / kChunksPerThread), [&](std::size_t i) {
    if (stop.stop_requested()) return;
    markChunk(chunks[i], table, range, rows.marks(i));
    rows.countPart(i);
  });
  // Marks that were not made say nothing.
  if (stop.stop_requested()) return {};
  rows.finish();
  return RowSet(std::move(rows));
}

}  // namespace

RowSet passingRows(const DeliveryLog& log, const RowList& among, const KindFilter& kinds, const TimeRange& range,
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
  if (count == rows.size()) return RowSet(std::move(rows));
  RowArray passing(count);
  std::copy_n(rows.begin(), count, passing.begin());
  return RowSet(std::move(passing));
}

}  // namespace undelivered
