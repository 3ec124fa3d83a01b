// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/large_array.h"

namespace undelivered {

/// Rows of a log in its order, a bit for each row of the log: what a filter finds is kept as it was marked, since the
/// numbers of millions of rows would take longer to write than the marks took to make. Immutable once made.
///
/// A place is found by two searches, of the part (a chunk of the log) and of the block in it, and by writing out the
/// rows of one block.
class MarkedRows {
 public:
  static constexpr std::size_t kBlockWords = 8;
  static constexpr std::size_t kBlockRows = 64 * kBlockWords;

  /// Room for the marks of parts that have so many rows. They are not written yet.
  explicit MarkedRows(std::span<const std::uint32_t> rowsOfParts);

  /// The marks of a part, bit i of word w being its row 64 w + i; to be written, and the last word's bits behind the
  /// last row not set. Different parts may be written by several threads at once.
  std::span<std::uint64_t> marks(std::size_t part);
  /// To be called once a part's marks are written: counts them.
  void countPart(std::size_t part);
  /// To be called once all parts are counted: from then on size() and copy() may be called, by any number of threads.
  void finish();

  std::uint32_t size() const { return m_parts.back().before; }
  /// The numbers of the rows from place `first` on, as many as there is room for; there must be so many.
  void copy(std::uint32_t first, std::span<std::uint32_t> into) const;

 private:
  struct Part {
    std::uint32_t before = 0;    ///< how many rows are marked in the parts before
    std::uint32_t firstRow = 0;  ///< the number of its first row
    std::size_t firstBlock = 0;
  };

  /// Of a part, from a block on as many rows as there is room for and it has; gives how many.
  std::size_t copyOfPart(std::size_t part, std::uint32_t first, std::span<std::uint32_t> into) const;
  std::span<const std::uint64_t> wordsOf(std::size_t block, std::size_t end) const;

  std::vector<Part> m_parts;  // and one behind the last
  LargeArray<std::uint64_t> m_words;
  LargeArray<std::uint32_t> m_before;  // for each block how many rows its part has marked before it
};

}  // namespace undelivered
