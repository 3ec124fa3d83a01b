// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace undelivered {

/// A row and the number it is sorted by.
struct KeyedRow {
  std::uint32_t key = 0;
  std::uint32_t row = 0;
};

/// Sorts by key, equal keys in the order they came in: three passes of 11 bits, those that change nothing left out.
inline void radixSort(std::vector<KeyedRow>& rows) {
  constexpr unsigned kBits = 11;
  constexpr std::size_t kBuckets = std::size_t{1} << kBits;
  std::array<std::array<std::uint32_t, kBuckets>, 3> counts{};
  for (const KeyedRow& entry : rows) {
    for (unsigned pass = 0; pass < 3; ++pass) ++counts[pass][entry.key >> (pass * kBits) & (kBuckets - 1)];
  }
  std::vector<KeyedRow> other(rows.size());
  for (unsigned pass = 0; pass < 3; ++pass) {
    auto& count = counts[pass];
    std::uint32_t begin = 0;
    bool single = false;
    for (std::uint32_t& entry : count) {
      single |= entry == rows.size();
      begin += std::exchange(entry, begin);
    }
    if (single) continue;
    for (const KeyedRow& entry : rows) other[count[entry.key >> (pass * kBits) & (kBuckets - 1)]++] = entry;
    rows.swap(other);
  }
}

}  // namespace undelivered
