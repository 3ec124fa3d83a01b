// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
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
    m_seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return result;
  }
  double median() const;

 private:
  std::vector<double> m_seconds;
};

/// One line of the report.
struct Figure {
  std::string name;
  std::uint64_t rows = 0;
  double value = 0;
  std::string unit;          ///< "s", "ms", "rows/s", "B/row", ...
  std::string comparedWith;  ///< what was measured beside it in the same run; empty: nothing
  double reference = 0;      ///< in the same unit
};

class Report {
 public:
  /// Keeps a figure and prints it.
  void add(Figure figure);
  void heading(const std::string& text);
  /// False, with errno set, when it cannot be written.
  bool writeJson(const std::string& path) const;

 private:
  std::vector<Figure> m_figures;
};

/// Runs a program with arguments, its output thrown away; false when it does not run or fails.
bool runProgram(const std::vector<std::string>& arguments);

/// Resident memory now, and the highest since resetPeakMemory(); bytes, 0 where the system does not tell.
std::uint64_t residentMemory();
std::uint64_t peakMemory();
void resetPeakMemory();

}  // namespace undelivered::bench
