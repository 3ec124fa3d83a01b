// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/callgrind.h"

#include <fmt/format.h>

#include <charconv>
#include <sstream>

#include "support/process.h"
#include "support/temporary_folder.h"

namespace undelivered::guard {
namespace {

constexpr const char* kPath = "PATH=/usr/local/bin:/usr/bin:/bin";
constexpr std::chrono::seconds kLimit{580};

std::string_view after(std::string_view line, std::string_view start) {
  return line.starts_with(start) ? line.substr(start.size()) : std::string_view();
}

}  // namespace

std::string valgrindVersion() {
  test::ProcessSetup setup;
  setup.command = {"/usr/bin/env", "-i", kPath, "valgrind", "--version"};
  const auto end = test::runProcess(setup);
  const std::string_view version = after(end.out, "valgrind-");
  return end.exitCode == 0 ? std::string(version.substr(0, version.find('\n'))) : std::string();
}

std::map<std::string, std::uint64_t> countsOf(std::string_view callgrindOutput) {
  std::map<std::string, std::uint64_t> counts;
  std::istringstream in{std::string(callgrindOutput)};
  std::string name;
  for (std::string line; std::getline(in, line);) {
    if (const auto trigger = after(line, "desc: Trigger: "); !trigger.empty()) {
      const auto request = after(trigger, "Client Request: ");
      name = request;  // empty for the dump at the end, which nobody asked for
    }
    const auto total = after(line, "totals: ");
    if (total.empty() || name.empty()) continue;
    std::uint64_t count = 0;
    std::from_chars(total.data(), total.data() + total.size(), count);
    counts[name] += count;
    name.clear();
  }
  return counts;
}

tl::expected<CallgrindRun, std::string> runCallgrind(const std::vector<std::string>& command,
                                                     const std::filesystem::path& folder) {
  const test::TemporaryFolder out;
  test::ProcessSetup setup;
  setup.folder = folder;
  setup.command = {"/usr/bin/env",
                   "-i",
                   kPath,
                   "valgrind",
                   "--quiet",
                   "--tool=callgrind",
                   "--instr-atstart=no",
                   "--combine-dumps=yes",
                   "--callgrind-out-file=" + (out / "counts").string()};
  setup.command.insert(setup.command.end(), command.begin(), command.end());
  const auto end = test::runProcess(setup, kLimit);
  if (end.timedOut) return tl::unexpected(fmt::format("valgrind took longer than {} s", kLimit.count()));
  if (end.exitCode != 0) return tl::unexpected(fmt::format("exit code {}: {}", end.exitCode, end.err));
  return CallgrindRun{end.out, countsOf(test::readFile(out / "counts"))};
}

}  // namespace undelivered::guard
