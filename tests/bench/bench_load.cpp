// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measure.h"
#include "bench/suites.h"
#include "store/load_log.h"

namespace undelivered::bench {
namespace {

double perRow(std::uint64_t bytes, std::uint64_t without, double rows) {
  return static_cast<double>(bytes - std::min(without, bytes)) / rows;
}

}  // namespace

Result<LogPointer> benchLoad(const std::string& path, const Session& session) {
  LoadRequest request;
  request.paths = {path};
  resetPeakMemory();
  const std::uint64_t before = residentMemory();
  auto log = loadLog(request);  // warms the file as well
  const std::uint64_t peak = peakMemory(), after = residentMemory();
  if (!log || !session.options.wants("load")) return log;

  Times load, lines, summary, records;
  std::uint64_t summaryPeak = 0, recordsPeak = 0;
  for (int run = 0; run < session.options.runs; ++run) {
    const auto counted = session.launcher.run({"wc", "-l", path});
    if (!counted) return failure(ErrorCode::ReadFailed, path, "wc -l failed");
    lines.add(counted->seconds);
    const auto again = load.measure([&] { return loadLog(request); });
    if (!again) return tl::unexpected(again.error());
    const auto counts = session.launcher.run({UNDELIVERED_CLI, "summary", path, "--by", "reason,channel"});
    const auto all = session.launcher.run({UNDELIVERED_CLI, "records", path, "--limit", "1"});
    if (!counts || !all) return failure(ErrorCode::ReadFailed, path, "undelivered-cli failed");
    summary.add(counts->seconds);
    summaryPeak = std::max(summaryPeak, counts->peakBytes);
    records.add(all->seconds);
    recordsPeak = std::max(recordsPeak, all->peakBytes);
  }
  const double rows = (*log)->recordCount(), size = gigabytes(path), time = load.median();
  Report& report = session.report;
  report.add({"load.time", "load", time, "s", "wc -l", lines.median()});
  report.add({"load.rows", "load: rows", rows / time, "rows/s"});
  report.add({"load.bytes", "load: bytes", size / time, "GB/s", "wc -l", size / lines.median()});
  report.add({"summary.time", "undelivered-cli summary, whole process", summary.median(), "s", "load", time});
  report.add({"summary.beyond", "undelivered-cli summary, beyond the load", (summary.median() - time) * 1e3, "ms"});
  report.add({"summary.peak", "undelivered-cli summary, peak of the process", perRow(summaryPeak, 0, rows), "B/row"});
  report.add({"records.time", "undelivered-cli records, whole process", records.median(), "s", "load", time});
  report.add({"memory.log", "memory of the log", static_cast<double>((*log)->memoryBytes()) / rows, "B/row"});
  report.add({"memory.after", "memory resident after the load", perRow(after, before, rows), "B/row"});
  report.add({"memory.peak", "memory at most during the load", perRow(peak, before, rows), "B/row"});
  report.add({"memory.process", "undelivered-cli records, peak of the process", perRow(recordsPeak, 0, rows), "B/row"});
  return log;
}

}  // namespace undelivered::bench
