// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <simdjson.h>

#include <numeric>
#include <thread>

#include "bench/measure.h"
#include "bench/suites.h"
#include "store/load_log.h"

namespace undelivered::bench {
namespace {

/// How many documents there are whose type is that of a failure; the least that a reader of events has to do.
/// Padding, or more text, follows the text.
std::size_t countEvents(std::string_view text) {
  simdjson::ondemand::parser parser;
#ifdef SIMDJSON_THREADS_ENABLED
  parser.threaded = false;  // else it takes a second thread that nobody has counted
#endif
  simdjson::ondemand::document_stream stream;
  std::size_t count = 0;
  if (parser.iterate_many(text.data(), text.size(), std::size_t{1} << 20).get(stream) != simdjson::SUCCESS) return 0;
  for (auto document : stream) {
    std::string_view type;
    if (document["type"].get_string().get(type) == simdjson::SUCCESS && type == "MESSAGE_NOT_DELIVERED") ++count;
  }
  return count;
}

/// The same on several threads, each with a part of the lines.
std::size_t countEvents(const simdjson::padded_string& text, unsigned threads) {
  const std::string_view all(text.data(), text.size());
  std::vector<std::size_t> counts(threads), ends;
  for (unsigned i = 1; i < threads; ++i) ends.push_back(all.find('\n', all.size() * i / threads) + 1);
  ends.push_back(all.size());
  {
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < threads; ++i) {
      workers.emplace_back([&, i] {
        const std::size_t begin = i == 0 ? 0 : ends[i - 1];
        counts[i] = countEvents(all.substr(begin, ends[i] - begin));
      });
    }
  }
  return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

}  // namespace

Result<void> benchEvents(const std::string& path, const Session& session) {
  simdjson::padded_string text;
  if (simdjson::padded_string::load(path).get(text) != simdjson::SUCCESS) return failure(ErrorCode::ReadFailed, path);
  const double size = gigabytes(path);
  for (const unsigned threads : {1u, 2u}) {
    LoadRequest request;
    request.paths = {path};
    request.threads = threads;
    Times load, parse;
    double rows = 0;
    for (int run = 0; run < session.options.runs; ++run) {
      const auto count = parse.measure([&] { return countEvents(text, threads); });
      const auto log = load.measure([&] { return loadLog(request); });
      if (!log) return tl::unexpected(log.error());
      rows = (*log)->recordCount();
      if ((*log)->recordCount() != count)
        return failure(ErrorCode::NotALog, path, "the log has another number of records than events");
    }
    const auto named = [&](const char* name) {
      return fmt::format("{}, {} thread{}", name, threads, threads == 1 ? "" : "s");
    };
    const auto keyed = [&](const char* key) { return fmt::format("{}.{}", key, threads); };
    Report& report = session.report;
    report.add(
        {keyed("events.time"), named("load events"), load.median(), "s", "simdjson, text in memory", parse.median()});
    report.add({keyed("events.bytes"), named("load events: bytes"), size / load.median() / threads, "GB/s/core",
                "simdjson, text in memory", size / parse.median() / threads});
    report.add({keyed("events.rows"), named("load events: rows"), rows / load.median(), "rows/s"});
  }
  return {};
}

}  // namespace undelivered::bench
