// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace undelivered::samples {

/// The sample set: what is checked in under resources/samples and tests/data/expected.
struct SampleSet {
  std::map<std::string, std::string> logs;          ///< by path below resources/samples
  std::map<std::string, std::string> expectations;  ///< by file name: "delivery-log.json", "daily.json", ...
};

/// The same bytes for the same seed, everywhere.
SampleSet makeSamples(std::uint64_t seed);
inline constexpr std::uint64_t kSampleSeed = 20250304;

}  // namespace undelivered::samples
