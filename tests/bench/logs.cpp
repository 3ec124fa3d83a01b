// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/logs.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

namespace undelivered::bench {

std::string name(samples::BulkKind kind) {
  switch (kind) {
    case samples::BulkKind::Reference:
      return "reference";
    case samples::BulkKind::Failures:
      return "failures";
    case samples::BulkKind::Shuffled:
      return "shuffled";
    case samples::BulkKind::Events:
      return "events";
    case samples::BulkKind::Receipts:
      return "receipts";
  }
  return {};
}

std::string keptLog(const std::string& folder, std::uint64_t rows, samples::BulkKind kind) {
  namespace fs = std::filesystem;
  const std::string path = fmt::format("{}/{}-{}-v{}.{}", folder, name(kind), rows, samples::kBulkLogVersion,
                                       kind == samples::BulkKind::Events     ? "ndjson"
                                       : kind == samples::BulkKind::Receipts ? "log"
                                                                             : "csv");
  if (fs::exists(path)) return path;
  std::error_code error;
  fs::create_directories(folder, error);
  fmt::print("generating {} ...\n", path);
  std::fflush(stdout);
  if (!samples::writeBulkLog(path + ".part", rows, kind, 1)) return {};
  fs::rename(path + ".part", path, error);
  return error ? std::string() : path;
}

}  // namespace undelivered::bench
