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
  std::span<const std::uint8_t> passes() const { return m_passes; }
  /// A bit for each kind, where there are at most kFewKinds, as in nearly every log.
  static constexpr std::size_t kFewKinds = 128;
  bool few() const { return m_passes.size() <= kFewKinds; }
  const std::array<std::uint8_t, kFewKinds / 8>& bits() const { return m_bits; }

 private:
  std::vector<std::uint8_t> m_passes;
  std::array<std::uint8_t, kFewKinds / 8> m_bits{};
};

/// One bit for each row of a chunk: bit i of word w is row 64 w + i.
using MarkWords = std::vector<std::uint64_t>;

/// The rows whose kind passes.
MarkWords markKinds(std::span<const std::uint16_t> kinds, const KindTable& table);
/// Takes away the marks of rows whose time is not in [since, since + width).
void keepTimes(std::span<const std::uint32_t> times, std::uint32_t since, std::uint32_t width, MarkWords& marks);
/// How many rows are marked.
std::uint32_t countMarks(const MarkWords& marks);
/// Writes the numbers of the marked rows, the chunk's first row being `firstRow`; as many as countMarks() says.
void writeMarked(const MarkWords& marks, std::uint32_t firstRow, std::uint32_t* out);

}  // namespace undelivered
