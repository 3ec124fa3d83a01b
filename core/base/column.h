// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/large_array.h"

namespace undelivered {

/// Plain values side by side in memory that it shares with other columns. Copies share the values too: they are not
/// written to once there is one.
template <class T>
class Column {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Column() = default;
  Column(std::shared_ptr<T> values, std::size_t size) : m_values(std::move(values)), m_size(size) {}

  std::size_t size() const { return m_size; }
  bool empty() const { return m_size == 0; }
  T* data() { return m_values.get(); }
  const T* data() const { return m_values.get(); }
  T* begin() { return data(); }
  T* end() { return data() + m_size; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + m_size; }
  T& operator[](std::size_t i) { return data()[i]; }
  const T& operator[](std::size_t i) const { return data()[i]; }
  const T& back() const { return data()[m_size - 1]; }
  /// Leaves out all values but the first ones.
  void shrinkTo(std::size_t count) { m_size = count; }

 private:
  std::shared_ptr<T> m_values;
  std::size_t m_size = 0;
};

/// Memory for columns, in pieces so large that most of it lies on huge pages: a log has thousands of columns, and each
/// small page would cost a fault when it is written, and again when the log is closed. For one thread; a piece is
/// released with the last column in it.
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
  // A small log takes little, and of the largest pieces only what is written is taken from the system.
  static constexpr std::size_t kFirstPiece = std::size_t{64} << 10, kGrowth = 8, kLargestPiece = std::size_t{32} << 20;
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
    m_piece = std::shared_ptr<void>(allocateMemory(m_size), releaseMemory);
    m_left = m_size;
  }

  std::shared_ptr<void> m_piece;
  std::size_t m_size = 0, m_left = 0;
  std::size_t m_nextSize = kFirstPiece;
};

}  // namespace undelivered
