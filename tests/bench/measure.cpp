// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measure.h"

#include <malloc.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace undelivered::bench {
namespace {

/// A line of /proc/self/status, such as "VmHWM:   123 kB", in bytes.
std::uint64_t statusBytes(const std::string& key) {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    if (word != key) continue;
    std::uint64_t kibibytes = 0;
    status >> kibibytes;
    return kibibytes * 1024;
  }
  return 0;
}

}  // namespace

double Times::median() const {
  std::vector<double> sorted = m_seconds;
  std::sort(sorted.begin(), sorted.end());
  return sorted.empty() ? 0 : sorted[sorted.size() / 2];
}

std::uint64_t residentMemory() { return statusBytes("VmRSS:"); }
std::uint64_t peakMemory() { return statusBytes("VmHWM:"); }

void resetPeakMemory() {
  ::malloc_trim(0);
  std::ofstream refs("/proc/self/clear_refs");
  refs << "5";  // since Linux 4.0: the peak becomes what is resident now
}

double gigabytes(const std::string& path) { return static_cast<double>(std::filesystem::file_size(path)) / 1e9; }

}  // namespace undelivered::bench
