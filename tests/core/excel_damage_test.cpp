// SPDX-License-Identifier: GPL-3.0-or-later
// What spreadsheets do to logs is told, and nothing of it is repaired.
#include "input/excel_damage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/record_reader.h"
#include "support/load_text.h"

namespace undelivered {
namespace {

std::shared_ptr<const DeliveryLog> load(const std::string& text) { return test::loadText(text); }

TEST(ExcelDamage, RoundedNumbers) {
  for (const char* text : {"4,91751E+11", "4.91751E+11", "4,9E+12", "1,7e+10", "4,91751E11", "4E+11", "4,91751E+011",
                           "1.23456789012346E+019", "4E+011"})
    EXPECT_TRUE(isRoundedNumber(text)) << text;
  for (const char* text :
       {"491751234567", "+49 175 1234567", "a@b.de", "4,91751", "E+11", "4E11", "1e+6", "4,9E+1234", ""})
    EXPECT_FALSE(isRoundedNumber(text)) << text;
}

TEST(ExcelDamage, LostZeros) {
  for (const char* text : {"1751234567", "15123456789", "1601234567"}) EXPECT_TRUE(isMobileWithoutZero(text)) << text;
  for (const char* text : {"01751234567", "491751234567", "+491751234567", "175123456", "1851234567", "0049175123"})
    EXPECT_FALSE(isMobileWithoutZero(text)) << text;
}

TEST(ExcelDamage, DatesMadeOfReferences) {
  for (const char* text : {"01. Mrz", "1. Mrz", "Mrz 25", "1-Mar", "Mar-25", "01.03.2025", "2025-03-01", "Okt 24",
                           "05/01/2025", "31/12/2025", "1/5/2025", "01.05.2025 00:00", "2025-05-01 00:00:00"})
    EXPECT_TRUE(isDateForm(text)) << text;
  for (const char* text :
       {"RE-2025-0815", "4711", "20250304", "2025-0815", "1-3", "MAR", "Martin 5", "May-2025-1", "RE-2025-01",
        "13/13/2025", "12/2025", "1/2/3", "4711/01/2025", "01/05/4711", "01.05.2025 08:15", ""})
    EXPECT_FALSE(isDateForm(text)) << text;
}

TEST(ExcelDamage, CutNumbers) {
  for (const char* text : {"123456789012345000", "1234567890123450", "12345678901234570000", "12345678901234567000"})
    EXPECT_TRUE(isCutNumber(text)) << text;
  for (const char* text : {"123456789012345", "1234567890123456", "1000000000000000000", "123456789012345000-0", "",
                           "0000000000000000", "1234567890123456700"})
    EXPECT_FALSE(isCutNumber(text)) << text;
}

TEST(ExcelDamage, IdsThatLostTheirLastDigitsAreToldWhereTheColumnLeavesNoDoubt) {
  const std::string header = "Status;E-Mail;Referenz\n";
  const auto rows = [](std::initializer_list<const char*> references) {
    std::string text;
    for (const char* reference : references) text += std::string("failed;a@b.de;") + reference + "\n";
    return text;
  };
  const auto log = load(header + rows({"1234567890123450000", "RE-1", "1234567890123460000", "1234567890123470000"}));
  const auto& told = log->report()[IssueKind::NumberAsFloat];
  ASSERT_EQ(told.count, 3u);
  EXPECT_EQ(told.samples[1].line, 4u);
  EXPECT_EQ(told.samples[1].detail, "1234567890123460000");
  for (const auto& others :
       {rows({"1234567890123450000", "1234567890123460000"}),
        rows({"1234567890123450000", "1234567890123460000", "1234567890123470000", "1234567890123470001"}),
        rows({"1234567890123450", "1234567890123460", "1234567890123470"})}) {
    EXPECT_EQ(load(header + others)->report().total(), 0u) << others;
  }
}

TEST(ExcelDamage, WhatIsShownInPlaceOfAValueIsTold) {
  const auto log = load(
      "Status;Mobilnummer;Referenz;Kunde\n"
      "failed;########;#NAME?;01. Mrz\n"
      "failed;+491751234567;#1;K-2\n"
      "failed;+491751234568;RE-3;#WERT!\n");
  const auto& told = log->report()[IssueKind::SpreadsheetError];
  ASSERT_EQ(told.count, 3u);
  EXPECT_EQ(told.samples[0].detail, "########");
  EXPECT_EQ(told.samples[2].line, 4u);
  ASSERT_EQ(log->report()[IssueKind::DateAsReference].count, 1u);
  EXPECT_EQ(log->report()[IssueKind::DateAsReference].samples[0].detail, "01. Mrz");
  EXPECT_EQ(log->report().total(), 4u);
  EXPECT_EQ(RecordReader(log).read(RowId{0})->recipient, "########");
}

TEST(ExcelDamage, DatesOfEveryLengthAreToldAsReferences) {
  const auto log = load(
      "Status;Mobilnummer;Referenz\n"
      "failed;+491751234560;Mrz 25\n"
      "failed;+491751234561;01.03.2026\n"
      "failed;+491751234562;  01.03.2026 \n"
      "failed;+491751234563;RE-2026-03\n");
  const auto& dates = log->report()[IssueKind::DateAsReference];
  ASSERT_EQ(dates.count, 3u);
  EXPECT_EQ(dates.samples[1].detail, "01.03.2026");
  EXPECT_EQ(dates.samples[2].line, 4u);
}

TEST(ExcelDamage, IsToldWithPlaceAndKept) {
  const auto log = load(
      "Status;Mobilnummer;Referenz;;\n"
      "failed;4,91751E+11;01. Mrz;;\n"
      "failed;1751234567;RE-1;;\n"
      "failed;+491751234567;RE-2;;\n");
  const ReadReport& report = log->report();
  const std::tuple<IssueKind, std::uint64_t, const char*> kExpected[] = {{IssueKind::NumberAsFloat, 2, "4,91751E+11"},
                                                                         {IssueKind::LostZero, 3, "1751234567"},
                                                                         {IssueKind::DateAsReference, 2, "01. Mrz"},
                                                                         {IssueKind::EmptyColumns, 1, "2"}};
  for (const auto& [kind, line, detail] : kExpected) {
    ASSERT_EQ(report[kind].count, 1u) << name(kind);
    EXPECT_EQ(report[kind].samples[0].line, line) << name(kind);
    EXPECT_EQ(report[kind].samples[0].detail, detail);
  }
  EXPECT_EQ(report.leftOut(), 0u);
  EXPECT_EQ(log->recordCount(), 3u);
  EXPECT_EQ(RecordReader(log).read(RowId{0})->recipient, "4,91751E+11");
  EXPECT_EQ(RecordReader(log).read(RowId{0})->reference, "01. Mrz");
}

TEST(ExcelDamage, RoundedIdsAreToldInEveryColumnOfIds) {
  const auto log = load(
      "Status;E-Mail;Kundennummer;Referenz;Message-ID;Kommentar\n"
      "failed;a@b.de;1,23E+11;RE-1;m-1;x\n"
      "failed;b@b.de;4711;1,23E+12;m-2;x\n"
      "failed;c@b.de;00815;815;5E+11;2,5E+11\n"
      "failed;d@b.de;1e5;12E5;1.25;x\n");
  const auto& rounded = log->report()[IssueKind::NumberAsFloat];
  ASSERT_EQ(rounded.count, 3u);
  const std::pair<std::uint64_t, const char*> kExpected[] = {{2, "1,23E+11"}, {3, "1,23E+12"}, {4, "5E+11"}};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(rounded.samples[i].line, kExpected[i].first);
    EXPECT_EQ(rounded.samples[i].detail, kExpected[i].second);
  }
  // Numbers of different lengths are no evidence of lost zeros.
  EXPECT_EQ(log->report()[IssueKind::LostZero].count, 0u);
  EXPECT_EQ(RecordReader(log).read(RowId{0})->customer, "1,23E+11");
}

TEST(ExcelDamage, ColumnWithoutNameButWithContentIsNone) {
  EXPECT_EQ(load("Status;E-Mail;;\nfailed;a@b.de;x;\n")->report()[IssueKind::EmptyColumns].samples[0].detail, "1");
  EXPECT_EQ(load("Status;E-Mail;;\nfailed;a@b.de;;x\n")->report()[IssueKind::EmptyColumns].count, 0u);
}

TEST(ExcelDamage, LinesInOneQuotedCellAreReadAndTold) {
  for (const char* tail : {"\n", "\r\n", ";;\n"}) {
    const std::string end = tail;
    const auto log =
        load("\"Status;E-Mail;Diagnose\"" + end + "\"failed;a@b.de;\"\"550; no \"\"\"\"user\"\"\"\"\"\"\"" + end +
             "\"delivered;c@d.de;\"" + end);
    ASSERT_EQ(log->recordCount(), 2u) << end;
    const auto record = RecordReader(log).read(RowId{0});
    EXPECT_EQ(record->recipient, "a@b.de");
    EXPECT_EQ(record->diagnostic, "550; no \"user\"");
    EXPECT_EQ(record->line, 2u);
    EXPECT_EQ(log->report()[IssueKind::QuotedLines].count, 1u);
  }
}

TEST(ExcelDamage, LinesInOneCellAmongOthersAreReadAndTold) {
  const auto log = load(
      "Status,E-Mail,Name\r\n"
      "failed,a@b.de,Meier\r\n"
      "\"failed,c@d.de,\"\"M\xFCller, Hans\"\"\"\r\n"
      "\"failed,e@f.de,Wei\xDF; Co\"\r\n");
  ASSERT_EQ(log->recordCount(), 3u);
  EXPECT_EQ(RecordReader(log).read(RowId{1})->recipient, "c@d.de");
  EXPECT_EQ(RecordReader(log).read(RowId{1})->fields.back().second, "Müller, Hans");
  EXPECT_EQ(RecordReader(log).read(RowId{2})->fields.back().second, "Weiß; Co");
  const auto& told = log->report()[IssueKind::QuotedLines];
  ASSERT_EQ(told.count, 2u);
  EXPECT_EQ(told.samples[0].line, 3u);
  EXPECT_EQ(log->report().total(), 2u);
}

TEST(ExcelDamage, AllLinesInOneCellBelowAHeaderThatIsNone) {
  const auto log = load("Status,E-Mail,Name\n\"failed,a@b.de,x\"\n\"failed,c@d.de,y\"\n\"failed,e@f.de,z\"\n");
  EXPECT_EQ(log->recordCount(), 3u);
  EXPECT_EQ(log->report()[IssueKind::QuotedLines].count, 3u);
  EXPECT_EQ(log->source(SourceId{0}).recognition.doubt, Doubt::None);
}

TEST(ExcelDamage, HeaderInOneCellAboveLinesThatAreNone) {
  const auto log = load("\"Status,E-Mail,\"\"Name, Vorname\"\"\"\nfailed,a@b.de,x\nfailed,c@d.de,y\n");
  ASSERT_EQ(log->recordCount(), 2u);
  EXPECT_EQ(RecordReader(log).read(RowId{0})->fields.back(), std::pair(std::string("Name, Vorname"), std::string("x")));
}

TEST(ExcelDamage, LinesOfWhichSomeWereCutIntoSeveralCellsAreReadAndTold) {
  const char* const kLogs[] = {
      // As LibreOffice writes it, all texts in quotes, and as Excel does.
      "\"Status,E-Mail,Name\";\n\"failed,a@b.de,\"\"M, H\"\"\";\n\"failed,e@f.de,Wei\xDF\";\" "
      "Co\"\n\"failed,g@h.de,x\";\n",
      "Status,E-Mail,Name;\r\n\"failed,a@b.de,\"\"M, H\"\"\";\r\nfailed,e@f.de,Wei\xDF; Co\r\nfailed,g@h.de,x;\r\n"};
  for (const char* text : kLogs) {
    const auto log = load(text);
    ASSERT_EQ(log->recordCount(), 3u) << text;
    RecordReader reader(log);
    EXPECT_EQ(reader.read(RowId{0})->fields.back(), std::pair(std::string("Name"), std::string("M, H"))) << text;
    EXPECT_EQ(reader.read(RowId{1})->fields.back().second, "Weiß; Co") << text;
    EXPECT_EQ(reader.read(RowId{2})->fields.back().second, "x") << text;
    EXPECT_EQ(reader.read(RowId{2})->line, 4u) << text;
    EXPECT_EQ(log->report()[IssueKind::QuotedLines].count, 1u) << text;
    EXPECT_EQ(log->report().total(), 1u) << text;
  }
}

TEST(ExcelDamage, OneColumnOfQuotedTextsIsNoSuchLog) {
  const auto log = load("\"Status\"\n\"failed\"\n\"delivered\"\n");
  EXPECT_EQ(log->report()[IssueKind::QuotedLines].count, 0u);
  EXPECT_EQ(log->recordCount(), 2u);
}

}  // namespace
}  // namespace undelivered
