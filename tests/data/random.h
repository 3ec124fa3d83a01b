// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace undelivered::samples {

/// Random numbers that are the same everywhere: SplitMix64 (Steele, Lea, Flood 2014), without the distributions of the
/// standard library, whose results differ between implementations.
class Random {
 public:
  explicit Random(std::uint64_t seed) : m_state(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (m_state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  /// 0 to bound - 1.
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32); }
  int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::uint32_t>(high - low + 1))); }
  bool perMille(std::uint32_t chance) { return below(1000) < chance; }

  template <class Container>
  const auto& pick(const Container& values) {
    return values[below(static_cast<std::uint32_t>(std::size(values)))];
  }

 private:
  std::uint64_t m_state;
};

}  // namespace undelivered::samples
