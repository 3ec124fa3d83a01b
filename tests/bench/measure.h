// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace undelivered::bench {

/// The median of several measured times, in seconds.
class Times {
 public:
  template <class Work>
  auto measure(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    auto result = work();
    add(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return result;
  }
  void add(double seconds) { m_seconds.push_back(seconds); }
  double median() const;

 private:
  std::vector<double> m_seconds;
};

/// Resident memory now, and the highest since resetPeakMemory(); bytes, 0 where the system does not tell.
std::uint64_t residentMemory();
std::uint64_t peakMemory();
/// Gives what was freed back to the system, so that it is not counted for what comes next.
void resetPeakMemory();

/// A file's size in GB.
double gigabytes(const std::string& path);

}  // namespace undelivered::bench
