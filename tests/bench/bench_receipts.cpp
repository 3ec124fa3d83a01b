// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "bench/measure.h"
#include "bench/suites.h"
#include "store/load_log.h"

namespace undelivered::bench {
namespace {

/// How often a text has "stat:" in it; the least that a reader of receipts has to do.
std::size_t countReceipts(const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find("stat:", at)) != std::string::npos; ++at) ++count;
  return count;
}

}  // namespace

Result<void> benchReceipts(const std::string& path, const Session& session) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) return failure(ErrorCode::ReadFailed, path);
  const double size = gigabytes(path);
  for (const unsigned threads : {1u, 2u}) {
    LoadRequest request;
    request.paths = {path};
    request.threads = threads;
    Times load, search;
    double rows = 0;
    for (int run = 0; run < session.options.runs; ++run) {
      const auto count = search.measure([&] { return countReceipts(text); });
      const auto log = load.measure([&] { return loadLog(request); });
      if (!log) return tl::unexpected(log.error());
      rows = (*log)->recordCount();
      if ((*log)->recordCount() != count)
        return failure(ErrorCode::NotALog, path, "the log has another number of records than receipts");
    }
    const auto named = [&](const char* name) {
      return fmt::format("{}, {} thread{}", name, threads, threads == 1 ? "" : "s");
    };
    Report& report = session.report;
    report.add({fmt::format("receipts.time.{}", threads), named("load receipts"), load.median(), "s",
                "search, text in memory", search.median()});
    report.add({fmt::format("receipts.bytes.{}", threads), named("load receipts: bytes"),
                size / load.median() / threads, "GB/s/core"});
    report.add(
        {fmt::format("receipts.rows.{}", threads), named("load receipts: rows"), rows / load.median(), "rows/s"});
  }
  return {};
}

}  // namespace undelivered::bench
