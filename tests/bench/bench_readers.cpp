// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "bench/measure.h"
#include "bench/plain_reads.h"
#include "bench/reader_logs.h"
#include "bench/suites.h"
#include "store/load_log.h"

namespace undelivered::bench {
namespace {

Result<void> benchReader(const ReaderLog& log, const Session& session) {
  Report& report = session.report;
  report.section("reader-" + log.name, log.records, log.path);
  const bool isPacked = log.packing != Packing::None;
  Times load, alone, plain, unpack;
  std::uint64_t fileBytes = 0, textBytes = 0;
  for (int run = 0; run < session.options.runs; ++run) {
    fileBytes = textBytes = plain.measure([&] { return readPlainly(log.path); });
    if (isPacked) textBytes = unpack.measure([&] { return unpackPlainly(log.path, log.packing); });
    if (textBytes == 0) return failure(ErrorCode::ReadFailed, log.path);
    LoadRequest request;
    request.paths = {log.path};
    const auto loaded = load.measure([&] { return loadLog(request); });
    if (!loaded) return tl::unexpected(loaded.error());
    if ((*loaded)->recordCount() != log.records)
      return failure(ErrorCode::NotALog, log.path, fmt::format("{} records were read", (*loaded)->recordCount()));
    request.threads = 1;
    if (const auto again = alone.measure([&] { return loadLog(request); }); !again)
      return tl::unexpected(again.error());
  }
  const auto keyed = [&](const char* what) { return fmt::format("readers.{}.{}", log.name, what); };
  const double records = static_cast<double>(log.records);
  report.add({keyed("rows"), fmt::format("{}: records", log.title), records / load.median(), "rows/s"});
  report.add({keyed("bytes"), fmt::format("{}: text", log.title), static_cast<double>(textBytes) / 1e6 / load.median(),
              "MB/s"});
  report.add({keyed("bytesAlone"), fmt::format("{}: text, one thread", log.title),
              static_cast<double>(textBytes) / 1e6 / alone.median(), "MB/s"});
  report.add({keyed("time"), fmt::format("{}: time", log.title), load.median() * 1e3, "ms",
              fmt::format("plain read, {:.0f} MB", static_cast<double>(fileBytes) / 1e6), plain.median() * 1e3});
  if (isPacked) {
    report.add({keyed("unpacking"), fmt::format("{}: time", log.title), load.median() * 1e3, "ms",
                "unpacking alone, one thread", unpack.median() * 1e3});
  }
  return {};
}

}  // namespace

Result<void> benchReaders(std::uint64_t records, const Session& session) {
  const auto logs = readerLogs(session.options.folder, records);
  if (logs.empty()) return failure(ErrorCode::WriteFailed, session.options.folder);
  for (const ReaderLog& log : logs) {
    const auto& wanted = session.options.readers;
    if (!wanted.empty() && !wanted.contains(log.name)) continue;
    if (const auto done = benchReader(log, session); !done) return done;
  }
  return {};
}

}  // namespace undelivered::bench
