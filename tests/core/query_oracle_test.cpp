// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, summaries and facets over all samples, against a plain recomputation from the records in full.
#include <gtest/gtest.h>

#include <map>

#include "core/oracle.h"
#include "data/random.h"

namespace undelivered {
namespace {

using samples::Random;
using std::chrono::seconds;
using test::Oracle;
using test::plainFold;
using test::Rows;
using test::rowsOf;

template <class E, std::size_t N>
EnumSet<E> someOf(Random& random, const std::array<E, N>& values) {
  EnumSet<E> set;
  if (random.perMille(600)) return set;
  for (E value : values) {
    if (random.perMille(400)) set.insert(value);
  }
  return set;
}

/// A piece of some cell of some record, in another case perhaps.
std::string someText(Random& random, const Oracle& oracle) {
  const Record& record =
      oracle.records[static_cast<std::size_t>(random.between(0, static_cast<int>(oracle.records.size()) - 1))];
  std::string text = random.pick(record.fields).second;
  const auto size = static_cast<int>(text.size());
  if (size == 0) return "ä";
  auto begin = static_cast<std::size_t>(random.between(0, size - 1));
  std::size_t end = std::min<std::size_t>(text.size(), begin + static_cast<std::size_t>(random.between(1, 12)));
  const auto inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  while (inside(begin)) --begin;
  while (inside(end)) ++end;
  text = text.substr(begin, end - begin);
  if (random.perMille(300)) text = plainFold(text);
  if (random.perMille(300)) {
    for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 0x20 : c);
  }
  return text;
}

Filter someFilter(Random& random, const Oracle& oracle) {
  Filter filter;
  if (random.perMille(300)) {
    for (int n = random.between(1, 3); n > 0; --n) {
      const int which = random.between(0, static_cast<int>(oracle.log->reasonCount()) + 1);
      filter.reasons.push_back(which >= static_cast<int>(oracle.log->reasonCount())
                                   ? (which % 2 ? kAnyUnknownReason : kNoReasonCode)
                                   : oracle.log->reason(ReasonId{static_cast<std::uint16_t>(which)}).code);
    }
  }
  filter.channels = someOf(random, kChannels);
  filter.outcomes = someOf(random, kOutcomes);
  filter.persistences = someOf(random, kPersistences);
  filter.actionabilities = someOf(random, kActionabilities);
  filter.phases = someOf(random, kPhases);
  const auto moment = [&] {
    const std::int32_t day = random.between(19'900, 20'560);
    const Timestamp time = startOfDay(LocalDay{std::chrono::days{day}}, oracle.log->zone());
    return random.perMille(500) ? time : time + seconds{random.between(0, 86'399)};
  };
  if (random.perMille(250)) filter.since = moment();
  if (random.perMille(250)) filter.until = moment();
  if (random.perMille(300)) filter.search = someText(random, oracle);
  filter.matchCase = random.perMille(400);
  return filter;
}

TEST(QueryOracle, SamplesAreWorthAsking) {
  const Oracle& oracle = Oracle::get();
  EXPECT_GT(oracle.records.size(), 5000u);
  EXPECT_GT(oracle.log->sources().size(), 10u);
  EXPECT_GT(oracle.log->reasonCount(), 15u);
}

TEST(QueryOracle, RowsOfManyFilters) {
  const Oracle& oracle = Oracle::get();
  Random random(1);
  int nonEmpty = 0;
  for (int i = 0; i < 400; ++i) {
    const Filter filter = someFilter(random, oracle);
    const Rows rows = rowsOf(*oracle.query->rows(filter, {}));
    ASSERT_EQ(rows, oracle.rows(filter)) << i << " [" << filter.search << "]";
    nonEmpty += !rows.empty();
  }
  EXPECT_GT(nonEmpty, 100);
}

/// Largest first, then by key; where the first dimension is a time in its order first, those without one last.
std::vector<Group> inOrder(const std::map<std::vector<GroupKey>, std::uint64_t>& counts,
                           const std::vector<Dimension>& by) {
  std::vector<Group> groups;
  for (const auto& [keys, count] : counts) groups.push_back({keys, count});
  const bool byTime = !by.empty() && (by[0] == Dimension::Day || by[0] == Dimension::Month);
  std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) { return a.count > b.count; });
  if (byTime) {
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
      const auto place = [](const Group& group) {
        return group.keys[0].value == kNoDay ? std::numeric_limits<std::int64_t>::max() : group.keys[0].value;
      };
      return place(a) < place(b);
    });
  }
  return groups;
}

TEST(QueryOracle, SummariesOfManyFilters) {
  const Oracle& oracle = Oracle::get();
  const std::vector<Dimension> all{Dimension::Reason,      Dimension::Channel, Dimension::Outcome,
                                   Dimension::Persistence, Dimension::Phase,   Dimension::Actionability,
                                   Dimension::Day,         Dimension::Month,   Dimension::Source};
  Random random(2);
  for (int i = 0; i < 200; ++i) {
    const Filter filter = someFilter(random, oracle);
    std::vector<Dimension> by;
    for (int n = random.between(0, 3); n > 0; --n) by.push_back(random.pick(all));
    std::map<std::vector<GroupKey>, std::uint64_t> expected;
    for (std::uint32_t row : oracle.rows(filter)) {
      const Record& record = oracle.records[row];
      const LogReason& reason = oracle.log->reason(record.reason);
      std::vector<GroupKey> keys;
      for (Dimension dimension : by) {
        const std::int32_t day = oracle.dayOf(record);
        const auto firstOfMonth = [&] {
          if (day == kNoDay) return kNoDay;
          return day + 1 - std::stoi(toIso8601(Timestamp{std::chrono::days{day}}).substr(8, 2));
        };
        keys.push_back(
            {dimension, dimension == Dimension::Reason          ? record.reason.value
                        : dimension == Dimension::Channel       ? static_cast<std::int32_t>(record.channel)
                        : dimension == Dimension::Outcome       ? static_cast<std::int32_t>(record.outcome)
                        : dimension == Dimension::Persistence   ? static_cast<std::int32_t>(reason.persistence())
                        : dimension == Dimension::Phase         ? static_cast<std::int32_t>(reason.phase())
                        : dimension == Dimension::Actionability ? static_cast<std::int32_t>(reason.actionability())
                        : dimension == Dimension::Day           ? day
                        : dimension == Dimension::Month         ? firstOfMonth()
                                                                : static_cast<std::int32_t>(record.source.value)});
      }
      if (!by.empty()) ++expected[keys];
    }
    const Summary summary = *oracle.query->summarise(filter, by);
    ASSERT_EQ(summary.groups.size(), expected.size()) << i;
    const std::vector<Group> ordered = inOrder(expected, by);
    for (std::size_t g = 0; g < ordered.size(); ++g) {
      ASSERT_EQ(summary.groups[g].keys, ordered[g].keys) << i;
      ASSERT_EQ(summary.groups[g].count, ordered[g].count) << i;
    }
    ASSERT_EQ(summary.rows, oracle.rows(filter).size());
    Filter any = filter;
    any.outcomes.clear();
    ASSERT_EQ(summary.totals.records, oracle.rows(any).size());
    any.outcomes = {Outcome::Failed};
    ASSERT_EQ(summary.totals.failed, oracle.rows(any).size());
    any.outcomes = {Outcome::Delivered};
    ASSERT_EQ(summary.totals.delivered, oracle.rows(any).size());
  }
}

template <class E, std::size_t N>
void expectFacet(const Oracle& oracle, const Filter& filter, EnumSet<E> Filter::*set, const std::array<E, N>& values,
                 const std::uint64_t* counts) {
  for (E value : values) {
    Filter chosen = filter;
    chosen.*set = {value};
    ASSERT_EQ(counts[static_cast<std::size_t>(value)], oracle.rows(chosen).size()) << name(value);
  }
}

TEST(QueryOracle, FacetIsTheNumberOfRowsAfterChoosingIt) {
  const Oracle& oracle = Oracle::get();
  Random random(3);
  for (int i = 0; i < 60; ++i) {
    const Filter filter = someFilter(random, oracle);
    const Facets facets = *oracle.query->facets(filter);
    ASSERT_EQ(facets.rows, oracle.rows(filter).size());
    ASSERT_EQ(facets.logRecords, oracle.records.size());
    ASSERT_NO_FATAL_FAILURE(expectFacet(oracle, filter, &Filter::channels, kChannels, facets.channels));
    ASSERT_NO_FATAL_FAILURE(expectFacet(oracle, filter, &Filter::outcomes, kOutcomes, facets.outcomes));
    ASSERT_NO_FATAL_FAILURE(expectFacet(oracle, filter, &Filter::persistences, kPersistences, facets.persistences));
    ASSERT_NO_FATAL_FAILURE(
        expectFacet(oracle, filter, &Filter::actionabilities, kActionabilities, facets.actionabilities));
    ASSERT_NO_FATAL_FAILURE(expectFacet(oracle, filter, &Filter::phases, kPhases, facets.phases));
    for (const auto& [reason, count] : facets.reasons) {
      Filter chosen = filter;
      chosen.reasons = {oracle.log->reason(reason).code};
      ASSERT_EQ(count, oracle.rows(chosen).size()) << oracle.log->reason(reason).code;
    }
    Filter anyTime = filter;
    anyTime.since.reset();
    anyTime.until.reset();
    std::map<std::int32_t, std::uint64_t> days;
    for (std::uint32_t row : oracle.rows(anyTime)) ++days[oracle.dayOf(oracle.records[row])];
    std::map<std::int32_t, std::uint64_t> found;
    for (const auto& [day, count] : facets.days) {
      if (count) found[day] = count;
    }
    ASSERT_EQ(found, days);
  }
}

TEST(QueryTimeRange, PartsOfASecondCount) {
  const Oracle& oracle = Oracle::get();
  const auto timed = std::find_if(oracle.records.begin(), oracle.records.end(), [](const Record& record) {
    return record.time && std::chrono::floor<seconds>(*record.time) == *record.time;
  });
  ASSERT_NE(timed, oracle.records.end());
  const auto has = [&](const Filter& filter) {
    const Rows rows = rowsOf(*oracle.query->rows(filter, {}));
    return std::find(rows.begin(), rows.end(), timed->row.value) != rows.end();
  };
  using std::chrono::milliseconds;
  Filter since;
  since.since = *timed->time;
  EXPECT_TRUE(has(since));
  since.since = *timed->time + milliseconds{1};
  EXPECT_FALSE(has(since));
  Filter until;
  until.until = *timed->time;
  EXPECT_FALSE(has(until));
  until.until = *timed->time + milliseconds{1};
  EXPECT_TRUE(has(until));
}

}  // namespace
}  // namespace undelivered
