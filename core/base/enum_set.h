// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>

namespace undelivered {

/// A set of values of an enumeration with at most 32 values that start at 0.
template <class E>
class EnumSet {
 public:
  constexpr EnumSet() = default;
  constexpr EnumSet(std::initializer_list<E> values) {
    for (E value : values) insert(value);
  }

  constexpr bool contains(E value) const { return (m_bits & bit(value)) != 0; }
  constexpr bool empty() const { return m_bits == 0; }
  constexpr int size() const { return std::popcount(m_bits); }
  constexpr void insert(E value) { m_bits |= bit(value); }
  constexpr void erase(E value) { m_bits &= ~bit(value); }
  constexpr void toggle(E value) { m_bits ^= bit(value); }
  constexpr void clear() { m_bits = 0; }
  constexpr std::uint32_t bits() const { return m_bits; }

  constexpr bool operator==(const EnumSet&) const = default;

 private:
  static constexpr std::uint32_t bit(E value) { return std::uint32_t{1} << static_cast<std::uint32_t>(value); }

  std::uint32_t m_bits = 0;
};

}  // namespace undelivered
