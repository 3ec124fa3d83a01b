// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace undelivered {

/// Which kinds pass a filter, in the two forms that scans need.
class KindTable {
 public:
  /// For each kind 1 or 0.
  explicit KindTable(std::vector<std::uint8_t> passes);

  bool operator[](std::uint16_t kind) const { return m_passes[kind] != 0; }
  bool passesAll() const { return m_passesAll; }
  std::span<const std::uint8_t> passes() const { return m_passes; }
  /// A bit for each kind, where there are at most kFewKinds, as in nearly every log.
  static constexpr std::size_t kFewKinds = 128;
  bool few() const { return m_passes.size() <= kFewKinds; }
  const std::array<std::uint8_t, kFewKinds / 8>& bits() const { return m_bits; }

 private:
  std::vector<std::uint8_t> m_passes;
  bool m_passesAll;
  std::array<std::uint8_t, kFewKinds / 8> m_bits{};
};

/// One bit for each row of a chunk: bit i of word w is row 64 w + i; the bits behind the last row are not set.
using Marks = std::span<std::uint64_t>;
/// How many words the marks of so many rows take.
constexpr std::size_t markWords(std::size_t rows) { return (rows + 63) / 64; }

/// Marks all of so many rows.
void markAll(std::size_t rows, Marks marks);
/// Takes away the marks of rows whose kind does not pass.
void keepKinds(std::span<const std::uint16_t> kinds, const KindTable& table, Marks marks);
/// Takes away the marks of rows whose time is not in [since, since + width).
void keepTimes(std::span<const std::uint32_t> times, std::uint32_t since, std::uint32_t width, Marks marks);
/// How many rows are marked.
std::uint32_t countMarks(std::span<const std::uint64_t> marks);
/// For each of the blocks of equally many words that the marks consist of how many rows are marked before it; gives how
/// many are in all.
std::uint32_t countBlocks(std::span<const std::uint64_t> marks, std::span<std::uint32_t> before);
/// Writes the numbers of the marked rows, the chunk's first row being `firstRow`: `count` of them, as countMarks()
/// says.
void writeMarked(std::span<const std::uint64_t> marks, std::uint32_t firstRow, std::uint32_t count, std::uint32_t* out);

}  // namespace undelivered
