// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <string_view>

#include <gmock/gmock.h>

#include "cli.h"

namespace undelivered::test {
namespace {

using simdjson::dom::element;

class SummaryCommand : public ::testing::Test {
 protected:
  std::string summary(const Arguments& more) {
    Arguments all{"summary", m_log.string()};
    all.insert(all.end(), more.begin(), more.end());
    return cliOutput(all);
  }
  std::string groups(const Arguments& more) {
    Arguments all = more;
    all.insert(all.end(), {"--format", "json"});
    const std::string text = summary(all);
    return simdjson::to_string(json(text)["groups"]);
  }

  TemporaryFolder m_folder;
  std::filesystem::path m_log = m_folder.write("log.csv", smallLog());
};

TEST_F(SummaryCommand, JsonIsAsDocumented) {
  EXPECT_EQ(summary({"--by", "reason,channel", "--format", "json", "--channel", "sms", "--channel", "letter"}),
            "{\"records\":5,\"failed\":4,\"delivered\":0,\"pending\":1,\"unknown\":0,\"groups\":["
            "{\"reason\":\"INVALID_MOBILE_NUMBER\",\"channel\":\"sms\",\"count\":1},"
            "{\"reason\":\"REJECTED\",\"channel\":\"sms\",\"count\":1},"
            "{\"reason\":\"HANDOVER_ERROR\",\"channel\":\"sms\",\"count\":1},"
            "{\"reason\":\"COMPLAINT\",\"known\":false,\"channel\":\"letter\",\"count\":1}],"
            "\"issues\":[{\"kind\":\"unknownStatus\",\"count\":1,\"samples\":[{\"file\":\"" +
                m_log.string() + "\",\"line\":13,\"detail\":\"gibberish\"}]}]}\n");
}

TEST_F(SummaryCommand, ActionableIsAnotherNameOfActionability) {
  EXPECT_EQ(groups({"--by", "actionable,channel"}), groups({"--by", "actionability,channel"}));
}

TEST_F(SummaryCommand, TotalsAreGermanWhereAskedFor) {
  EXPECT_THAT(summary({"--lang", "de"}), ::testing::StartsWith("Einträge 12, nicht zugestellt 9, zugestellt 1, "));
}

TEST_F(SummaryCommand, JsonCountsEverythingWithoutFilters) {
  const std::string text = summary({"--format", "json", "--outcome", "all"});
  const element root = json(text);
  EXPECT_EQ(keysOf(root), (Words{"records", "failed", "delivered", "pending", "unknown", "groups", "issues"}));
  EXPECT_EQ(std::uint64_t(root["records"]), 12u);
  EXPECT_EQ(std::uint64_t(root["failed"]), 9u);
  EXPECT_EQ(std::uint64_t(root["delivered"]), 1u);
  EXPECT_EQ(std::uint64_t(root["pending"]), 1u);
  EXPECT_EQ(std::uint64_t(root["unknown"]), 1u);
  std::uint64_t sum = 0;
  for (element group : simdjson::dom::array(root["groups"])) sum += std::uint64_t(group["count"]);
  EXPECT_EQ(sum, 12u);
}

TEST_F(SummaryCommand, GroupKeysAreTheDimensionsAskedForInTheirOrder) {
  const std::string text = summary({"--format", "json", "--by", "phase,reason,outcome,persistence,actionability"});
  for (element group : simdjson::dom::array(json(text)["groups"])) {
    Words keys = keysOf(group);
    std::erase(keys, "known");
    EXPECT_EQ(keys, (Words{"phase", "reason", "outcome", "persistence", "actionability", "count"}));
  }
}

TEST_F(SummaryCommand, UnknownReasonIsVerbatimWithKnownFalse) {
  EXPECT_EQ(groups({"--by", "reason", "--reason", "UNKNOWN"}), R"([{"reason":"COMPLAINT","known":false,"count":2}])");
  EXPECT_EQ(groups({"--by", "reason", "--search", "m-12"}), R"([{"reason":null,"known":false,"count":1}])");
}

TEST_F(SummaryCommand, TimeDimensionComesInTheOrderOfTime) {
  EXPECT_EQ(groups({"--by", "day"}),
            R"([{"day":"2025-03-03","count":2},{"day":"2025-03-04","count":2},{"day":"2025-03-05","count":1},)"
            R"({"day":"2025-03-10","count":1},{"day":"2025-04-01","count":1},{"day":"2025-04-04","count":1},)"
            R"({"day":null,"count":1}])");
  EXPECT_EQ(groups({"--by", "week"}),
            R"([{"week":"2025-W10","count":5},{"week":"2025-W11","count":1},{"week":"2025-W14","count":2},)"
            R"({"week":null,"count":1}])");
  EXPECT_EQ(groups({"--by", "month"}),
            R"([{"month":"2025-03","count":6},{"month":"2025-04","count":2},{"month":null,"count":1}])");
}

TEST_F(SummaryCommand, LargestFirstWithinATime) {
  EXPECT_EQ(groups({"--by", "month,channel", "--outcome", "all"}),
            R"([{"month":"2025-03","channel":"email","count":3},{"month":"2025-03","channel":"sms","count":3},)"
            R"({"month":"2025-04","channel":"email","count":3},{"month":"2025-04","channel":"unknown","count":1},)"
            R"({"month":"2025-04","channel":"sms","count":1},{"month":null,"channel":"letter","count":1}])");
}

TEST_F(SummaryCommand, WeekBelongsToTheYearOfItsThursday) {
  m_log = m_folder.write("weeks.csv",
                         "Time,Status,Channel\n2024-12-30 12:00:00,failed,email\n2026-01-01 12:00:00,failed,email\n"
                         "2027-01-03 12:00:00,failed,email\n2027-01-04 12:00:00,failed,email\n");
  EXPECT_EQ(groups({"--by", "week"}),
            R"([{"week":"2025-W01","count":1},{"week":"2026-W01","count":1},{"week":"2026-W53","count":1},)"
            R"({"week":"2027-W01","count":1}])");
}

TEST_F(SummaryCommand, SourceIsTheFile) {
  const auto other = m_folder.write("other.csv", "Status,Channel\nfailed,sms\nfailed,sms\n");
  EXPECT_EQ(simdjson::to_string(json(cliOutput({"summary", m_log.string(), other.string(), "--by", "source,channel",
                                                "--format", "json", "--channel", "sms"}))["groups"]),
            "[{\"source\":\"" + m_log.string() + "\",\"channel\":\"sms\",\"count\":3},{\"source\":\"" + other.string() +
                "\",\"channel\":\"sms\",\"count\":2}]");
}

TEST_F(SummaryCommand, Csv) {
  EXPECT_EQ(summary({"--by", "actionability,phase", "--format", "csv"}),
            "actionability,phase,count\r\nunknown,unknown,3\r\nyes,while,2\r\nno,after,2\r\nyes,before,1\r\n"
            "partially,after,1\r\n");
}

TEST_F(SummaryCommand, Table) {
  EXPECT_EQ(summary({"--by", "month"}),
            "records 12, failed 9, delivered 1, pending 1, unknown 1\n\n"
            "month    count\n2025-03      6\n2025-04      2\n-            1\n");
}

TEST_F(SummaryCommand, FolderIsReadInTheOrderOfNames) {
  TemporaryFolder folder;
  for (const char* name : {"b.csv", "a.csv", "sub/c.csv", ".hidden.csv"}) {
    folder.write(name, std::string("Status,Channel,Recipient\nfailed,sms,") + name + "\n");
  }
  folder.write("readme.txt", "nothing of interest here\n");
  const std::string text = cliOutput({"summary", folder.path().string(), "--by", "source", "--format", "csv"});
  const std::string at = folder.path().string() + "/";
  EXPECT_EQ(text, "source,count\r\n" + at + "a.csv,1\r\n" + at + "b.csv,1\r\n" + at + "sub/c.csv,1\r\n");
}

TEST_F(SummaryCommand, FolderMayHoldMoreLogsThanMayUsuallyBeOpen) {
  TemporaryFolder folder;
  for (int i = 0; i < 400; ++i) {
    const std::string number = std::to_string(i);
    folder.write(number + ".csv", "Status,Channel,Recipient\nfailed,sms," + number + "\n");
  }
  ProcessSetup setup = cliSetup({"summary", folder.path().string(), "--by", "channel", "--format", "csv"});
  setup.inChild = [] {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = 256;
    ::setrlimit(RLIMIT_NOFILE, &limit);
  };
  const ProcessEnd end = runProcess(setup);
  EXPECT_EQ(end.exitCode, 0) << end.err;
  EXPECT_EQ(end.out, "channel,count\r\nsms,400\r\n");
}

TEST_F(SummaryCommand, MoreLogsThanMayBeOpenAtAllAreToldClearly) {
  // UndefinedBehaviorSanitizer looks at an object through a pipe, and takes one for broken when no pipe is to be had.
  if (std::string_view(UNDELIVERED_SANITIZERS).find("undefined") != std::string_view::npos)
    GTEST_SKIP() << "the sanitizer itself needs to open files";
  TemporaryFolder folder;
  for (int i = 0; i < 100; ++i) {
    const std::string number = std::to_string(i);
    folder.write(number + ".csv", "Status,Channel,Recipient\nfailed,sms," + number + "\n");
  }
  ProcessSetup setup = cliSetup({"summary", folder.path().string(), "--lang", "en"});
  setup.inChild = [] {
    const rlimit limit{64, 64};
    ::setrlimit(RLIMIT_NOFILE, &limit);
  };
  const ProcessEnd end = runProcess(setup);
  EXPECT_EQ(end.exitCode, 3);
  EXPECT_THAT(end.err, testing::HasSubstr("as many files are open as the system allows"));
}

TEST_F(SummaryCommand, StandardInputIsALog) {
  const std::string text = cliOutput({"summary", "-", "--by", "source", "--format", "csv"}, smallLog());
  EXPECT_EQ(text, "source,count\r\n-,9\r\n");
}

TEST_F(SummaryCommand, CountsOfTheSamplesAreTheGenerators) {
  const std::string text = cliOutput({"summary", samplesFolder() + "/delivery-log.csv", "--format", "json"});
  std::vector<std::uint64_t> found;
  for (const char* key : {"records", "failed", "delivered", "pending", "unknown"})
    found.push_back(std::uint64_t(json(text)[key]));
  simdjson::dom::parser parser;
  const element expected = parser.load(UNDELIVERED_SOURCE_DIR "/tests/data/expected/delivery-log.json");
  std::vector<std::uint64_t> wanted{std::uint64_t(expected["records"])};
  for (const char* key : {"failed", "delivered", "pending", "unknown"}) {
    wanted.push_back(expected["outcomes"][key].error() ? 0 : std::uint64_t(expected["outcomes"][key]));
  }
  EXPECT_EQ(found, wanted);
}

}  // namespace
}  // namespace undelivered::test
