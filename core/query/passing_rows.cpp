// SPDX-License-Identifier: GPL-3.0-or-later
#include <bit>
#include <numeric>

#include "base/parallel.h"
#include "query/row_scan.h"

namespace undelivered {
namespace {

constexpr std::uint32_t kWordRows = 64;
// Below this many chunks a second thread costs more than it saves.
constexpr std::size_t kChunksPerThread = 16;

/// One bit for each row of a chunk, and how many are set.
struct Marks {
  std::vector<std::uint64_t> words;
  std::uint32_t count = 0;
};

template <class Passes>
Marks mark(std::uint32_t rows, const Passes& passes) {
  Marks marks;
  marks.words.resize((rows + kWordRows - 1) / kWordRows);
  for (std::uint32_t word = 0; word < marks.words.size(); ++word) {
    const std::uint32_t first = word * kWordRows;
    const std::uint32_t count = std::min(kWordRows, rows - first);
    std::uint64_t bits = 0;
    for (std::uint32_t i = 0; i < count; ++i) bits |= std::uint64_t{passes(first + i)} << i;
    marks.words[word] = bits;
    marks.count += static_cast<std::uint32_t>(std::popcount(bits));
  }
  return marks;
}

Marks markChunk(const Chunk& chunk, const std::uint8_t* pass, const TimeRange& range) {
  const std::uint16_t* kind = chunk.kind.data();
  if (range.everything()) return mark(chunk.size(), [&](std::uint32_t row) { return pass[kind[row]]; });
  // Rows without a time have 0 and pass no range: they wrap around to more than its width.
  const std::uint32_t* time = chunk.time.data();
  const std::uint32_t since = std::max<std::uint32_t>(range.since, 1);
  const std::uint64_t width = range.until > since ? range.until - since : 0;
  return mark(chunk.size(), [&](std::uint32_t row) {
    return static_cast<std::uint8_t>(pass[kind[row]] & static_cast<std::uint8_t>(time[row] - since < width));
  });
}

void writeRows(const Marks& marks, std::uint32_t firstRow, std::uint32_t* out) {
  for (std::uint32_t word = 0; word < marks.words.size(); ++word) {
    const std::uint32_t base = firstRow + word * kWordRows;
    for (std::uint64_t bits = marks.words[word]; bits != 0; bits &= bits - 1) {
      *out++ = base + static_cast<std::uint32_t>(std::countr_zero(bits));
    }
  }
}

/// First how many rows of each chunk pass, so that the list is made once and every chunk knows its place in it.
std::vector<std::uint32_t> passingOfAll(const DeliveryLog& log, const std::vector<std::uint8_t>& table,
                                        const TimeRange& range, const std::stop_token& stop) {
  const std::size_t chunks = log.chunks().size();
  const std::size_t threads = threadsFor(chunks / kChunksPerThread);
  std::vector<Marks> marks(chunks);
  forEachInParallel(chunks, threads, [&](std::size_t i) {
    if (!stop.stop_requested()) marks[i] = markChunk(log.chunks()[i], table.data(), range);
  });
  std::vector<std::uint32_t> begin(chunks + 1, 0);
  for (std::size_t i = 0; i < chunks; ++i) begin[i + 1] = begin[i] + marks[i].count;
  std::vector<std::uint32_t> rows(begin.back());
  forEachInParallel(chunks, threads, [&](std::size_t i) {
    if (!stop.stop_requested()) writeRows(marks[i], log.firstRow(i), rows.data() + begin[i]);
  });
  return rows;
}

}  // namespace

std::vector<std::uint32_t> passingRows(const DeliveryLog& log, const RowList& among, const KindFilter& kinds,
                                       const TimeRange& range, const std::stop_token& stop) {
  const std::vector<std::uint8_t> table = kinds.table();
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
