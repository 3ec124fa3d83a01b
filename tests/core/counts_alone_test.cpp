// SPDX-License-Identifier: GPL-3.0-or-later
// A log that keeps nothing but counts, against one that keeps its records.
#include <gtest/gtest.h>

#include "data/random.h"
#include "query/counts.h"
#include "query/log_query.h"
#include "store/load_log.h"

namespace undelivered {
namespace {

using samples::Random;

std::shared_ptr<const DeliveryLog> logThatKeeps(Keep keep, const std::vector<std::filesystem::path>& paths) {
  LoadRequest request;
  request.paths = paths;
  request.zone = *Zone::find("Europe/Berlin");
  request.blockBytes = 65536;
  request.keep = keep;
  return loadLog(request).value();
}

Filter someFilter(Random& random) {
  Filter filter;
  if (random.perMille(400)) filter.outcomes.insert(random.pick(std::vector(kOutcomes.begin(), kOutcomes.end())));
  if (random.perMille(300)) filter.channels.insert(random.pick(std::vector(kChannels.begin(), kChannels.end())));
  if (random.perMille(300)) filter.persistences.insert(Persistence::Permanent);
  if (random.perMille(300)) filter.reasons = {"BOUNCE_TRANSIENT_MBX_FULL", std::string(kAnyUnknownReason)};
  const auto moment = [&] {
    const Zone zone = *Zone::find("Europe/Berlin");
    const Timestamp time = startOfDay(LocalDay{std::chrono::days{random.between(19'900, 20'560)}}, zone);
    return random.perMille(700) ? time : time + std::chrono::minutes{17};
  };
  if (random.perMille(300)) filter.since = moment();
  if (random.perMille(300)) filter.until = moment();
  if (random.perMille(100)) filter.search = "a";
  return filter;
}

std::string described(const ReadReport& report) {
  std::string text;
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    const auto& issue = report[static_cast<IssueKind>(i)];
    text += std::to_string(issue.count) + ":";
    for (const IssueSample& sample : issue.samples)
      text += sample.file + " " + std::to_string(sample.line) + " " + sample.detail + "\n";
  }
  return text;
}

class CountsAlone : public testing::TestWithParam<std::vector<std::filesystem::path>> {};

TEST_P(CountsAlone, SayWhatTheRecordsSay) {
  const auto all = logThatKeeps(Keep::Records, GetParam());
  const auto counts = logThatKeeps(Keep::Counts, GetParam());
  ASSERT_GT(all->recordCount(), 300u);
  EXPECT_EQ(counts->recordCount(), all->recordCount());
  EXPECT_EQ(described(counts->report()), described(all->report()));
  EXPECT_TRUE(counts->chunks().empty());
  EXPECT_LT(counts->memoryBytes(), all->memoryBytes() / 4);

  const std::vector<Dimension> dimensions{Dimension::Reason, Dimension::Channel, Dimension::Outcome, Dimension::Phase,
                                          Dimension::Day,    Dimension::Week,    Dimension::Month,   Dimension::Source};
  Random random(5);
  int asked = 0;
  for (int i = 0; i < 300; ++i) {
    const Filter filter = someFilter(random);
    std::vector<Dimension> by;
    for (int n = random.between(0, 3); n > 0; --n) by.push_back(random.pick(dimensions));
    if (!answersFromCube(filter, by, all->zone())) continue;
    ++asked;
    const Summary expected = *makeLocalQuery(all)->summarise(filter, by);
    const Summary answer = *makeLocalQuery(counts)->summarise(filter, by);
    ASSERT_EQ(answer.groups.size(), expected.groups.size()) << i;
    for (std::size_t g = 0; g < expected.groups.size(); ++g) {
      ASSERT_EQ(answer.groups[g].keys, expected.groups[g].keys) << i;
      ASSERT_EQ(answer.groups[g].count, expected.groups[g].count) << i;
    }
    ASSERT_EQ(answer.rows, expected.rows);
    ASSERT_EQ(answer.totals.records, expected.totals.records);
    ASSERT_EQ(answer.totals.failed, expected.totals.failed);
  }
  EXPECT_GT(asked, 100);
}

const std::filesystem::path kRoot = UNDELIVERED_SOURCE_DIR;
INSTANTIATE_TEST_SUITE_P(Logs, CountsAlone,
                         testing::Values(std::vector{kRoot / "resources/samples"},
                                         // The same records twice, which are merged.
                                         std::vector{kRoot / "resources/samples", kRoot / "tests/data/providers"}));

}  // namespace
}  // namespace undelivered
