// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "bench/measure.h"
#include "bench/suites.h"
#include "data/bulk_log.h"

namespace {

using namespace undelivered;
using namespace undelivered::bench;
namespace fs = std::filesystem;

/// The generated log, made at first need and kept; empty, with errno set, when it cannot be.
std::string keptLog(const Options& options, std::uint64_t rows, samples::BulkKind kind) {
  const bool events = kind == samples::BulkKind::Events;
  const std::string path = fmt::format("{}/{}-{}-v{}.{}", options.folder, events ? "events" : "reference", rows,
                                       samples::kBulkLogVersion, events ? "ndjson" : "csv");
  if (fs::exists(path)) return path;
  std::error_code error;
  fs::create_directories(options.folder, error);
  fmt::print("generating {} ...\n", path);
  if (!samples::writeBulkLog(path + ".part", rows, kind, 1)) return {};
  fs::rename(path + ".part", path, error);
  return error ? std::string() : path;
}

Result<void> benchRows(std::uint64_t rows, const Options& options, Report& report) {
  const std::string path = keptLog(options, rows, samples::BulkKind::Reference);
  if (path.empty()) return failure(ErrorCode::WriteFailed, options.folder, std::strerror(errno));
  report.heading(fmt::format("{} records, {:.0f} MB", rows, static_cast<double>(fs::file_size(path)) / 1e6));
  const auto log = benchLoad(path, options, report);
  if (!log) return tl::unexpected(log.error());
  if ((*log)->recordCount() != rows) return failure(ErrorCode::NotALog, path, "not all records were read");
  if (const auto done = benchQueries(*log, path, options, report); !done) return done;
  return benchRecords(*log, path, options, report);
}

Result<void> benchAll(const std::vector<std::uint64_t>& sizes, std::uint64_t events, const Options& options,
                      Report& report) {
  for (std::uint64_t rows : sizes) {
    if (const auto done = benchRows(rows, options, report); !done) return done;
  }
  if (events == 0) return {};
  const std::string path = keptLog(options, events, samples::BulkKind::Events);
  if (path.empty()) return failure(ErrorCode::WriteFailed, options.folder, std::strerror(errno));
  report.heading(fmt::format("{} webhook events, {:.0f} MB", events, static_cast<double>(fs::file_size(path)) / 1e6));
  return benchEvents(path, options, report);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures reading and querying of generated logs; every figure is the median of several runs");
  std::vector<std::uint64_t> sizes;
  std::uint64_t events = 1000000;
  Options options;
  options.folder = UNDELIVERED_SOURCE_DIR "/build/bench-data";
  std::string json;
  app.add_option("--rows", sizes, "records of the logs; default: 1000000 and 10000000");
  app.add_option("--events", events, "webhook events, 0 for none");
  app.add_option("--runs", options.runs, "of each measurement")->check(CLI::PositiveNumber);
  app.add_option("--data", options.folder, "where generated logs are kept");
  app.add_option("--json", json, "write the figures into this file as well");
  CLI11_PARSE(app, argc, argv);
  if (sizes.empty()) sizes = {1000000, 10000000};

  Report report;
  fmt::print("  {:<44} {:>17} {:>17} {:<9} {}\n", "", "median", "beside it", "ratio", "what is beside it");
  const auto done = benchAll(sizes, events, options, report);
  if (!done) {
    fmt::print(stderr, "undelivered_bench: error {}: {} {}\n", static_cast<int>(done.error().code),
               done.error().subject, done.error().detail);
    return 1;
  }
  if (!json.empty() && !report.writeJson(json)) {
    fmt::print(stderr, "undelivered_bench: cannot write {}: {}\n", json, std::strerror(errno));
    return 4;
  }
  return 0;
}
