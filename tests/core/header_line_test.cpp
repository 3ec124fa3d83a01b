// SPDX-License-Identifier: GPL-3.0-or-later
// Which line of a table is its header: found below title lines, named, remembered, or none at all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "input/delimited/header_place.h"
#include "input/delimited/recognise_delimited.h"
#include "input/preview.h"
#include "store/doubt.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

using testing::ElementsAre;

Recognition recognised(const std::string& text, const ReadOptions& options = {}) {
  const auto recognition = recogniseDelimited(text, true, options, "x");
  EXPECT_TRUE(recognition) << text << (recognition ? "" : recognition.error().detail);
  return recognition.value_or(Recognition());
}

ReadOptions headerIn(std::uint32_t line) {
  ReadOptions options;
  options.headerLine = line;
  return options;
}

TEST(HeaderLine, IsFoundBelowTitlesWithOneKnownColumnToo) {
  const std::string table = "Fall;Wer;Fehlercode;Notiz\n1;a@example.org;EXPIRED;x\n";
  for (const std::string titles :
       {"Bericht\n", "Bericht;;;\nZeitraum: Mai;;;\n", "Bericht\n\nErstellt;2025-05-01\nMandant;Muster\n\n"}) {
    const Recognition recognition = recognised(titles + table);
    EXPECT_THAT(recognition.columns, ElementsAre("Fall", "Wer", "Fehlercode", "Notiz")) << titles;
    EXPECT_EQ(recognition.headerLine, static_cast<std::uint64_t>(std::count(titles.begin(), titles.end(), '\n')) + 1);
    EXPECT_EQ(recognition.dataLine, recognition.headerLine + 1);
  }
  EXPECT_EQ(recognised(table).headerLine, 1u);
}

TEST(HeaderLine, RowBelowAnOddHeaderIsNoHeader) {
  // "email" is the name of a column, and here what stands in one.
  const auto recognition = recogniseDelimited("Weg;Wer\nemail;a@example.org\n", true, {}, "x");
  ASSERT_FALSE(recognition);
  EXPECT_EQ(recognition.error().detail, "Weg, Wer");
}

TEST(HeaderLine, IsTheOneThatTheCallerNames) {
  const std::string text = "code;status\nTitle\n\nA;code;B\r\n1;EXPIRED;2\r\n";
  EXPECT_EQ(recognised(text).headerLine, 1u);
  const Recognition named = recognised(text, headerIn(4));
  EXPECT_THAT(named.columns, ElementsAre("A", "code", "B"));
  EXPECT_EQ(named.headerLine, 4u);
  EXPECT_EQ(named.dataLine, 5u);
  EXPECT_EQ(text.substr(static_cast<std::size_t>(named.dataOffset)), "1;EXPIRED;2\r\n");
  EXPECT_EQ(recognised("sep=;\ncode;to\nA;code\n", headerIn(3)).columns[0], "A");
  for (const std::uint32_t line : {3u, 6u, 99u}) {
    const auto none = recogniseDelimited(text, true, headerIn(line), "x");
    ASSERT_FALSE(none) << line;
    EXPECT_EQ(none.error().code, ErrorCode::NoHeaderLine);
    EXPECT_EQ(none.error().subject, "x");
    EXPECT_EQ(none.error().detail,
              line == 3 ? "line 3 has no header"
                        : "its last line is line 5, so there is no header in line " + std::to_string(line));
  }
}

TEST(HeaderLine, BehindWhatIsLookedAtIsToldAsThat) {
  const auto none = recogniseDelimited("code\nA\nB", false, headerIn(9), "x");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().detail,
            "a header is looked for in the first 8 bytes alone, which end in line 3, before line 9");
}

TEST(HeaderLine, NoneNumbersTheColumns) {
  ReadOptions options = headerIn(0);
  options.columns[Field::Code] = "#2";
  const Recognition recognition = recognised("code;status;x\nA;EXPIRED;1;2\n", options);
  EXPECT_THAT(recognition.columns, ElementsAre("#1", "#2", "#3", "#4")) << "as many as the widest row";
  EXPECT_EQ(recognition.headerLine, 0u);
  EXPECT_EQ(recognition.dataOffset, 0u);
  EXPECT_EQ(recognition.dataLine, 1u);
  EXPECT_FALSE(recogniseDelimited("code;status\n", true, headerIn(0), "x")) << "no column is known by itself";
}

TEST(HeaderLine, RowOfALogWithoutOneIsNeverTheHeaderAgain) {
  const test::TemporaryFolder folder;
  LoadRequest request;
  request.paths = {folder.write("log.csv", "1;2;3\nx;EXPIRED;y\n1;2;3\n")};
  request.options = headerIn(0);
  request.options.columns[Field::Code] = "#2";
  const auto log = loadLog(request);
  ASSERT_TRUE(log);
  EXPECT_EQ((*log)->recordCount(), 3u);
  EXPECT_EQ((*log)->line(RowId{0}), 1u);
  EXPECT_EQ(RecordReader(*log).read(RowId{1})->code, "EXPIRED");
}

HeaderMapping mappingOf(std::uint64_t header, std::size_t columns, std::uint16_t code) {
  HeaderMapping mapping;
  mapping.header = header;
  mapping.columnCount = columns;
  mapping.columns[static_cast<std::size_t>(Field::Code)] = {code};
  return mapping;
}

TEST(HeaderLine, ThatWasChosenIsFoundAgainFurtherDown) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "Title " + std::to_string(i) + "\n";
  text += "who;why\na;EXPIRED\n";
  ReadOptions options;
  options.mappings = {mappingOf(headerKey(std::vector<std::string>{"who", "why"}), 2, 1)};
  const Recognition recognition = recognised(text, options);
  EXPECT_TRUE(recognition.chosen);
  EXPECT_EQ(recognition.headerLine, 31u);
}

TEST(HeaderLine, NoneThatWasChosenHoldsForLogsOfAsManyColumnsThatSayNothing) {
  ReadOptions options;
  options.mappings = {mappingOf(kNoHeader, 3, 1)};
  const Recognition chosen = recognised("a;EXPIRED;1\nb;EXPIRED;2\n", options);
  EXPECT_TRUE(chosen.chosen);
  EXPECT_EQ(chosen.headerLine, 0u);
  EXPECT_FALSE(recogniseDelimited("a;EXPIRED\nb;EXPIRED\n", true, options, "x")) << "another number of columns";
  const Recognition guessed = recognised("to;code;x\nb;EXPIRED;2\n", options);
  EXPECT_FALSE(guessed.chosen) << "a log whose header is understood";
  EXPECT_EQ(guessed.headerLine, 1u);
}

TEST(HeaderLine, NoneThatWasChosenIsDoubtedWhereNothingIsUnderstood) {
  const test::TemporaryFolder folder;
  LoadRequest request;
  request.paths = {folder.write("log.csv", "a;some words here;1\nb;and some more;2\n")};
  request.options.mappings = {mappingOf(kNoHeader, 3, 1)};
  const auto log = loadLog(request);
  ASSERT_TRUE(log);
  EXPECT_EQ(doubtOf(**log, SourceId{0}), Doubt::NothingUnderstood);
}

TEST(HeaderLine, OfAPreviewIsTheFirstLineOfTheTable) {
  const test::TemporaryFolder folder;
  const auto file = folder.write("log.csv", "Bericht\n\nFall;Wer;Warum\n1;a;EXPIRED\n");
  const auto opened = openForPreview(systemFiles(), file, file.string());
  ASSERT_TRUE(opened);
  EXPECT_THAT((*opened)->recognition.columns, ElementsAre("Fall", "Wer", "Warum")) << "below what can only be a title";
  const auto first = recogniseAgain(**opened, headerIn(4));
  ASSERT_TRUE(first);
  EXPECT_THAT((*first)->recognition.columns, ElementsAre("1", "a", "EXPIRED"));
  EXPECT_EQ(recogniseAgain(**opened, headerIn(2)).error().code, ErrorCode::NoHeaderLine);
}

TEST(HeaderLine, LinesAreCountedAsReadersDo) {
  const std::string text = "a\r\nb\rc\n\n ;\nd";
  const auto at = [&](std::uint64_t line) {
    const auto place = placeOfLine(text, {}, line);
    return place ? static_cast<int>(place->offset) : -1;
  };
  EXPECT_THAT((std::vector<int>{at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)}),
              ElementsAre(-1, 0, 3, 5, -1, -1, 11, -1));
}

}  // namespace
}  // namespace undelivered
