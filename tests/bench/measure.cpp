// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measure.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

extern char** environ;

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

std::string shown(double value) {
  if (value >= 1e6) return fmt::format("{:.2f} M", value / 1e6);
  return value >= 100 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value);
}

}  // namespace

double Times::median() const {
  std::vector<double> sorted = m_seconds;
  std::sort(sorted.begin(), sorted.end());
  return sorted.empty() ? 0 : sorted[sorted.size() / 2];
}

void Report::heading(const std::string& text) { fmt::print("\n{}\n", text); }

void Report::add(Figure figure) {
  fmt::print("  {:<44} {:>9} {:<7}", figure.name, shown(figure.value), figure.unit);
  if (!figure.comparedWith.empty()) {
    fmt::print(" {:>9} {:<7} x {:<7} {}", shown(figure.reference), figure.unit,
               figure.reference > 0 ? fmt::format("{:.2f}", figure.value / figure.reference) : "-",
               figure.comparedWith);
  }
  fmt::print("\n");
  std::fflush(stdout);
  m_figures.push_back(std::move(figure));
}

bool Report::writeJson(const std::string& path) const {
  std::string text = "[";
  for (const Figure& figure : m_figures) {
    text += fmt::format("{}\n  {{\"name\":\"{}\",\"rows\":{},\"value\":{},\"unit\":\"{}\"", text.size() > 1 ? "," : "",
                        figure.name, figure.rows, figure.value, figure.unit);
    if (!figure.comparedWith.empty()) {
      text += fmt::format(",\"comparedWith\":\"{}\",\"reference\":{}", figure.comparedWith, figure.reference);
      if (figure.reference > 0) text += fmt::format(",\"ratio\":{}", figure.value / figure.reference);
    }
    text += "}";
  }
  text += "\n]\n";
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && written;
}

bool runProgram(const std::vector<std::string>& arguments) {
  std::vector<char*> words;
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int error = posix_spawnp(&child, words.front(), &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  return error == 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::uint64_t residentMemory() { return statusBytes("VmRSS:"); }
std::uint64_t peakMemory() { return statusBytes("VmHWM:"); }

void resetPeakMemory() {
  std::ofstream refs("/proc/self/clear_refs");
  refs << "5";  // since Linux 4.0: the peak becomes what is resident now
}

}  // namespace undelivered::bench
