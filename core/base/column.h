// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

#include "base/large_array.h"

namespace undelivered {

/// Plain values in memory that it shares with other columns. Copies share the values too: they are not written to once
/// there is one.
template <class T>
using Column = OwnedValues<T, std::shared_ptr<T>>;

/// Memory for columns, which a log has thousands of, in pieces whose pages are asked of the system together. For one
/// thread; a piece is released with the last column in it.
///
/// Not on huge pages: those have to be made first where the memory is in pieces, as that of a machine is that has read
/// files, and a load would wait for it longer than they save.
class ColumnMemory {
 public:
  /// The first values, each of which fits into a T.
  template <class T, class From>
  Column<T> copyOf(const std::vector<From>& values, std::size_t count) {
    if (count == 0) return {};
    T* const place = static_cast<T*>(take(count * sizeof(T)));
    std::transform(values.data(), values.data() + count, place, [](auto value) { return static_cast<T>(value); });
    return {std::shared_ptr<T>(m_piece, place), count};
  }

 private:
  // A small log takes little, and a large one loses no more than a piece for each thread.
  static constexpr std::size_t kFirstPiece = std::size_t{32} << 10, kGrowth = 8, kLargestPiece = std::size_t{2} << 20;
  static constexpr std::size_t kAlignment = 64;

  void* take(std::size_t bytes) {
    bytes = (bytes + kAlignment - 1) / kAlignment * kAlignment;
    if (bytes > m_left) addPiece(bytes);
    m_left -= bytes;
    return static_cast<char*>(m_piece.get()) + m_size - m_left - bytes;
  }
  void addPiece(std::size_t bytes) {
    m_size = std::max(bytes, m_nextSize);
    m_nextSize = std::min(kLargestPiece, m_nextSize * kGrowth);
    m_piece = std::shared_ptr<void>(allocateWritten(m_size), releaseMemory);
    m_left = m_size;
  }

  std::shared_ptr<void> m_piece;
  std::size_t m_size = 0, m_left = 0;
  std::size_t m_nextSize = kFirstPiece;
};

}  // namespace undelivered
