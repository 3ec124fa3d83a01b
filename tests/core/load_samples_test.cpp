// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <map>
#include <string>

#include "query/summary.h"
#include "store/load_log.h"

namespace undelivered {
namespace {

namespace fs = std::filesystem;
using Counts = std::map<std::string, std::uint64_t>;

const fs::path kSource = UNDELIVERED_SOURCE_DIR;

/// What the generator says a log holds; see tests/data/expectation.h.
struct Expected {
  std::uint64_t records = 0, withoutTime = 0;
  Counts outcomes, channels, failuresByChannel, reasons, issues, recordsByDay, failuresByDay;
  bool operator==(const Expected&) const = default;
};

Counts countsOf(const simdjson::dom::element& document, const char* key) {
  Counts counts;
  for (auto [name, count] : simdjson::dom::object(document[key])) counts[std::string(name)] = std::uint64_t(count);
  return counts;
}

Expected expectedOf(const std::string& file) {
  simdjson::dom::parser parser;
  const simdjson::dom::element document = parser.load((kSource / "tests/data/expected" / file).string());
  Expected expected;
  expected.records = std::uint64_t(document["records"]);
  expected.withoutTime = std::uint64_t(document["withoutTime"]);
  expected.outcomes = countsOf(document, "outcomes");
  expected.channels = countsOf(document, "channels");
  expected.failuresByChannel = countsOf(document, "failuresByChannel");
  expected.reasons = countsOf(document, "reasons");
  expected.issues = countsOf(document, "issues");
  for (auto [day, counts] : simdjson::dom::object(document["days"])) {
    expected.recordsByDay[std::string(day)] = std::uint64_t(counts.at(0));
    if (const std::uint64_t failed = counts.at(1)) expected.failuresByDay[std::string(day)] = failed;
  }
  return expected;
}

std::string isoDay(std::int32_t day) { return toIso8601(Timestamp(std::chrono::days(day))).substr(0, 10); }

void count(Expected& found, const DeliveryLog& log, const Kind& kind, std::int32_t day, std::uint64_t number) {
  found.records += number;
  found.outcomes[std::string(name(kind.outcome))] += number;
  found.channels[std::string(name(kind.channel))] += number;
  if (day == kNoDay)
    found.withoutTime += number;
  else
    found.recordsByDay[isoDay(day)] += number;
  if (kind.outcome != Outcome::Failed) return;
  found.failuresByChannel[std::string(name(kind.channel))] += number;
  found.reasons[log.reason(kind.reason).code] += number;
  if (day != kNoDay) found.failuresByDay[isoDay(day)] += number;
}

void countIssues(Expected& found, const DeliveryLog& log) {
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    const auto kind = static_cast<IssueKind>(i);
    if (log.report()[kind].count > 0) found.issues[std::string(name(kind))] = log.report()[kind].count;
  }
}

Expected foundByCube(const DeliveryLog& log) {
  Expected found;
  for (std::size_t i = 0; i < log.cube().days().size(); ++i) {
    for (const Cube::Cell& cell : log.cube().cells(i)) {
      count(found, log, log.kinds()[cell.kind.value], log.cube().days()[i], cell.count);
    }
  }
  countIssues(found, log);
  return found;
}

Expected foundByRows(const DeliveryLog& log) {
  Expected found;
  ZoneCursor zone(log.zone());
  for (std::uint32_t i = 0; i < log.recordCount(); ++i) {
    const auto time = log.time(RowId{i});
    const std::int32_t day = time ? static_cast<std::int32_t>(zone.dayOf(*time).time_since_epoch().count()) : kNoDay;
    count(found, log, log.kind(RowId{i}), day, 1);
  }
  countIssues(found, log);
  return found;
}

void expectSame(const Expected& found, const Expected& expected) {
  EXPECT_EQ(found.records, expected.records);
  EXPECT_EQ(found.withoutTime, expected.withoutTime);
  EXPECT_EQ(found.outcomes, expected.outcomes);
  EXPECT_EQ(found.channels, expected.channels);
  EXPECT_EQ(found.failuresByChannel, expected.failuresByChannel);
  EXPECT_EQ(found.reasons, expected.reasons);
  EXPECT_EQ(found.issues, expected.issues);
  EXPECT_EQ(found.recordsByDay, expected.recordsByDay);
  EXPECT_EQ(found.failuresByDay, expected.failuresByDay);
}

struct Sample {
  const char* log;
  const char* expected;
  std::size_t blockBytes;
};

void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.log << ", blocks of " << sample.blockBytes; }

class LoadSample : public ::testing::TestWithParam<Sample> {};

TEST_P(LoadSample, GivesWhatTheGeneratorMeant) {
  LoadRequest request;
  request.paths = {kSource / "resources/samples" / GetParam().log};
  request.zone = Zone::find("Europe/Berlin").value();
  request.blockBytes = GetParam().blockBytes;
  const auto log = loadLog(request);
  ASSERT_TRUE(log) << log.error().subject << " " << log.error().detail;

  const Expected expected = expectedOf(GetParam().expected);
  expectSame(foundByCube(**log), expected);
  expectSame(foundByRows(**log), expected);
}

// Small blocks make the seams between them lie everywhere, in quoted cells and damaged lines too.
INSTANTIATE_TEST_SUITE_P(All, LoadSample,
                         ::testing::Values(Sample{"delivery-log.csv", "delivery-log.json", std::size_t{1} << 20},
                                           Sample{"delivery-log.csv", "delivery-log.json", 4096},
                                           Sample{"daily", "daily.json", std::size_t{1} << 20},
                                           Sample{"webhook-events.ndjson", "webhook-events.json", std::size_t{1} << 20},
                                           Sample{"webhook-events.ndjson", "webhook-events.json", 4096},
                                           Sample{"latin1.csv", "latin1.json", 4096},
                                           Sample{"unicode-text.txt", "unicode-text.json", 4096}));

}  // namespace
}  // namespace undelivered
