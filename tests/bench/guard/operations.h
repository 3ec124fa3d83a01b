// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace undelivered::guard {

/// Writes the logs that runOperations() reads.
bool writeLogs(const std::filesystem::path& folder);

/// What run-time dispatch chooses where this runs: "AVX2".
std::string simdTarget();

/// Runs each operation once uncounted and once counted on one thread, in the folder of the logs, and writes a line
/// "name records" for each. Under callgrind every operation is a dump of its own. False, with a line on standard
/// error, when one fails.
bool runOperations();

}  // namespace undelivered::guard
