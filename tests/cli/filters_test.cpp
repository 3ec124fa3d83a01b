// SPDX-License-Identifier: GPL-3.0-or-later
// Each filter alone, and how they join: which records of the small log are left.
#include "cli.h"

namespace undelivered::test {
namespace {

using Lines = std::vector<int>;

class Filters : public ::testing::Test {
 protected:
  Lines lines(const Arguments& filters) {
    Arguments all{"records", m_log.string()};
    all.insert(all.end(), filters.begin(), filters.end());
    return recordLines(cliOutput(all));
  }

  TemporaryFolder m_folder;
  std::filesystem::path m_log = m_folder.write("log.csv", smallLog());
};

TEST_F(Filters, FailuresAreTheDefault) { EXPECT_EQ(lines({}), (Lines{2, 3, 4, 5, 7, 8, 9, 10, 14})); }

TEST_F(Filters, Outcome) {
  EXPECT_EQ(lines({"--outcome", "delivered"}), Lines{11});
  EXPECT_EQ(lines({"--outcome", "pending"}), Lines{12});
  EXPECT_EQ(lines({"--outcome", "unknown"}), Lines{13});
  EXPECT_EQ(lines({"--outcome", "pending", "--outcome", "unknown"}), (Lines{12, 13}));
  EXPECT_EQ(lines({"--outcome", "all"}), (Lines{2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14}));
  EXPECT_EQ(lines({"--outcome", "failed"}), lines({}));
}

TEST_F(Filters, ReasonByCodeAliasAndAnySpelling) {
  EXPECT_EQ(lines({"--reason", "REJECTED"}), Lines{3});
  EXPECT_EQ(lines({"--reason", "Rejectd"}), Lines{3});
  EXPECT_EQ(lines({"--reason", "handover error"}), (Lines{4, 5}));
  EXPECT_EQ(lines({"--reason", "handover-error", "--reason", "REJECTED"}), (Lines{3, 4, 5}));
  EXPECT_EQ(lines({"--reason", "COMPLAINT"}), (Lines{9, 10}));
  EXPECT_EQ(lines({"--reason", "EXPIRED"}), Lines{});
}

TEST_F(Filters, ReasonOutsideTheCatalogueInAnySpelling) {
  EXPECT_EQ(lines({"--reason", "complaint"}), (Lines{9, 10}));
  EXPECT_EQ(lines({"--reason", "com-plaint"}), (Lines{9, 10}));
  EXPECT_EQ(lines({"--reason", "unknown"}), (Lines{9, 10}));
  const auto log = m_folder.write("other.csv", "code,to\nBOUNCE_X,a@b.de\nbounce x,a@b.de\nBOUNCE_Y,a@b.de\n");
  EXPECT_EQ(recordLines(cliOutput({"records", log.string(), "--reason", "bounce x"})), (Lines{2, 3}));
}

TEST_F(Filters, ReasonUnknownStandsForCodesOutsideTheCatalogue) {
  EXPECT_EQ(lines({"--reason", "UNKNOWN"}), (Lines{9, 10}));
  EXPECT_EQ(lines({"--reason", "UNKNOWN", "--reason", "REJECTED"}), (Lines{3, 9, 10}));
}

TEST_F(Filters, Channel) {
  EXPECT_EQ(lines({"--channel", "email"}), (Lines{2, 4, 7, 14}));
  EXPECT_EQ(lines({"--channel", "SMS"}), (Lines{3, 5, 8}));
  EXPECT_EQ(lines({"--channel", "letter"}), Lines{9});
  EXPECT_EQ(lines({"--channel", "unknown"}), Lines{10});
  EXPECT_EQ(lines({"--channel", "letter", "--channel", "unknown"}), (Lines{9, 10}));
}

TEST_F(Filters, PersistenceActionabilityAndPhase) {
  EXPECT_EQ(lines({"--persistence", "permanent"}), (Lines{2, 7, 8}));
  EXPECT_EQ(lines({"--persistence", "temporary"}), (Lines{3, 4, 5}));
  EXPECT_EQ(lines({"--persistence", "unknown"}), (Lines{9, 10, 14}));
  EXPECT_EQ(lines({"--actionable", "yes"}), (Lines{4, 5, 8}));
  EXPECT_EQ(lines({"--actionable", "partially"}), Lines{7});
  EXPECT_EQ(lines({"--actionable", "no"}), (Lines{2, 3}));
  EXPECT_EQ(lines({"--actionable", "unknown"}), (Lines{9, 10, 14}));
  EXPECT_EQ(lines({"--phase", "before"}), Lines{8});
  EXPECT_EQ(lines({"--phase", "while"}), (Lines{4, 5}));
  EXPECT_EQ(lines({"--phase", "after"}), (Lines{2, 3, 7}));
  EXPECT_EQ(lines({"--phase", "unknown"}), (Lines{9, 10, 14}));
}

TEST_F(Filters, TimeRangeOfWholeDaysInTheZone) {
  EXPECT_EQ(lines({"--since", "2025-03-04", "--until", "2025-03-04"}), (Lines{4, 5}));
  EXPECT_EQ(lines({"--until", "2025-03-03"}), (Lines{2, 3}));
  EXPECT_EQ(lines({"--since", "04.03.2025", "--until", "05.03.2025"}), (Lines{4, 5, 7}));
  EXPECT_EQ(lines({"--since", "2025-04-01"}), (Lines{10, 14}));
}

TEST_F(Filters, TimeRangeOfMoments) {
  EXPECT_EQ(lines({"--since", "2025-03-03T09:15:31", "--until", "2025-03-04T23:59:59"}), (Lines{3, 4}));
  EXPECT_EQ(lines({"--since", "2025-03-03T08:15:30Z", "--until", "2025-03-03T09:00:00Z"}), Lines{2});
  EXPECT_EQ(lines({"--since", "2025-03-03T08:15:30Z", "--until", "2025-03-03T09:00:01Z"}), (Lines{2, 3}));
}

TEST_F(Filters, ZoneMovesTimesWithoutOne) {
  const std::string day = "2025-03-04";
  EXPECT_EQ(lines({"--zone", "UTC", "--since", "2025-03-04T00:00:00Z", "--until", "2025-03-05T00:00:00Z"}),
            (Lines{4, 5}));
  EXPECT_EQ(lines({"--zone", "Europe/Berlin", "--since", "2025-03-04T00:00:00Z", "--until", "2025-03-05T00:00:00Z"}),
            (Lines{5, 7}));
  EXPECT_EQ(lines({"--zone", "+01:00", "--since", day, "--until", day}), (Lines{4, 5}));
}

TEST_F(Filters, SearchLooksIntoEveryOriginalColumnRegardlessOfCase) {
  EXPECT_EQ(lines({"--search", "MÜLLER"}), Lines{2});
  EXPECT_EQ(lines({"--search", "gross"}), (Lines{3, 4, 14}));
  EXPECT_EQ(lines({"--search", "GROSS", "--outcome", "all"}), (Lines{3, 4, 12, 13, 14}));
  EXPECT_EQ(lines({"--search", "http 503"}), Lines{4});
  EXPECT_EQ(lines({"--search", "a\nb"}), Lines{5});
  EXPECT_EQ(lines({"--search", "no such text"}), Lines{});
}

TEST_F(Filters, SearchWithCase) {
  EXPECT_EQ(lines({"--search", "Müller", "--match-case"}), Lines{2});
  EXPECT_EQ(lines({"--match-case", "--search", "MÜLLER"}), Lines{});
  EXPECT_EQ(lines({"--search", "Groß", "--match-case"}), (Lines{3, 4, 14}));
  EXPECT_EQ(lines({"--search", "Gross", "--match-case"}), Lines{});
  EXPECT_EQ(lines({"--search", "http 503", "--match-case"}), Lines{});
  EXPECT_EQ(lines({"--search", "HTTP 503", "--match-case"}), Lines{4});
}

TEST_F(Filters, AllMustHold) {
  EXPECT_EQ(lines({"--channel", "sms", "--persistence", "temporary", "--since", "2025-03-04"}), Lines{5});
  EXPECT_EQ(lines({"--reason", "UNKNOWN", "--channel", "email"}), Lines{});
}

TEST_F(Filters, HoldForSummaryAndActionsToo) {
  const Arguments filters{"--channel", "email", "--actionable", "yes"};
  Arguments summary{"summary", m_log.string(), "--format", "json"};
  summary.insert(summary.end(), filters.begin(), filters.end());
  const std::string text = cliOutput(summary);
  const auto root = json(text);
  ASSERT_EQ(simdjson::dom::array(root["groups"]).size(), 1u) << text;
  EXPECT_EQ(std::uint64_t(root["groups"].at(0)["count"]), 1u);
  Arguments actions{"actions", m_log.string(), "--for", "machine"};
  actions.insert(actions.end(), filters.begin(), filters.end());
  EXPECT_EQ(linesOf(cliOutput(actions)).size(), 2u);
}

TEST_F(Filters, CatalogueOfTheUserDecides) {
  const auto catalogue = m_folder.write("mine.toml",
                                        "format = 1\n[[reason]]\ncode = \"COMPLAINT\"\nchannels = [\"email\"]\n"
                                        "persistence = \"permanent\"\nactionable = \"no\"\nphase = \"after\"\n");
  EXPECT_EQ(lines({"--catalogue", catalogue.string(), "--persistence", "permanent"}), (Lines{2, 7, 8, 9, 10}));
  EXPECT_EQ(lines({"--catalogue", catalogue.string(), "--reason", "UNKNOWN"}), Lines{});
  EXPECT_EQ(lines({"--catalogue", catalogue.string(), "--channel", "email"}), (Lines{2, 4, 7, 10, 14}));
}

}  // namespace
}  // namespace undelivered::test
