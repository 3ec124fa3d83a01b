// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace undelivered {

/// A set of hashes (never 0) in 8 to 16 bytes each: open addressing, linear probing.
class HashSet {
 public:
  /// Whether the hash is new.
  bool insert(std::uint64_t hash) {
    reserveMore(1);
    if (!place(hash)) return false;
    ++m_size;
    return true;
  }

  /// Room for so many that are new.
  void reserveMore(std::size_t count) {
    while (2 * (m_size + count) > m_slots.size() + m_slots.size() / 2) grow();
  }

  /// That the hash will be inserted or looked for soon.
  void prefetch(std::uint64_t hash) const {
    if (!m_slots.empty()) __builtin_prefetch(&m_slots[hash & (m_slots.size() - 1)], 1);
  }

  std::size_t size() const { return m_size; }
  bool contains(std::uint64_t hash) const {
    if (m_slots.empty()) return false;
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask; m_slots[at] != 0; at = (at + 1) & mask) {
      if (m_slots[at] == hash) return true;
    }
    return false;
  }

 private:
  bool place(std::uint64_t hash) {
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      if (m_slots[at] == hash) return false;
      if (m_slots[at] == 0) {
        m_slots[at] = hash;
        return true;
      }
    }
  }

  void grow() {
    std::vector<std::uint64_t> old(m_slots.empty() ? 1024 : 2 * m_slots.size());
    old.swap(m_slots);
    for (std::uint64_t hash : old) {
      if (hash) place(hash);
    }
  }

  std::vector<std::uint64_t> m_slots;  // size a power of two; 0: free
  std::size_t m_size = 0;
};

}  // namespace undelivered
