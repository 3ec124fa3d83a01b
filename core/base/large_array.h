// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace undelivered {

/// Memory that is not written before it is used: on huge pages where there is much of it and the system has them, since
/// the first touch of each page costs as much as filling it.
void* allocateMemory(std::size_t bytes);
/// Memory that will be written at once and as a whole: its pages are asked of the system together, where that can be,
/// and not by a fault for each.
void* allocateWritten(std::size_t bytes);
void releaseMemory(void* memory);

/// Gives memory back to allocateMemory() and allocateWritten().
struct ReleaseMemory {
  void operator()(void* memory) const { releaseMemory(memory); }
};

/// Plain values side by side, in memory that a pointer of some kind owns.
template <class T, class Pointer>
class OwnedValues {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  OwnedValues() = default;
  OwnedValues(Pointer values, std::size_t size) : m_values(std::move(values)), m_size(size) {}

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
  Pointer m_values;
  std::size_t m_size = 0;
};

/// As many plain values as it was made for, not written yet: zeros for millions would cost as much as a pass, and would
/// be written by one thread alone.
template <class T>
class LargeArray : public OwnedValues<T, std::unique_ptr<T, ReleaseMemory>> {
 public:
  LargeArray() = default;
  explicit LargeArray(std::size_t size)
      : OwnedValues<T, std::unique_ptr<T, ReleaseMemory>>(
            std::unique_ptr<T, ReleaseMemory>(size ? static_cast<T*>(allocateMemory(size * sizeof(T))) : nullptr),
            size) {}
};

}  // namespace undelivered
