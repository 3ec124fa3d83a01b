// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "bench/growth_plot.h"
#include "bench/logs.h"
#include "bench/measure.h"
#include "bench/suites.h"

namespace {

using namespace undelivered;
using namespace undelivered::bench;
using samples::BulkKind;

/// The log's path, as the section of what is measured next; empty, with errno set, when there is no log.
std::string begin(std::uint64_t rows, BulkKind kind, const Session& session) {
  const std::string path = keptLog(session.options.folder, rows, kind);
  if (!path.empty()) session.report.section(name(kind), rows, path);
  return path;
}

tl::unexpected<Error> noLog(const Session& session) {
  return failure(ErrorCode::WriteFailed, session.options.folder, std::strerror(errno));
}

Result<void> benchReference(std::uint64_t rows, const Session& session) {
  const Options& options = session.options;
  const std::string path = begin(rows, BulkKind::Reference, session);
  if (path.empty()) return noLog(session);
  const auto log = benchLoad(path, session);
  if (!log) return tl::unexpected(log.error());
  if ((*log)->recordCount() != rows) return failure(ErrorCode::NotALog, path, "not all records were read");
  const bool inDetail = rows <= options.detailUpTo;
  Result<void> done;
  if (options.wants("counts")) done = benchCounts(*log, session);
  if (done && options.wants("records")) done = benchRecords(*log, path, session);
  if (done && options.wants("search")) done = benchSearch(*log, path, session);
  if (done && options.wants("sort")) done = benchSortByTime(*log, session);
  if (done && options.wants("sort") && inDetail) done = benchSortByText(*log, session);
  if (done && options.wants("export") && inDetail) done = benchExport(*log, session);
  if (done && options.wants("cancel")) done = benchCancel(*log, path, session);
  return done;
}

/// Logs that are like the reference but for one thing.
Result<void> benchVariants(std::uint64_t rows, const Session& session) {
  if (session.options.wants("load")) {
    const std::string path = begin(rows, BulkKind::Failures, session);
    if (path.empty()) return noLog(session);
    if (const auto log = benchLoad(path, session); !log) return tl::unexpected(log.error());
  }
  if (session.options.wants("sort")) {
    const std::string path = begin(rows, BulkKind::Shuffled, session);
    if (path.empty()) return noLog(session);
    const auto log = benchLoad(path, session);
    return log ? benchSortByTime(*log, session) : tl::unexpected(log.error());
  }
  return {};
}

Result<void> benchAll(const std::vector<std::uint64_t>& sizes, std::uint64_t events, const Session& session) {
  for (std::uint64_t rows : sizes) {
    if (const auto done = benchReference(rows, session); !done) return done;
    if (rows > session.options.detailUpTo) continue;
    if (const auto done = benchVariants(rows, session); !done) return done;
  }
  if (events > 0 && session.options.wants("events")) {
    const std::string path = begin(events, BulkKind::Events, session);
    if (path.empty()) return noLog(session);
    if (const auto done = benchEvents(path, session); !done) return done;
  }
  if (events > 0 && session.options.wants("receipts")) {
    const std::string path = begin(events, BulkKind::Receipts, session);
    if (path.empty()) return noLog(session);
    if (const auto done = benchReceipts(path, session); !done) return done;
  }
  if (events == 0 || !session.options.wants("readers")) return {};
  return benchReaders(std::max<std::uint64_t>(events / 3, 1), session);
}

int draw(const std::vector<Figure>& figures, const std::string& path) {
  const std::string svg = growthPlot(figures);
  if (svg.empty()) {
    fmt::print(stderr, "undelivered_bench: a plot of growth needs logs of two lengths\n");
    return 2;
  }
  std::ofstream out(path, std::ios::binary);
  if (!(out << svg).flush()) {
    fmt::print(stderr, "undelivered_bench: cannot write {}: {}\n", path, std::strerror(errno));
    return 4;
  }
  fmt::print("\n{}\n", path);
  return 0;
}

int write(const Report& report, const std::string& json, const std::string& plot) {
  if (!json.empty() && !report.writeJson(json)) {
    fmt::print(stderr, "undelivered_bench: cannot write {}: {}\n", json, std::strerror(errno));
    return 4;
  }
  return plot.empty() ? 0 : draw(report.figures(), plot);
}

}  // namespace

int main(int argc, char** argv) {
  const Launcher launcher;
  CLI::App app("Measures reading and querying of generated logs; every figure is the median of several runs");
  std::vector<std::uint64_t> sizes{1000000, 10000000};
  std::vector<std::string> what, readers;
  std::uint64_t events = 3000000;
  Options options;
  options.folder = UNDELIVERED_SOURCE_DIR "/build/bench-data";
  std::string json, plot, from;
  app.add_option("--rows", sizes, "records of the logs")->delimiter(',')->capture_default_str();
  app.add_option("--events", events, "webhook events, and receipts; a third of it for each reader; 0 for none")
      ->capture_default_str();
  app.add_option("--runs", options.runs, "of each measurement")->check(CLI::PositiveNumber)->capture_default_str();
  app.add_option("--what", what,
                 "some of it only: load,counts,records,search,sort,export,cancel,events,receipts,readers")
      ->delimiter(',')
      ->check(CLI::IsMember(kGroups));
  app.add_option("--readers", readers, "some of the readers only: csv,ses,mail,gz,...")->delimiter(',');
  app.add_option("--detail-up-to", options.detailUpTo,
                 "longer logs than that are loaded, filtered, searched and sorted by time, and no more")
      ->capture_default_str();
  app.add_option("--data", options.folder, "where generated logs are kept: 140 bytes a record")->capture_default_str();
  app.add_option("--json", json, "write the figures into this file as well");
  app.add_option("--plot", plot, "draw growth, from the shortest to the longest log, into this file (SVG)")
      ->expected(0, 1)
      ->default_str(UNDELIVERED_SOURCE_DIR "/resources/screenshots/growth.svg");
  app.add_option("--from", from, "measure nothing: draw the figures of this JSON file")->needs("--plot");
  CLI11_PARSE(app, argc, argv);
  options.what = {what.begin(), what.end()};
  options.readers = {readers.begin(), readers.end()};

  if (!from.empty()) {
    const auto figures = figuresFromJson(from);
    if (figures) return draw(*figures, plot);
    fmt::print(stderr, "undelivered_bench: {} holds no figures\n", from);
    return 2;
  }
  Report report;
  fmt::print("  {:<46} {:>18} {:>18} {:<9} {}\n", "", "median", "beside it", "ratio", "what is beside it");
  const auto done = benchAll(sizes, events, Session{options, launcher, report});
  if (!done) {
    fmt::print(stderr, "undelivered_bench: error {}: {} {}\n", static_cast<int>(done.error().code),
               done.error().subject, done.error().detail);
    return 1;
  }
  return write(report, json, plot);
}
