// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/operations.h"

#include <fmt/format.h>
#include <hwy/targets.h>
#include <sched.h>

#include <functional>

#include "bench/with_case.h"
#include "data/bulk_log.h"
#include "export/action_list.h"
#include "query/log_query.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#if UNDELIVERED_CALLGRIND
#include <valgrind/callgrind.h>
#endif

namespace undelivered::guard {
namespace {

constexpr std::uint64_t kRecords = 200000, kEvents = 20000;
constexpr std::uint32_t kScreens = 20, kScreenRows = 50;
constexpr const char* kReference = "reference.csv";
constexpr const char* kShuffled = "shuffled.csv";
constexpr const char* kEventsLog = "events.ndjson";

/// How many records were worked on.
using Worked = Result<std::uint64_t>;

class Counter {
 public:
  /// Once before it is counted: what is made at first need, such as the catalogue, is not the operation's.
  bool count(const char* name, const std::function<Worked()>& operation) {
    Worked worked = operation();
    if (worked) {
#if UNDELIVERED_CALLGRIND
      CALLGRIND_ZERO_STATS;
      CALLGRIND_START_INSTRUMENTATION;
#endif
      worked = operation();
#if UNDELIVERED_CALLGRIND
      CALLGRIND_STOP_INSTRUMENTATION;
      CALLGRIND_DUMP_STATS_AT(name);
#endif
    }
    if (!worked) {
      fmt::print(stderr, "{}: error {}: {} {}\n", name, static_cast<int>(worked.error().code), worked.error().subject,
                 worked.error().detail);
      return false;
    }
    fmt::print("{} {}\n", name, *worked);
    return *worked > 0;
  }
};

Result<std::shared_ptr<const DeliveryLog>> load(const char* path) {
  LoadRequest request;
  request.paths = {path};
  request.threads = 1;
  return loadLog(request);
}

Worked loaded(const char* path) {
  return load(path).map([](const auto& log) { return std::uint64_t{log->recordCount()}; });
}

class NoOutput final : public OutputFile {
 public:
  Result<void> write(std::string_view) override { return {}; }
  Result<void> commit() override { return {}; }
};

Filter failed() {
  Filter filter;
  filter.outcomes = {Outcome::Failed};
  return filter;
}
Filter mailboxFull() {
  Filter filter = failed();
  filter.reasons = {"BOUNCE_TRANSIENT_MBX_FULL"};
  filter.channels = {Channel::Email};
  return filter;
}
/// From within a day to within another: no count by days answers that.
Filter someTime() {
  Filter filter;
  filter.since = Timestamp{std::chrono::sys_days{std::chrono::year(2024) / 9 / 10} + std::chrono::hours(7)};
  filter.until = Timestamp{std::chrono::sys_days{std::chrono::year(2025) / 2 / 20} + std::chrono::hours(19)};
  return filter;
}
Filter searching(const char* text) {
  Filter filter;
  filter.search = text;
  return filter;
}

using LogPointer = std::shared_ptr<const DeliveryLog>;

/// Every question goes to a new query, which remembers nothing. The rows worked on are those of the log, or the found.
std::function<Worked()> rows(const LogPointer& log, Filter filter, Sort sort = {}, bool perFound = false) {
  return [=]() -> Worked {
    return makeLocalQuery(log)->rows(filter, sort).map([&](const RowSet& found) {
      return std::uint64_t{perFound ? found.size() : log->recordCount()};
    });
  };
}

Worked exported(const LogPointer& log) {
  const auto failures = makeLocalQuery(log)->rows(failed(), {});
  if (!failures) return tl::unexpected(failures.error());
  ActionListOptions options;
  options.language = "de";
  options.dialect = CsvDialect::excel("de");
  NoOutput out;
  return writeActionList(log, *failures, options, out).map([&] { return std::uint64_t{failures->size()}; });
}

Worked screens(const LogPointer& log) {
  RecordReader reader(log);
  std::uint32_t state = 1;
  for (std::uint32_t i = 0; i < kScreens; ++i) {
    const std::uint32_t first = (state = state * 1664525u + 1013904223u) % (log->recordCount() - kScreenRows);
    for (std::uint32_t row = first; row < first + kScreenRows; ++row) {
      if (const auto record = reader.read(RowId{row}); !record) return tl::unexpected(record.error());
    }
  }
  return kScreens * kScreenRows;
}

bool countQueries(Counter& counter, const LogPointer& log) {
  const Sort byRecipient{ColumnId::Recipient, false, "de"};
  Filter withCase = searching("RE-000000815");
  const bool hasCase = bench::searchWithCase(withCase);
  return (!hasCase || counter.count("search: with case", rows(log, withCase))) &&
         counter.count("filter: kinds", rows(log, mailboxFull())) &&
         counter.count("filter: time range", rows(log, someTime())) &&
         counter.count(
             "facets, one call",
             [&]() -> Worked {
               return makeLocalQuery(log)->facets(mailboxFull()).map([](const Facets&) { return std::uint64_t{1}; });
             }) &&
         counter.count("search: rare word", rows(log, searching("re-000000815"))) &&
         counter.count("search: umlaut", rows(log, searching("Größe"))) &&
         counter.count("sort: text of failures", rows(log, failed(), byRecipient, true)) &&
         counter.count("export: failures", [&] { return exported(log); }) &&
         counter.count("read: screens", [&] { return screens(log); }) &&
         counter.count("history of a recipient", [&]() -> Worked {
           return makeLocalQuery(log)->sameRecipient(RowId{7}).map(
               [&](const RowSet&) { return std::uint64_t{log->recordCount()}; });
         });
}

/// One processor: whatever asks how many threads are worth it gets one, and no count depends on who was faster.
void stayOnOneProcessor() {
  cpu_set_t allowed, one;
  CPU_ZERO(&one);
  if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (!CPU_ISSET(cpu, &allowed)) continue;
    CPU_SET(cpu, &one);
    ::sched_setaffinity(0, sizeof one, &one);
    return;
  }
}

}  // namespace

bool writeLogs(const std::filesystem::path& folder) {
  using samples::BulkKind;
  return samples::writeBulkLog(folder / kReference, kRecords, BulkKind::Reference, 1) &&
         samples::writeBulkLog(folder / kShuffled, kRecords, BulkKind::Shuffled, 1) &&
         samples::writeBulkLog(folder / kEventsLog, kEvents, BulkKind::Events, 1);
}

std::string simdTarget() {
  const auto targets = hwy::SupportedTargets();
  return hwy::TargetName(targets & -targets);  // the lowest bit is the best one
}

bool runOperations() {
  stayOnOneProcessor();
  Counter counter;
  if (!counter.count("load: csv", [] { return loaded(kReference); })) return false;
  if (!counter.count("load: events", [] { return loaded(kEventsLog); })) return false;
  const auto log = load(kReference), shuffled = load(kShuffled);
  if (!log || !shuffled) return false;
  const Sort newestFirst{ColumnId::Time, true, "en"};
  return counter.count("sort: time", rows(*shuffled, {}, newestFirst)) && countQueries(counter, *log);
}

}  // namespace undelivered::guard
