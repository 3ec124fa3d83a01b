// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <numeric>

#include "bench/suites.h"
#include "query/log_query.h"

namespace undelivered::bench {
namespace {

/// A filter as a clerk clicks it together.
Filter mailboxFull() {
  Filter filter;
  filter.reasons = {"BOUNCE_TRANSIENT_MBX_FULL"};
  filter.channels = {Channel::Email};
  filter.outcomes = {Outcome::Failed};
  return filter;
}

Filter failed() {
  Filter filter;
  filter.outcomes = {Outcome::Failed};
  return filter;
}

Filter searching(std::string text) {
  Filter filter;
  filter.search = std::move(text);
  return filter;
}

/// Numbers of the rows of one kind out of an array of numbers: what a filter has to do at least.
std::size_t plainScan(const std::vector<std::uint16_t>& kinds, std::vector<std::uint32_t>& found) {
  found.clear();
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] < 6554) found.push_back(static_cast<std::uint32_t>(i));  // one of ten
  }
  return found.size();
}

/// The file, read in blocks and looked through for a byte string by the C library.
std::size_t plainSearch(const std::string& path, std::string_view needle) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  std::vector<char> block(std::size_t{1} << 20);
  std::size_t found = 0;
  for (ssize_t size = 0; file >= 0 && (size = ::read(file, block.data(), block.size())) > 0;) {
    const char* at = block.data();
    const char* const end = at + size;
    while (const void* hit = memmem(at, static_cast<std::size_t>(end - at), needle.data(), needle.size())) {
      ++found;
      at = static_cast<const char*>(hit) + needle.size();
    }
  }
  if (file >= 0) ::close(file);
  return found;
}

std::size_t plainSort(const std::vector<std::uint32_t>& times, std::vector<std::uint32_t>& rows) {
  std::iota(rows.begin(), rows.end(), 0u);
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return times[a] < times[b]; });
  return rows.size();
}

struct Bench {
  const std::shared_ptr<const DeliveryLog>& log;
  const Options& options;
  Report& report;

  /// `ask` gives a Result; `plain`, when there is one, is measured in turn with it. Every run asks a new LogQuery,
  /// which remembers nothing.
  template <class Ask, class Plain>
  Result<void> run(const std::string& name, const Ask& ask, const std::string& comparedWith, const Plain& plain) {
    Times times, reference;
    for (int i = 0; i < options.runs; ++i) {
      const auto query = makeLocalQuery(log);
      const auto answer = times.measure([&] { return ask(*query); });
      if (!answer) return tl::unexpected(answer.error());
      if (!comparedWith.empty()) reference.measure(plain);
    }
    report.add({name, log->recordCount(), times.median() * 1e3, "ms", comparedWith, reference.median() * 1e3});
    return {};
  }
  template <class Ask>
  Result<void> run(const std::string& name, const Ask& ask) {
    return run(name, ask, "", [] { return 0; });
  }
};

}  // namespace

Result<void> benchQueries(const std::shared_ptr<const DeliveryLog>& log, const std::string& path,
                          const Options& options, Report& report) {
  Bench bench{log, options, report};
  std::vector<std::uint16_t> kinds(log->recordCount());
  std::uint32_t state = 1;
  for (auto& kind : kinds) kind = static_cast<std::uint16_t>((state = state * 1664525u + 1013904223u) >> 16);
  std::vector<std::uint32_t> times(log->recordCount()), order(log->recordCount()), found;
  for (auto& time : times) time = state = state * 1664525u + 1013904223u;

  const std::vector<Dimension> byReasonAndDay{Dimension::Reason, Dimension::Day};
  Filter searchedFailures = failed();
  searchedFailures.search = "T-ONLINE.de";
  const auto rows = [&](Filter filter, Sort sort) {
    return [filter = std::move(filter), sort = std::move(sort)](const LogQuery& query) {
      return query.rows(filter, sort);
    };
  };
  const auto memmemOf = [&](std::string needle) { return [&path, needle] { return plainSearch(path, needle); }; };

  Result<void> done =
      bench.run("facets after a filter", [](const LogQuery& query) { return query.facets(mailboxFull()); });
  if (done)
    done = bench.run("summary by reason and day",
                     [&](const LogQuery& query) { return query.summarise(failed(), byReasonAndDay); });
  if (done) {
    done = bench.run("rows of the failures", rows(failed(), {}), "plain loop over 2 bytes a row",
                     [&] { return plainScan(kinds, found); });
  }
  if (done) done = bench.run("rows of one reason and channel", rows(mailboxFull(), {}));
  if (done) {
    done = bench.run("search, rare word", rows(searching("re-000000815"), {}), "memmem, case as it stands",
                     memmemOf("RE-000000815"));
  }
  if (done) {
    done = bench.run("search, word that is not there", rows(searching("nowhere to be found"), {}),
                     "memmem, case as it stands", memmemOf("nowhere to be found"));
  }
  if (done) {
    done = bench.run("search, word with an umlaut", rows(searching("Größe"), {}), "memmem, case as it stands",
                     memmemOf("Größe"));
  }
  if (done) done = bench.run("search within the failures", rows(searchedFailures, {}));
  if (done) {
    done = bench.run("sort everything by time, newest first", rows({}, {ColumnId::Time, true, "en"}),
                     "std::stable_sort of random times", [&] { return plainSort(times, order); });
  }
  if (done) done = bench.run("sort everything by reason", rows({}, {ColumnId::ReasonCode, false, "en"}));
  if (done) done = bench.run("sort the failures by time", rows(failed(), {ColumnId::Time, true, "en"}));
  if (done) done = bench.run("sort the failures by recipient", rows(failed(), {ColumnId::Recipient, false, "de"}));
  return done;
}

}  // namespace undelivered::bench
