// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks of Excel: the first sheet as the log that it shows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"
#include "support/pack.h"
#include "support/xlsx.h"

namespace undelivered {
namespace {

using test::Workbook;
using test::xlsxOf;
using test::ZipMember;
using test::zipOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Loaded = Result<std::shared_ptr<const DeliveryLog>>;

Loaded load(const std::string& bytes) {
  test::MemoryFiles files;
  files.files["log.xlsx"] = bytes;
  LoadRequest request;
  request.paths = {"log.xlsx"};
  request.options.delimiter = ';';  // of other logs
  return loadLog(request, {}, {}, files);
}

/// The lines of records with their cells.
std::vector<std::string> rowsOf(const Loaded& log) {
  if (!log) return {"error " + std::to_string(static_cast<int>(log.error().code)) + ": " + log.error().detail};
  std::vector<std::string> rows;
  RecordReader reader(*log);
  for (std::uint32_t i = 0; i < (*log)->recordCount(); ++i) {
    const auto record = *reader.read(RowId{i});
    rows.push_back(std::to_string(record.line));
    for (const auto& [name, value] : record.fields) rows.back() += '|' + value;
  }
  return rows;
}

std::string inlineCell(const std::string& place, const std::string& text) {
  return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
}

const std::string kHeader =
    "<row r=\"1\">" + inlineCell("A1", "code") + inlineCell("B1", "recipient") + inlineCell("C1", "note") + "</row>";

Workbook sheetOf(const std::string& rows) { return {{{"Log", "sheet1", kHeader + rows, ""}}, "", "", ""}; }

TEST(WorkbookLog, CellsOfEveryKind) {
  Workbook workbook = sheetOf(
      "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" "
      "t=\"s\"><v>2</v></c></row>"
      "<row r=\"3\">" +
      inlineCell("A3", "EXPIRED") +
      "<c r=\"B3\"><v>4915112345678</v></c><c r=\"C3\" t=\"b\"><v>1</v></c></row>"
      "<row r=\"4\">" +
      inlineCell("A4", "EXPIRED") +
      "<c r=\"B4\"><v>4.915112345678E+12</v></c><c r=\"C4\" t=\"e\"><v>#N/A</v></c></row>"
      "<row r=\"5\">" +
      inlineCell("A5", "EXPIRED") +
      "<c r=\"B5\" t=\"str\"><f>A1&amp;\"x\"</f><v>by a formula</v></c><c r=\"C5\"><f>1+1</f><v>2</v></c></row>"
      "<row r=\"6\">" +
      inlineCell("A6", "EXPIRED") +
      "<c r=\"B6\" t=\"d\"><v>2025-03-04T08:15:30</v></c><c r=\"C6\" t=\"b\"><v>0</v></c></row>");
  workbook.texts =
      "<si><t>EXPIRED</t></si><si><r><rPr><b/></rPr><t>Ä &amp; </t></r><r><t>&#246;</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si><si><t>a, \"b\"_x000D_\nc</t></si>";
  EXPECT_THAT(
      rowsOf(load(xlsxOf(workbook))),
      ElementsAre("2|EXPIRED|Ä & ö|a, \"b\"\r\nc", "4|EXPIRED|4915112345678|TRUE", "5|EXPIRED|4915112345678|#N/A",
                  "6|EXPIRED|by a formula|2", "7|EXPIRED|2025-03-04T08:15:30|FALSE"))
      << "the line break in the second row is one more line";
}

TEST(WorkbookLog, EmptyCellsAndRowsKeepTheirPlace) {
  const Loaded log =
      load(xlsxOf(sheetOf("<row r=\"3\">" + inlineCell("C3", "only a note") +
                          "</row><row r=\"4\"><c r=\"A4\" s=\"0\"/><c r=\"Z4\"/></row>"
                          "<row r=\"7\">" +
                          inlineCell("A7", "EXPIRED") +
                          "<c r=\"ZZ7\" s=\"0\"/></row>"
                          "<row>" +
                          "<c t=\"inlineStr\"><is><t>REJECTED</t></is></c><c/><c t=\"n\"><v>7</v></c></row>")));
  EXPECT_THAT(rowsOf(log), ElementsAre("3|||only a note", "7|EXPIRED||", "8|REJECTED||7"));
  EXPECT_EQ((*log)->report()[IssueKind::TooFewColumns].count, 0u);
  EXPECT_EQ((*log)->report()[IssueKind::TooManyColumns].count, 0u);
  EXPECT_EQ((*log)->sources()[0]->container, "xlsx");
  EXPECT_EQ((*log)->sources()[0]->path, "log.xlsx");
}

TEST(WorkbookLog, TitleAboveTheHeaderIsSkipped) {
  Workbook workbook = sheetOf("");
  workbook.sheets[0].rows = "<row r=\"1\">" + inlineCell("A1", "Report of March") + "</row><row r=\"4\">" +
                            inlineCell("B4", "code") + inlineCell("C4", "recipient") + "</row><row r=\"5\">" +
                            inlineCell("B5", "EXPIRED") + "</row>";
  const Loaded log = load(xlsxOf(workbook));
  EXPECT_THAT(rowsOf(log), ElementsAre("5||EXPIRED|"));
}

TEST(WorkbookLog, DatesAreThoseOfTheFormat) {
  const auto rows = [](const std::string& properties) {
    Workbook workbook = sheetOf("");
    workbook.properties = properties;
    workbook.styles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd.mm.yyyy\\ hh:mm:ss\"/></numFmts>"
        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs>";
    workbook.sheets[0].rows = "<row r=\"1\">" + inlineCell("A1", "code") + inlineCell("B1", "date") + "</row>";
    int row = 2;
    for (const char* style : {"0", "1", "2", "3", "9"}) {
      workbook.sheets[0].rows += "<row>" + inlineCell("A" + std::to_string(row), "EXPIRED") + "<c s=\"" + style +
                                 "\"><v>45720.5</v></c></row>";
      ++row;
    }
    return rowsOf(load(xlsxOf(workbook)));
  };
  EXPECT_THAT(rows(""),
              ElementsAre("2|EXPIRED|45720.5", "3|EXPIRED|2025-03-04 12:00:00", "4|EXPIRED|2025-03-04 12:00:00",
                          "5|EXPIRED|2025-03-04 12:00:00", "6|EXPIRED|45720.5"));
  EXPECT_THAT(rows("date1904=\"1\"")[1], "3|EXPIRED|2029-03-05 12:00:00");
}

TEST(WorkbookLog, FirstSheetIsThatOfTheWorkbooksOrder) {
  const std::string data = kHeader + "<row r=\"2\">" + inlineCell("A2", "EXPIRED") + "</row>";
  const Workbook workbook{{{"Hidden", "sheet4", data, "state=\"hidden\""},
                           {"März &amp; April", "sheet3", data, ""},
                           {"Pivot", "sheet1", "<row r=\"1\">" + inlineCell("A1", "x") + "</row>", ""},
                           {"Empty", "sheet2", "<row r=\"1\"><c r=\"A1\"/></row>", ""}},
                          "",
                          "",
                          ""};
  const Loaded log = load(xlsxOf(workbook));
  EXPECT_THAT(rowsOf(log), ElementsAre("2|EXPIRED||"));
  const auto& unread = (*log)->report()[IssueKind::PartNotRead];
  ASSERT_EQ(unread.count, 2u);
  EXPECT_EQ(unread.samples[0].detail, "the sheet \"Hidden\"; only the first one, \"März & April\", is read");
  EXPECT_EQ(unread.samples[1].detail, "the sheet \"Pivot\"; only the first one, \"März & April\", is read");
  EXPECT_EQ(unread.samples[1].file, "log.xlsx");
}

TEST(WorkbookLog, LinesInOneCellEachAreReadAndTold) {
  const std::pair<std::string, std::uint64_t> kForms[] = {{";", 2}, {",", 2}, {"\t", 2}};
  for (const auto& [delimiter, told] : kForms) {
    const auto line = [&](const std::string& row, const std::string& code, const std::string& note) {
      return "<row r=\"" + row + "\">" + inlineCell("A" + row, code + delimiter + "a@b.de" + delimiter + note) +
             "</row>";
    };
    const Workbook workbook{{{"Log", "sheet1",
                              line("1", "code", "recipient") + line("2", "EXPIRED", "x") +
                                  line("4", "UNDELIV", "&quot;y" + delimiter + ", z&quot;"),
                              ""}},
                            "",
                            "",
                            ""};
    const Loaded log = load(xlsxOf(workbook));
    EXPECT_THAT(rowsOf(log), ElementsAre("2|EXPIRED|a@b.de|x", "4|UNDELIV|a@b.de|y" + delimiter + ", z")) << delimiter;
    ASSERT_TRUE(log);
    EXPECT_EQ((*log)->report()[IssueKind::QuotedLines].count, told) << delimiter;
    EXPECT_EQ((*log)->report().total(), told) << delimiter;
  }
}

TEST(WorkbookLog, CoverOrEmptySheetInFrontOfTheLogIsNamed) {
  const std::string data = kHeader + "<row r=\"2\">" + inlineCell("A2", "EXPIRED") + "</row>";
  for (const std::string& cover : {std::string(), "<row r=\"1\">" + inlineCell("A1", "Bericht") + "</row>"}) {
    const Loaded log = load(xlsxOf({{{"Deckblatt", "sheet1", cover, ""}, {"Daten", "sheet2", data, ""}}, "", "", ""}));
    ASSERT_FALSE(log);
    EXPECT_EQ(log.error().code, ErrorCode::SheetNotALog);
    EXPECT_EQ(log.error().detail, "\"Deckblatt\", \"Daten\"");
  }
}

TEST(WorkbookLog, WithoutATextIsEmpty) {
  EXPECT_EQ(load(xlsxOf({{{"Log", "sheet1", "", ""}}, "", "", ""})).error().code, ErrorCode::EmptyLog);
  EXPECT_EQ(load(xlsxOf({{}, "", "", ""})).error().code, ErrorCode::EmptyLog);
}

TEST(WorkbookLog, HeaderThatLooksLikeJsonIsAHeader) {
  Workbook workbook = sheetOf("");
  workbook.sheets[0].rows = "<row r=\"1\">" + inlineCell("A1", "[x]") + inlineCell("B1", "code") +
                            "</row><row r=\"2\">" + inlineCell("B2", "EXPIRED") + "</row>";
  EXPECT_THAT(rowsOf(load(xlsxOf(workbook))), ElementsAre("2||EXPIRED"));
}

TEST(WorkbookLog, InAnArchive) {
  const std::string book = xlsxOf(sheetOf("<row r=\"2\">" + inlineCell("A2", "EXPIRED") + "</row>"));
  const Loaded log = load(zipOf({{"x/log.xlsx", book}}));
  EXPECT_THAT(rowsOf(log), ElementsAre("2|EXPIRED||"));
  EXPECT_EQ((*log)->sources()[0]->path, "log.xlsx/x/log.xlsx");
  EXPECT_EQ((*log)->sources()[0]->container, "zip/xlsx");
}

TEST(WorkbookLog, OfStrictKindAndWithPrefixes) {
  auto parts = partsOf(sheetOf("<row r=\"2\">" + inlineCell("A2", "EXPIRED") + "</row>"));
  std::vector<ZipMember> members;
  for (auto& [name, text] : parts) {
    const std::string from = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;)
      text.replace(at, from.size(), "http://purl.oclc.org/ooxml/officeDocument/relationships");
    if (name.ends_with("sheet1.xml")) {
      for (const char* element : {"worksheet", "sheetData", "row", "c", "is", "t"}) {
        for (const std::string open : {"<", "</"}) {
          for (const char next : {' ', '>'}) {
            const std::string tag = open + element + next;
            for (std::size_t at = 0; (at = text.find(tag, at)) != std::string::npos; at += tag.size())
              text.replace(at, tag.size(), open + "x:" + element + next);
          }
        }
      }
      text.replace(text.find("xmlns="), 6, "xmlns:x=");
    }
    members.push_back({name, text});
  }
  EXPECT_THAT(rowsOf(load(zipOf(members))), ElementsAre("2|EXPIRED||"));
}

TEST(WorkbookLog, DamageIsToldWithItsPart) {
  const auto refusal = [](const Workbook& workbook) { return rowsOf(load(xlsxOf(workbook)))[0]; };
  EXPECT_THAT(refusal(sheetOf("<row r=\"2\">\n<c>")),
              HasSubstr("its part xl/worksheets/sheet1.xml is damaged in line 3"));
  for (const char* rows :
       {"<row r=\"1\"/>", "<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row r=\"x\"/>",
        "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>", "<row r=\"2\"><c r=\"2\"><v>1</v></c></row>",
        "<row r=\"2\"><c t=\"s\"><v>0</v></c></row>", "<row r=\"2\"><c t=\"s\"><v>-1</v></c></row>"})
    EXPECT_THAT(refusal(sheetOf(rows)), HasSubstr("sheet1.xml is damaged in line 2")) << rows;

  auto parts = partsOf(sheetOf(""));
  for (const std::string missing : {"xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"}) {
    std::vector<ZipMember> members;
    for (const auto& [name, text] : parts) {
      if (name != missing) members.push_back({name, text});
    }
    const Loaded log = load(zipOf(members));
    ASSERT_FALSE(log);
    EXPECT_EQ(log.error().code, ErrorCode::DamagedArchive);
    EXPECT_EQ(log.error().detail, "its part " + missing + " is missing");
  }
}

TEST(WorkbookLog, TextThatStandsForMoreTextIsRefused) {
  std::vector<ZipMember> members;
  for (auto& [name, text] : partsOf(sheetOf(""))) {
    const bool sheet = name.ends_with("sheet1.xml");
    if (sheet) text.insert(text.find("<worksheet"), "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>");
    members.push_back({name, text});
  }
  EXPECT_EQ(load(zipOf(members)).error().code, ErrorCode::DamagedArchive);
}

TEST(WorkbookLog, EncryptedOneIsNamedAsWhatItIs) {
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  for (const char c : std::string("EncryptedPackage")) bytes += {c, '\0'};
  EXPECT_EQ(load(bytes).error().code, ErrorCode::EncryptedFile);
}

TEST(WorkbookLog, ManyRowsAreReadPieceByPiece) {
  std::string rows;
  for (int row = 2; row < 50'002; ++row)
    rows += "<row r=\"" + std::to_string(row) + "\"><c t=\"inlineStr\"><is><t>EXPIRED</t></is></c><c><v>" +
            std::to_string(row) + "</v></c></row>";
  const Loaded log = load(xlsxOf(sheetOf(rows)));
  ASSERT_TRUE(log);
  ASSERT_EQ((*log)->recordCount(), 50'000u);
  EXPECT_EQ(RecordReader(*log).read(RowId{49'999})->fields[1].second, "50001");
  EXPECT_EQ((*log)->line(RowId{49'999}), 50'001u);
  EXPECT_THAT((*log)->report()[IssueKind::TooFewColumns].samples, IsEmpty());
}

}  // namespace
}  // namespace undelivered
