// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace undelivered::guard {

/// "3.19.0"; empty where there is no valgrind.
std::string valgrindVersion();

/// Instructions by the name that each dump of a combined output file was asked for with.
std::map<std::string, std::uint64_t> countsOf(std::string_view callgrindOutput);

struct CallgrindRun {
  std::string output;  ///< what the program wrote
  std::map<std::string, std::uint64_t> counts;
};
/// Runs a program in a folder, counting from its own requests on. Its environment is empty but for the path: what
/// somebody has set must not change a count. The error is a sentence.
tl::expected<CallgrindRun, std::string> runCallgrind(const std::vector<std::string>& command,
                                                     const std::filesystem::path& folder);

}  // namespace undelivered::guard
