// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/asking.h"

#include <fmt/format.h>

namespace undelivered::bench {
namespace {

struct NamedFilter {
  std::string name;
  Filter filter;
};

Timestamp midnight(int year, unsigned month, unsigned day) {
  return std::chrono::sys_days{std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day)};
}

/// One on each dimension of the catalogue, on a range of days, and what a clerk clicks together of them.
std::vector<NamedFilter> filters() {
  std::vector<NamedFilter> all(9);
  all[0].name = "reason";
  all[0].filter.reasons = {"BOUNCE_TRANSIENT_MBX_FULL"};
  all[1].name = "channel";
  all[1].filter.channels = {Channel::Sms};
  all[2].name = "outcome";
  all[2].filter.outcomes = {Outcome::Failed};
  all[3].name = "persistence";
  all[3].filter.persistences = {Persistence::Temporary};
  all[4].name = "actionability";
  all[4].filter.actionabilities = {Actionability::Yes, Actionability::Partially};
  all[5].name = "phase";
  all[5].filter.phases = {Phase::After};
  all[6].name = "days";
  all[6].filter.since = midnight(2025, 1, 1);
  all[6].filter.until = midnight(2025, 4, 1);
  all[7].name = "reason and channel";
  all[7].filter.reasons = {"BOUNCE_TRANSIENT_MBX_FULL"};
  all[7].filter.channels = {Channel::Email};
  all[7].filter.outcomes = {Outcome::Failed};
  all[8] = all[7];
  all[8].name = "reason, channel and days";
  all[8].filter.since = midnight(2025, 1, 1);
  all[8].filter.until = midnight(2025, 4, 1);
  return all;
}

/// Numbers of the rows of one kind out of an array of numbers: what a filter has to do at least.
std::size_t plainScan(const std::vector<std::uint16_t>& kinds, std::vector<std::uint32_t>& found) {
  found.clear();
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] < 6554) found.push_back(static_cast<std::uint32_t>(i));  // one of ten
  }
  return found.size();
}

std::vector<std::uint16_t> randomKinds(std::size_t count) {
  std::vector<std::uint16_t> kinds(count);
  std::uint32_t state = 1;
  for (auto& kind : kinds) kind = static_cast<std::uint16_t>((state = state * 1664525u + 1013904223u) >> 16);
  return kinds;
}

/// Asks for every filter; shows the slowest and keeps all. `make` gives the question for a filter.
template <class Make>
Result<void> slowestOf(const LogPointer& log, const Session& session, int runs, const std::string& key,
                       const std::string& name, const Make& make, const std::string& comparedWith, double reference) {
  Figure slowest;
  for (const NamedFilter& named : filters()) {
    const auto asked = askOften(log, runs, make(named.filter));
    if (!asked) return tl::unexpected(asked.error());
    Figure figure{key + "." + named.name, name + ", by " + named.name, asked->times.median() * 1e3, "ms"};
    figure.found = asked->found;
    figure.shown = false;
    if (figure.value >= slowest.value) slowest = figure;
    session.report.add(figure);
  }
  slowest.key = key;
  slowest.name = name + ", slowest: by " + slowest.name.substr(name.size() + 5);
  slowest.comparedWith = comparedWith;
  slowest.reference = reference * 1e3;
  slowest.shown = true;
  session.report.add(slowest);
  return {};
}

}  // namespace

Result<void> benchCounts(const LogPointer& log, const Session& session) {
  const int often = session.options.runs * 5;  // they take microseconds
  const auto facets = [](Filter filter) {
    return [filter = std::move(filter)](const LogQuery& query) {
      return query.facets(filter).map([](const Facets& answer) { return answer.rows; });
    };
  };
  const auto summary = [](std::vector<Dimension> by) {
    return [by = std::move(by)](Filter filter) {
      return [by, filter = std::move(filter)](const LogQuery& query) {
        return query.summarise(filter, by).map([](const Summary& answer) { return answer.rows; });
      };
    };
  };
  auto done = slowestOf(log, session, often, "facets", "facets, cards", facets, "", 0);
  if (done) {
    done = slowestOf(log, session, often, "chart.days", "chart reason x day",
                     summary({Dimension::Reason, Dimension::Day}), "", 0);
  }
  if (done) {
    done = slowestOf(log, session, often, "chart.channels", "chart reason x channel",
                     summary({Dimension::Reason, Dimension::Channel}), "", 0);
  }
  if (!done) return done;

  const auto kinds = randomKinds(log->recordCount());
  std::vector<std::uint32_t> found;
  Times plain;
  for (int run = 0; run < session.options.runs; ++run) plain.measure([&] { return plainScan(kinds, found); });
  return slowestOf(
      log, session, session.options.runs, "rows", "row set", [](Filter filter) { return rowsOf(filter); },
      "plain loop over 2 bytes a row", plain.median());
}

}  // namespace undelivered::bench
