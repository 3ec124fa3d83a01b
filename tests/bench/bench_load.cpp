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

  Times load, lines, whole;
  std::uint64_t wholePeak = 0;
  for (int run = 0; run < session.options.runs; ++run) {
    const auto counted = session.launcher.run({"wc", "-l", path});
    if (!counted) return failure(ErrorCode::ReadFailed, path, "wc -l failed");
    lines.add(counted->seconds);
    const auto again = load.measure([&] { return loadLog(request); });
    if (!again) return tl::unexpected(again.error());
    const auto summary = session.launcher.run({UNDELIVERED_CLI, "summary", path, "--by", "reason,channel"});
    if (!summary) return failure(ErrorCode::ReadFailed, path, "undelivered-cli summary failed");
    whole.add(summary->seconds);
    wholePeak = std::max(wholePeak, summary->peakBytes);
  }
  const double rows = (*log)->recordCount(), size = gigabytes(path), time = load.median();
  Report& report = session.report;
  report.add({"load.time", "load", time, "s", "wc -l", lines.median()});
  report.add({"load.rows", "load: rows", rows / time, "rows/s"});
  report.add({"load.bytes", "load: bytes", size / time, "GB/s", "wc -l", size / lines.median()});
  report.add({"summary.time", "undelivered-cli summary, whole process", whole.median(), "s", "load", time});
  report.add({"summary.beyond", "undelivered-cli summary, beyond the load", (whole.median() - time) * 1e3, "ms"});
  report.add({"memory.log", "memory of the log", static_cast<double>((*log)->memoryBytes()) / rows, "B/row"});
  report.add({"memory.after", "memory resident after the load", perRow(after, before, rows), "B/row"});
  report.add({"memory.peak", "memory at most during the load", perRow(peak, before, rows), "B/row"});
  report.add({"memory.process", "undelivered-cli summary, peak of the process", perRow(wholePeak, 0, rows), "B/row"});
  return log;
}

}  // namespace undelivered::bench
