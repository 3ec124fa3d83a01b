// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing silently: each kind of read issue with its number, line and cause, and whether the record stays.
#include <gtest/gtest.h>

#include <ostream>
#include <set>

#include "store/record_reader.h"
#include "support/load_text.h"

namespace undelivered {
namespace {

std::shared_ptr<const DeliveryLog> load(const std::string& text) { return test::loadTextIn("Europe/Berlin", text); }

struct Case {
  IssueKind kind;
  std::string lines;  ///< below the header; the second of them has the issue
  std::string detail;
  std::uint32_t records;

  friend void PrintTo(const Case& each, std::ostream* out) { *out << name(each.kind); }
};

const std::string kHeader = "time;status;code;channel;recipient\n";
const std::string kGood = "2025-03-04 08:15;failed;EXPIRED;sms;+491701234567\n";

class ReadIssues : public ::testing::TestWithParam<Case> {};

TEST_P(ReadIssues, IsCountedWithLineAndCause) {
  const Case& c = GetParam();
  const auto log = load(kHeader + kGood + c.lines + kGood);
  const auto& entry = log->report()[c.kind];
  EXPECT_EQ(entry.count, 1u);
  ASSERT_EQ(entry.samples.size(), 1u);
  EXPECT_EQ(entry.samples[0].file, "log");
  EXPECT_EQ(entry.samples[0].line, 3u);
  EXPECT_EQ(entry.samples[0].detail, c.detail);
  EXPECT_EQ(log->report().total(), 1u) << "and nothing else";
  EXPECT_EQ(log->recordCount(), c.records);
  EXPECT_EQ(log->report().leftOut(), leavesOut(c.kind) ? 1u : 0u);
  EXPECT_EQ(c.records == 2, leavesOut(c.kind)) << "what is kept is a record";
}

const std::string kLong(std::size_t{1} << 20, 'x');

INSTANTIATE_TEST_SUITE_P(
    Kinds, ReadIssues,
    ::testing::Values(Case{IssueKind::TooFewColumns, "2025-03-04 08:15;failed\n", "2025-03-04 08:15;failed", 3},
                      Case{IssueKind::TooManyColumns, "2025-03-04 08:15;failed;EXPIRED;sms;a;b\n",
                           "2025-03-04 08:15;failed;EXPIRED;sms;a;b", 3},
                      Case{IssueKind::UnterminatedQuote, "2025-03-04 08:15;failed;EXPIRED;sms;\"open\n",
                           "2025-03-04 08:15;failed;EXPIRED;sms;\"open", 3},
                      Case{IssueKind::MisplacedQuote, "2025-03-04 08:15;failed;EXPIRED;sms;\"a\"b\n",
                           "2025-03-04 08:15;failed;EXPIRED;sms;\"a\"b", 3},
                      Case{IssueKind::RecordTooLong, "2025-03-04 08:15;failed;EXPIRED;sms;" + kLong + "\n",
                           "2025-03-04 08:15;failed;EXPIRED;sms;" + kLong.substr(0, 84), 2},
                      Case{IssueKind::NoCodeNoStatus, "2025-03-04 08:15;;;email;a@b.de\n",
                           "2025-03-04 08:15;;;email;a@b.de", 3},
                      Case{IssueKind::UnknownStatus, "2025-03-04 08:15;gibberish;;email;a@b.de\n", "gibberish", 3},
                      Case{IssueKind::Contradiction, "2025-03-04 08:15;delivered;EXPIRED;sms;1\n", "EXPIRED", 3},
                      Case{IssueKind::BadTime, "yesterday;failed;EXPIRED;sms;1\n", "yesterday", 3},
                      Case{IssueKind::BadTime, "1969-12-31 08:15:00;failed;EXPIRED;sms;1\n", "1969-12-31 08:15:00", 3},
                      Case{IssueKind::BadTime, "2107-01-01 08:15:00;failed;EXPIRED;sms;1\n", "2107-01-01 08:15:00", 3},
                      Case{IssueKind::AmbiguousTime, "2025-10-26 02:30;failed;EXPIRED;sms;1\n", "2025-10-26 02:30", 3},
                      Case{IssueKind::SkippedTime, "2025-03-30 02:30;failed;EXPIRED;sms;1\n", "2025-03-30 02:30", 3},
                      Case{IssueKind::UnknownChannel, "2025-03-04 08:15;failed;EXPIRED;fax;1\n", "fax", 3}),
    [](const auto& test) { return std::string(name(test.param.kind)) + std::to_string(test.index); });

TEST(ReadIssueTimes, AreHandledAndNeverDropped) {
  const auto log =
      load(kHeader + "2025-10-26 02:30;failed;EXPIRED;sms;1\n2025-03-30 02:30;failed;EXPIRED;sms;1\nx;failed;;;\n");
  ASSERT_EQ(log->recordCount(), 3u);
  EXPECT_EQ(toIso8601(*log->time(RowId{0})), "2025-10-26T01:30:00Z");
  EXPECT_EQ(toIso8601(*log->time(RowId{1})), "2025-03-30T01:30:00Z");
  EXPECT_FALSE(log->time(RowId{2}));
  EXPECT_EQ(log->cube().days().front(), std::numeric_limits<std::int32_t>::min()) << "counted, on no day";
}

TEST(ReadIssueLines, EmptyOnesAreNothing) {
  const auto log = load(kHeader + kGood + "\n;;;;\n \n" + kGood);
  EXPECT_EQ(log->recordCount(), 2u);
  EXPECT_EQ(log->line(RowId{1}), 6u);
  EXPECT_EQ(log->report().total(), 0u);
  EXPECT_EQ(load("code\nEXPIRED\n \nEXPIRED\n")->recordCount(), 2u);
}

TEST(ReadIssueSamples, AreTheFirstOnesAndTheNumberIsOfAll) {
  std::string text = kHeader;
  for (int i = 0; i < 1000; ++i) text += "bad" + std::to_string(i) + ";failed;EXPIRED;sms;1\n";
  const auto log = load(text);
  const auto& entry = log->report()[IssueKind::BadTime];
  EXPECT_EQ(entry.count, 1000u);
  ASSERT_EQ(entry.samples.size(), kIssueSamples);
  for (std::size_t i = 0; i < kIssueSamples; ++i) {
    EXPECT_EQ(entry.samples[i].detail, "bad" + std::to_string(i));
    EXPECT_EQ(entry.samples[i].line, i + 2);
  }
}

TEST(ReadIssueCodes, MoreUnknownOnesThanAreToldApartStayReadable) {
  std::string text = kHeader;
  constexpr std::uint32_t kCodes = 5000;
  for (std::uint32_t i = 0; i < kCodes; ++i)
    text += "2025-03-04 08:15;failed;FREE TEXT " + std::to_string(i) + ";sms;1\n";
  const auto log = load(text);
  ASSERT_EQ(log->recordCount(), kCodes);
  EXPECT_EQ(log->report()[IssueKind::TooManyCodes].count, kCodes - 4096);
  EXPECT_EQ(log->report()[IssueKind::TooManyCodes].samples[0].detail, "FREE TEXT 4096");
  EXPECT_EQ(log->reason(log->kind(RowId{4095}).reason).code, "FREE TEXT 4095");
  EXPECT_EQ(log->reason(log->kind(RowId{4096}).reason).code, "…");
  EXPECT_EQ(RecordReader(log).read(RowId{4999})->fields[2].second, "FREE TEXT 4999") << "the text stays in the log";
}

TEST(ReadIssueNames, AreAllDifferent) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kIssueKindCount; ++i) names.insert(name(static_cast<IssueKind>(i)));
  EXPECT_EQ(names.size(), kIssueKindCount);
  EXPECT_FALSE(names.contains(""));
}

}  // namespace
}  // namespace undelivered
