// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a delimited log that are no records, and bytes that do not belong there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/log_query.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"

namespace undelivered {
namespace {

using ::testing::ElementsAre;

std::shared_ptr<const DeliveryLog> load(const std::string& text, std::size_t blockBytes = 1 << 20) {
  test::MemoryFiles files;
  files.files["log"] = text;
  LoadRequest request;
  request.paths = {"log"};
  request.blockBytes = blockBytes;
  const auto log = loadLog(request, {}, {}, files);
  EXPECT_TRUE(log) << log.error().detail;
  return log ? *log : nullptr;
}

/// The lines that an issue was told of, each with its text.
std::vector<std::string> told(const DeliveryLog& log, IssueKind kind) {
  std::vector<std::string> lines;
  for (const IssueSample& sample : log.report()[kind].samples)
    lines.push_back(std::to_string(sample.line) + ": " + sample.detail);
  return lines;
}

TEST(OddLines, HeaderAgainIsNoRecord) {
  for (const std::string again : {"code,note,", "CODE,\"Note\",", " Code ,no_te, "}) {
    const auto log = load("code,note,\nEXPIRED,a,\n" + again + "\nEXPIRED,b,\n" + again + "\n");
    EXPECT_EQ(log->recordCount(), 2u) << again;
    EXPECT_THAT(told(*log, IssueKind::RepeatedHeader), ElementsAre("3: " + again, "5: " + again));
    EXPECT_EQ(log->report().total(), 2u + log->report()[IssueKind::EmptyColumns].count) << again;
    EXPECT_EQ(log->report().leftOut(), 2u);
    EXPECT_EQ(log->line(RowId{1}), 4u);
  }
  const auto german = load("Zeit;Status;Empfänger\n1.3.2025 8:00;zugestellt;a@b.de\nZEIT;STATUS;EMPFÄNGER\n");
  EXPECT_EQ(german->recordCount(), 1u);
  EXPECT_EQ(german->report()[IssueKind::RepeatedHeader].count, 1u);
  EXPECT_EQ(german->report().total(), 1u);
}

TEST(OddLines, WhatHasOnlyAWordOfTheHeaderIsARecord) {
  const auto log = load("code,note\ncode,a\ncode,note\n");
  ASSERT_EQ(log->recordCount(), 1u);
  EXPECT_EQ(log->reason(log->kind(RowId{0}).reason).code, "code");
}

TEST(OddLines, WordsInTheFirstCellAloneAreNoRecord) {
  const std::string footer = "Export abgebrochen: Zeitüberschreitung";
  for (const std::string header :
       {"code,note,x\n", "time,code,x\n", "note,code,x\n", "status,note,x\n", "to,status,x\n"}) {
    for (const std::string end : {"", ",,", ",", ",,,,"}) {
      for (std::size_t blockBytes : {64u, 1u << 20}) {
        const auto log = load(header + "EXPIRED,EXPIRED,EXPIRED\n" + footer + end + "\n-----\n", blockBytes);
        EXPECT_EQ(log->recordCount(), 1u) << header << end;
        EXPECT_THAT(told(*log, IssueKind::NoRecord), ElementsAre("3: " + footer + end, "4: -----")) << header;
        EXPECT_EQ(log->report().leftOut(), 2u) << header << end;
        EXPECT_EQ(log->report()[IssueKind::TooFewColumns].count, 0u) << "a line is told once";
      }
    }
  }
}

TEST(OddLines, WhatMayBeARecordIsOne) {
  const auto records = [](const std::string& text) { return load(text)->recordCount(); };
  EXPECT_EQ(records("code,note\nNEW_CODE,\nNEW_CODE\n550\n"), 3u) << "one word may be a code";
  EXPECT_EQ(records("code,note\nNew code,a\n"), 1u) << "another cell has something";
  EXPECT_EQ(records("code,note\n,some words\n"), 1u) << "the words are not in the first cell";
  EXPECT_EQ(records("code\nNew code\n"), 1u) << "the log has no other column";
  EXPECT_EQ(records("time,code,to\n2025-03-04 08:15,,\n"), 1u) << "a time";
  EXPECT_EQ(records("to,code\na@b.de,\n"), 1u) << "an address";
  EXPECT_EQ(records("status,code\nnot delivered,\n"), 1u) << "a status that is understood";
  EXPECT_EQ(records("code,to\nhandover error,\n"), 1u) << "a code that is known";
}

TEST(OddLines, RecordWithoutCodeAndStatusIsToldWithItsText) {
  const auto log = load("code;to\n;a@b.de\n");
  EXPECT_EQ(log->recordCount(), 1u);
  EXPECT_THAT(told(*log, IssueKind::NoCodeNoStatus), ElementsAre("2: ;a@b.de"));
}

TEST(OddLines, ThoseThatAreLeftOutAreNotSearchedAsOthers) {
  test::MemoryFiles files;
  files.files["log"] =
      "code,to,eventid\nEXPIRED,a@b.de,1\ncode,TO,eventid\nEXPIRED,c@d.de,2\nUNDELIV,c@d.de,2\nEXPIRED,\"x\ny\",3\n"
      "words of the end\n";
  LoadRequest request;
  request.paths = {"log"};
  const auto log = *loadLog(request, {}, {}, files);
  ASSERT_EQ(log->recordCount(), 3u);
  const auto query = makeLocalQuery(log);
  const auto found = [&](const std::string& text) {
    Filter filter;
    filter.search = text;
    return query->rows(filter, {})->size();
  };
  EXPECT_EQ(found("words"), 0u);
  EXPECT_EQ(found("code"), 0u);
  EXPECT_EQ(found("UNDELIV"), 0u) << "the event was told before";
  EXPECT_EQ(found("y"), 1u);
  EXPECT_EQ(found("EXPIRED"), 3u);
}

TEST(OddBytes, ZeroByteMakesALogNotBinary) {
  const std::string zero(1, '\0');
  const auto log = load("code,to,note\nEXPIRED" + zero + ",a@b.de,x\nEXPIRED,a@b.de,x" + zero + "y\nEXPIRED,c@d.de,\n");
  ASSERT_EQ(log->recordCount(), 3u);
  EXPECT_EQ(log->report()[IssueKind::NulByte].count, 2u);
  EXPECT_EQ(log->report()[IssueKind::NulByte].samples[1].line, 3u);
  EXPECT_EQ(log->report().total(), 2u);
  EXPECT_EQ(log->kind(RowId{0}), log->kind(RowId{2}));
  EXPECT_EQ(RecordReader(log).read(RowId{1})->fields[2].second, "x" + zero + "y");
}

TEST(OddBytes, ZerosAtTheEndAreNoRecord) {
  const auto log = load("code,to\nEXPIRED,a@b.de\n" + std::string(5000, '\0'));
  EXPECT_EQ(log->recordCount(), 1u);
  EXPECT_EQ(log->report()[IssueKind::NoRecord].count, 1u);
  EXPECT_EQ(log->report().total(), 1u);
}

TEST(OddBytes, TextOfOthersIsExactAndKeysAreTrimmed) {
  const auto log = load(
      "code,to,reference,customer,messageid,diagnostic\n"
      " EXPIRED\t,\" a@b.de \", RE-1,K-1 ,\" m\",\ttab \n");
  const auto record = *RecordReader(log).read(RowId{0});
  EXPECT_EQ(log->reason(record.reason).code, "EXPIRED");
  EXPECT_EQ(record.recipient, "a@b.de");
  EXPECT_EQ(record.reference, " RE-1");
  EXPECT_EQ(record.customer, "K-1 ");
  EXPECT_EQ(record.messageId, " m");
  EXPECT_EQ(record.diagnostic, "\ttab ");
}

TEST(OddBytes, BlanksOfUnicodeAroundATimeAreNone) {
  const auto log = load(
      "time,code,to\n\xC2\xA0"
      "2025-03-04T08:15:00Z\xC2\xA0,EXPIRED,a@b.de\n");
  EXPECT_EQ(log->report().total(), 0u);
  EXPECT_EQ(toIso8601(*log->time(RowId{0})), "2025-03-04T08:15:00Z");
}

}  // namespace
}  // namespace undelivered
