// SPDX-License-Identifier: GPL-3.0-or-later
#include <simdjson.h>

#include <filesystem>

#include "bench/suites.h"
#include "store/load_log.h"

namespace undelivered::bench {
namespace {

double gigabytes(const std::string& path) { return static_cast<double>(std::filesystem::file_size(path)) / 1e9; }

LoadRequest requestFor(const std::string& path) {
  LoadRequest request;
  request.paths = {path};
  return request;
}

/// How many documents there are whose type is that of a failure; the least that a reader of events has to do.
std::size_t countEvents(simdjson::ondemand::parser& parser, const simdjson::padded_string& text) {
  simdjson::ondemand::document_stream stream;
  std::size_t count = 0;
  if (parser.iterate_many(text, std::size_t{1} << 20).get(stream) != simdjson::SUCCESS) return 0;
  for (auto document : stream) {
    std::string_view type;
    if (document["type"].get_string().get(type) == simdjson::SUCCESS && type == "MESSAGE_NOT_DELIVERED") ++count;
  }
  return count;
}

}  // namespace

Result<std::shared_ptr<const DeliveryLog>> benchLoad(const std::string& path, const Options& options, Report& report) {
  const LoadRequest request = requestFor(path);
  const std::uint64_t before = residentMemory();
  resetPeakMemory();
  auto log = loadLog(request);  // warms the file as well
  if (!log) return log;
  const std::uint64_t peak = peakMemory();
  const std::uint64_t after = residentMemory();

  Times load, lines;
  for (int run = 0; run < options.runs; ++run) {
    const bool counted = lines.measure([&] { return runProgram({"wc", "-l", path}); });
    if (!counted) return failure(ErrorCode::ReadFailed, path, "wc -l failed");
    const auto again = load.measure([&] { return loadLog(request); });
    if (!again) return tl::unexpected(again.error());
  }
  const double rows = (*log)->recordCount();
  const auto count = (*log)->recordCount();
  report.add({"load", count, load.median(), "s", "wc -l", lines.median()});
  report.add({"load: rows", count, rows / load.median(), "rows/s", "", 0});
  report.add(
      {"load: bytes", count, gigabytes(path) / load.median(), "GB/s", "wc -l", gigabytes(path) / lines.median()});
  report.add({"memory the log takes", count, static_cast<double>((*log)->memoryBytes()) / rows, "B/row", "", 0});
  report.add({"resident memory afterwards", count, static_cast<double>(after - std::min(before, after)) / rows, "B/row",
              "", 0});
  report.add(
      {"peak memory while loading", count, static_cast<double>(peak - std::min(before, peak)) / rows, "B/row", "", 0});
  return log;
}

Result<void> benchEvents(const std::string& path, const Options& options, Report& report) {
  const LoadRequest request = requestFor(path);
  simdjson::padded_string text;
  if (simdjson::padded_string::load(path).get(text) != simdjson::SUCCESS) return failure(ErrorCode::ReadFailed, path);
  simdjson::ondemand::parser parser;
  Times load, parse;
  std::uint32_t records = 0;
  for (int run = 0; run < options.runs; ++run) {
    const auto count = parse.measure([&] { return countEvents(parser, text); });
    const auto log = load.measure([&] { return loadLog(request); });
    if (!log) return tl::unexpected(log.error());
    records = (*log)->recordCount();
    if (records != count) return failure(ErrorCode::NotALog, path, "the log has another number of records than events");
  }
  const double size = gigabytes(path);
  report.add({"load events", records, load.median(), "s", "simdjson iterate_many, text in memory", parse.median()});
  report.add(
      {"load events: bytes", records, size / load.median(), "GB/s", "simdjson iterate_many", size / parse.median()});
  report.add({"load events: rows", records, records / load.median(), "rows/s", "", 0});
  return {};
}

}  // namespace undelivered::bench
