// SPDX-License-Identifier: GPL-3.0-or-later
// The first rows of a log as they would be understood.
#include "store/log_preview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/memory_files.h"
#include "support/pack.h"
#include "support/xlsx.h"

namespace undelivered {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Preview : public testing::Test {
 protected:
  std::shared_ptr<const Source> open(const std::string& text) {
    files.files["log"] = text;
    auto source = openForPreview(files, "log", "log");
    EXPECT_TRUE(source) << (source ? "" : source.error().detail);
    return source ? *source : nullptr;
  }
  LogPreview preview(std::shared_ptr<const Source> source, std::size_t rows = 100) {
    auto result = previewOf(std::move(source), Catalogue::builtIn(), Zone(), rows);
    EXPECT_TRUE(result);
    return result ? std::move(*result) : LogPreview();
  }
  LogPreview preview(const std::string& text, std::size_t rows = 100) { return preview(open(text), rows); }

  test::MemoryFiles files;
};

const std::string kHeader = "time;channel;recipient;status;code\n";

TEST_F(Preview, GivesCellsAndMeaning) {
  const LogPreview found = preview(kHeader +
                                   "2025-03-04T08:15:00Z;email;a@example.org;failed;BOUNCE_TRANSIENT_MBX_FULL\n"
                                   "2025-03-04T08:16:00Z;sms;+491701234567;delivered;\n");
  ASSERT_THAT(found.rows, SizeIs(2));
  EXPECT_THAT(found.rows[0].cells,
              ElementsAre("2025-03-04T08:15:00Z", "email", "a@example.org", "failed", "BOUNCE_TRANSIENT_MBX_FULL"));
  EXPECT_EQ(found.rows[0].line, 2u);
  EXPECT_EQ(found.rows[0][Field::Recipient], "a@example.org");
  EXPECT_EQ(found.rows[0].outcome, Outcome::Failed);
  EXPECT_EQ(found.rows[1].line, 3u);
  EXPECT_EQ(found.rows[1].outcome, Outcome::Delivered);
  EXPECT_EQ(found.rows[1].channel, Channel::Sms);
  EXPECT_EQ(found.classified(), found.records());
  EXPECT_THAT(found.rows[1].issues, IsEmpty());
}

struct Marked {
  const char* row;
  std::optional<IssueKind> kind;
  std::optional<std::size_t> column;
};

TEST_F(Preview, MarksTheCellThatIsNotUnderstood) {
  for (const auto& [row, kind, column] : {
           Marked{"yesterday;email;a@example.org;failed;EXPIRED", IssueKind::BadTime, 0},
           Marked{"2025-03-04T08:15:00Z;pigeon;a@example.org;failed;EXPIRED", IssueKind::UnknownChannel, 1},
           Marked{"2025-03-04T08:15:00Z;email;a@example.org;blue;", IssueKind::UnknownStatus, 3},
           Marked{"2025-03-04T08:15:00Z;email;a@example.org;failed;QXJ-17", std::nullopt, 4},
           Marked{"2025-03-04T08:15:00Z;sms;1;failed;EXPIRED;more", IssueKind::TooManyColumns, std::nullopt},
           Marked{"2025-03-04T08:15:00Z;sms;1;failed", IssueKind::TooFewColumns, std::nullopt},
       }) {
    const LogPreview found = preview(kHeader + row + "\n");
    ASSERT_THAT(found.rows, SizeIs(1)) << row;
    ASSERT_THAT(found.rows[0].issues, SizeIs(1)) << row;
    EXPECT_EQ(found.rows[0].issues[0].kind, kind) << row;
    EXPECT_EQ(found.rows[0].issues[0].column, column) << row;
  }
}

TEST_F(Preview, TellsTextThatIsNotValidInTheEncodingThatIsChosen) {
  const auto source = open(kHeader + "2025-03-04T08:15:00Z;sms;M\xFCller;failed;EXPIRED\n");
  EXPECT_EQ(source->recognition.encoding, Encoding::Windows1252);
  EXPECT_THAT(preview(source).rows[0].issues, IsEmpty());
  ReadOptions options;
  options.encoding = Encoding::Utf8;
  const LogPreview found = preview(*recogniseAgain(*source, options));
  ASSERT_THAT(found.rows[0].issues, SizeIs(1));
  EXPECT_EQ(found.rows[0].issues[0].kind, IssueKind::BadEncoding);
}

TEST_F(Preview, StopsAtTheRowsThatWereAskedFor) {
  std::string text = kHeader;
  for (int i = 0; i < 5000; ++i) text += "2025-03-04T08:15:00Z;sms;" + std::to_string(i) + ";failed;EXPIRED\n";
  const LogPreview found = preview(text, 100);
  ASSERT_THAT(found.rows, SizeIs(100));
  EXPECT_EQ(found.rows[99].line, 101u);
  EXPECT_EQ(found.rows[99].cells[2], "99");
}

TEST_F(Preview, ShowsWhatIsLeftOut) {
  const LogPreview found =
      preview(kHeader + "2025-03-04T08:15:00Z;sms;1;failed;EXPIRED\n" + kHeader + "Total of the rows above;;;;\n");
  ASSERT_THAT(found.rows, SizeIs(3));
  EXPECT_EQ(found.records(), 1u);
  EXPECT_FALSE(found.rows[1].isRecord);
  EXPECT_EQ(found.rows[1].issues[0].kind, IssueKind::RepeatedHeader);
  EXPECT_EQ(found.rows[1].cells[0], "time");
  EXPECT_EQ(found.rows[2].issues[0].kind, IssueKind::NoRecord);
}

TEST_F(Preview, ShowsATableWithoutAUsableColumn) {
  const auto source = open("who;why\na;EXPIRED\n");
  EXPECT_FALSE(areUsable(columnsOf(source->recognition)));
  const LogPreview guess = preview(source);
  EXPECT_THAT(guess.rows[0].cells, ElementsAre("a", "EXPIRED"));
  EXPECT_EQ(guess.classified(), 0u);

  HeaderMapping mapping;
  mapping.header = headerKey(source->recognition.columns);
  mapping.columnCount = 2;
  mapping.columns[static_cast<std::size_t>(Field::Code)] = {1};
  ReadOptions options;
  options.mappings = {mapping};
  const LogPreview chosen = preview(*recogniseAgain(*source, options));
  EXPECT_EQ(chosen.classified(), 1u);
  EXPECT_EQ(chosen.rows[0].reason, "EXPIRED");
}

TEST_F(Preview, RefusesWhatIsNoText) {
  files.files["log"] = std::string("\x01\x02\0\x03;x\n\0\0", 9);
  const auto opened = openForPreview(files, "log", "log");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::NotALog);
}

TEST_F(Preview, ReadsAnotherDelimiterBehindAByteOrderMark) {
  const auto source = open(
      "\xEF\xBB\xBF"
      "to^code\nx^EXPIRED\n");
  ReadOptions options;
  options.delimiter = '^';
  const LogPreview found = preview(*recogniseAgain(*source, options));
  EXPECT_THAT(found.source->recognition.columns, ElementsAre("to", "code"));
  ASSERT_THAT(found.rows, SizeIs(1));
  EXPECT_THAT(found.rows[0].cells, ElementsAre("x", "EXPIRED"));
}

TEST_F(Preview, DecodesUtf16Once) {
  std::string text("\xFF\xFE", 2);
  for (const char c : std::string("to;code\nx;EXPIRED\n")) text += std::string{c, '\0'};
  const auto source = open(text);
  ReadOptions options;
  options.encoding = Encoding::Windows1252;
  const LogPreview found = preview(*recogniseAgain(*source, options));
  EXPECT_EQ(found.source->recognition.encoding, Encoding::Utf16Le);
  EXPECT_THAT(found.rows[0].cells, ElementsAre("x", "EXPIRED"));
}

TEST_F(Preview, FindsALogInAnArchive) {
  files.files["b.zip"] = test::zipOf({{"first.csv", "a;b\n1;2\n"},
                                      {"second.csv.gz", test::gzipOf("\xEF\xBB\xBF"
                                                                     "who;why\nM\xFCller;EXPIRED\n")}});
  const auto first = openForPreview(files, "b.zip", "b.zip");
  ASSERT_TRUE(first) << first.error().detail;
  EXPECT_EQ((*first)->path, "b.zip/first.csv");
  const auto second = openForPreview(files, "b.zip", "b.zip/second.csv.gz");
  ASSERT_TRUE(second);
  EXPECT_EQ((*second)->path, "b.zip/second.csv.gz");
  ReadOptions options;
  options.encoding = Encoding::Windows1252;
  const LogPreview found = preview(*recogniseAgain(**second, options));
  EXPECT_THAT(found.source->recognition.columns, ElementsAre("who", "why")) << "the mark is not read twice";
  ASSERT_THAT(found.rows, SizeIs(1));
  EXPECT_THAT(found.rows[0].cells, ElementsAre("Müller", "EXPIRED"));
}

TEST_F(Preview, OfAWorkbookLeavesNoChoiceOfDelimiterAndEncoding) {
  const std::string sheet =
      R"(<row r="1"><c r="A1" t="inlineStr"><is><t>wer; was</t></is></c><c r="B1" t="inlineStr"><is><t>code</t></is></c></row>)"
      R"(<row r="2"><c r="A2" t="inlineStr"><is><t>Müller</t></is></c><c r="B2" t="inlineStr"><is><t>EXPIRED</t></is></c></row>)";
  const auto source = open(test::xlsxOf({{{"Log", "sheet1", sheet, ""}}, "", "", ""}));
  ASSERT_TRUE(source);
  EXPECT_TRUE(isWorkbook(*source));
  ReadOptions options;
  options.delimiter = ';';
  options.encoding = Encoding::Windows1252;
  const LogPreview found = preview(*recogniseAgain(*source, options));
  EXPECT_THAT(found.source->recognition.columns, ElementsAre("wer; was", "code"));
  EXPECT_THAT(found.rows[0].cells, ElementsAre("Müller", "EXPIRED"));
}

TEST_F(Preview, OfEventsTellsWhatIsUnderstood) {
  const LogPreview found = preview(
      R"({"type":"MESSAGE_NOT_DELIVERED","date":"2026-01-19T12:45:56Z","eventId":"e7","claim":{"customerNumber":"K-1",)"
      R"("communication":{"channel":"SMS","recipients":["+491701234567"],"errorCode":"REJECTD"}}})"
      "\n{\"broken\n");
  EXPECT_NE(found.source->recognition.format, Format::Delimited);
  ASSERT_THAT(found.rows, SizeIs(2));
  EXPECT_THAT(found.rows[0].cells, IsEmpty());
  EXPECT_EQ(found.rows[0][Field::Recipient], "+491701234567");
  EXPECT_EQ(found.rows[0][Field::Customer], "K-1");
  EXPECT_TRUE(found.rows[0].isClassified);
  EXPECT_FALSE(found.rows[1].isRecord);
  EXPECT_EQ(found.rows[1].issues[0].kind, IssueKind::InvalidJson);
}

TEST_F(Preview, StopsWhenAsked) {
  const auto source = open(kHeader + "2025-03-04T08:15:00Z;sms;1;failed;EXPIRED\n");
  std::stop_source stop;
  stop.request_stop();
  const auto result = previewOf(source, Catalogue::builtIn(), Zone(), 100, stop.get_token());
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().isCancelled());
}

TEST_F(Preview, CodePage850IsDecodedWhenTheLogIsOpenedAnew) {
  files.files["log"] = "status;note\nfailed;\x9A\n";
  const auto opened = openForPreview(files, "log", "log");
  ASSERT_TRUE(opened);
  ReadOptions options;
  options.encoding = Encoding::Cp850;
  const auto again = recogniseAgain(**opened, options);
  ASSERT_TRUE(again);
  EXPECT_EQ((*again)->recognition.encoding, Encoding::Windows1252);
  EXPECT_EQ(encodingWanted(**again, options), Encoding::Cp850);
  const auto decoded = openForPreview(files, "log", "log", {}, Encoding::Cp850);
  ASSERT_TRUE(decoded);
  const LogPreview found = preview(*recogniseAgain(**decoded, options));
  EXPECT_EQ(found.source->recognition.encoding, Encoding::Cp850);
  EXPECT_EQ(found.rows[0].cells[1], "Ü");
}

}  // namespace
}  // namespace undelivered
