// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/delimited_parser.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "input/delimited/recognise_delimited.h"
#include "support/collect.h"

namespace undelivered {
namespace {

using test::CollectingSink;
using test::parseInBlocks;
using testing::ElementsAre;

Source sourceOf(const std::string& text, Encoding encoding = Encoding::Utf8) {
  Source source;
  auto recognition = recogniseDelimited(text, true, {}, "test.csv");
  EXPECT_TRUE(recognition) << recognition.error().detail;
  if (recognition) source.recognition = std::move(*recognition);
  source.recognition.encoding = encoding;
  return source;
}

CollectingSink parseAll(const std::string& text, std::uint64_t blockBytes = 1 << 20) {
  const Source source = sourceOf(text);
  return parseInBlocks(*makeDelimitedParser(source), text, source.recognition.dataOffset, blockBytes);
}

std::vector<std::string> codes(const CollectingSink& sink) {
  std::vector<std::string> result;
  for (const auto& seen : sink.records) result.push_back(seen[Field::Code]);
  return result;
}

std::vector<IssueKind> kinds(const CollectingSink& sink) {
  std::vector<IssueKind> result;
  for (const auto& issue : sink.issues) result.push_back(issue.kind);
  return result;
}

TEST(DelimitedParser, LineEndsOfEveryKindGiveTheSameRecords) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const auto sink = parseAll("code,to" + end + "A,1" + end + "B,2" + end + end + "C,3");
    EXPECT_THAT(codes(sink), ElementsAre("A", "B", "C")) << testing::PrintToString(end);
    ASSERT_EQ(sink.records.size(), 3u);
    EXPECT_EQ(sink.records[2].line, 3u);
    EXPECT_EQ(sink.records[2][Field::Recipient], "3");
    EXPECT_TRUE(sink.issues.empty());
  }
}

TEST(DelimitedParser, QuotedCellsKeepDelimitersQuotesAndLineBreaks) {
  const auto sink = parseAll("code;to;time\n\"A;B\";\"say \"\"hi\"\"\";\"x\r\ny\"\nC;\"\";z\n");
  EXPECT_THAT(codes(sink), ElementsAre("A;B", "C"));
  EXPECT_EQ(sink.records[0][Field::Recipient], "say \"hi\"");
  EXPECT_EQ(sink.records[0][Field::Time], "x\r\ny");
  EXPECT_EQ(sink.records[1].line, 2u);
  EXPECT_EQ(sink.records[1][Field::Recipient], "");
}

TEST(DelimitedParser, QuoteInsideACellIsText) {
  const auto sink = parseAll("code,to\nA,5\" pipe\nB,x\"y\"z\nC,1\n");
  EXPECT_THAT(codes(sink), ElementsAre("A", "B", "C"));
  EXPECT_EQ(sink.records[0][Field::Recipient], "5\" pipe");
  EXPECT_EQ(sink.records[1][Field::Recipient], "x\"y\"z");
  EXPECT_TRUE(sink.issues.empty());
}

TEST(DelimitedParser, QuoteThatNeverClosesCostsItsOwnLineOnly) {
  const auto sink = parseAll("code,to\nA,\"open\nB,2\nC,\"three\"\nD,4\n");
  EXPECT_THAT(codes(sink), ElementsAre("A", "B", "C", "D"));
  EXPECT_EQ(sink.records[0][Field::Recipient], "\"open");
  EXPECT_THAT(kinds(sink), ElementsAre(IssueKind::UnterminatedQuote));
  EXPECT_EQ(sink.issues[0].line, 0u);
}

TEST(DelimitedParser, QuoteThatClosesAtAnothersOpeningIsFoundOut) {
  // The stray quote of line 2 would close at the opening quote of line 4, whose cell begins with the delimiter.
  const auto sink = parseAll("code,to,x\nA,\"open,1\nB,2,2\nC,\",three\",3\nD,4,4\n");
  EXPECT_THAT(codes(sink), ElementsAre("A", "B", "C", "D"));
  EXPECT_EQ(sink.records[2][Field::Recipient], ",three");
}

TEST(DelimitedParser, CellWithLineBreaksStandsWhateverTheNumberOfCells) {
  for (const std::string row : {"EXPIRED;\"a\nb\";1;\n", "EXPIRED;\"a\nb\"\n", "EXPIRED;\"a\nb\";1;2;3\n",
                                "EXPIRED;\"a\nb\"", "EXPIRED;\"a\nb\";1"}) {
    for (const std::string header : {"code;to;x\n", "code;to\n", "code;to;x;y;z\n"}) {
      const auto sink = parseAll(header + "FAILED;1\n" + row);
      EXPECT_THAT(codes(sink), ElementsAre("FAILED", "EXPIRED")) << header << row;
      EXPECT_EQ(sink.records[1][Field::Recipient], "a\nb") << header << row;
      for (IssueKind kind : kinds(sink)) EXPECT_NE(kind, IssueKind::UnterminatedQuote) << header << row;
    }
  }
}

TEST(DelimitedParser, StrayQuotesFarApartSwallowNoRecords) {
  // The first one's partner closes a cell properly, in the same column or in another, hundreds of lines below.
  for (const std::string last : {"Z,2 pipes of 5\",3\n", "Z 5\",2,3\n", "Z,2,3 of 5\"\n"}) {
    std::string text = "code,to,x\nA,\"open,1\n";
    for (int i = 0; i < 500; ++i) text += i % 50 == 9 ? "short\n" : i % 50 == 20 ? "\n" : "B,2,3\n";
    for (const std::uint64_t block : {std::uint64_t{512}, std::uint64_t{1} << 20}) {
      const auto sink = parseAll(text + last + "C,1,2\n", block);
      EXPECT_EQ(sink.records.size(), 493u) << last;
      EXPECT_EQ(sink.records.front()[Field::Recipient], "\"open") << last;
      EXPECT_THAT(kinds(sink), testing::Contains(IssueKind::UnterminatedQuote)) << last;
    }
  }
}

TEST(DelimitedParser, LongTextInACellStands) {
  std::string letter;
  for (int i = 0; i < 40; ++i)
    letter += i % 2 == 0 ? "\n" : i % 3 == 0 ? "Sehr geehrte, liebe\n" : "eine Zeile, noch, was\n";
  for (const char* surplus : {"", ",3"}) {
    const auto sink = parseAll("code,to,x\nA,\"" + letter + "\",2" + surplus + "\nB,1,2\n");
    EXPECT_THAT(codes(sink), ElementsAre("A", "B"));
    EXPECT_EQ(sink.records[0][Field::Recipient], letter);
  }
}

TEST(DelimitedParser, TextAfterAClosingQuoteIsKept) {
  const auto sink = parseAll("code,to\nA,\"b\"c\nD,\"e,f\" g\nH,1\n");
  EXPECT_THAT(codes(sink), ElementsAre("A", "D", "H"));
  EXPECT_EQ(sink.records[0][Field::Recipient], "\"b\"c");
  EXPECT_EQ(sink.records[1][Field::Recipient], "\"e,f\" g");
  EXPECT_THAT(kinds(sink), ElementsAre(IssueKind::MisplacedQuote, IssueKind::MisplacedQuote));
}

TEST(DelimitedParser, TooFewAndTooManyCellsAreToldAndKept) {
  const auto sink = parseAll("code,to,time\nA\nB,1,2,extra\nC,1,2,,\n,,\nD,1,2\n");
  EXPECT_THAT(codes(sink), ElementsAre("A", "B", "C", "D"));
  EXPECT_THAT(kinds(sink), ElementsAre(IssueKind::TooFewColumns, IssueKind::TooManyColumns));
  EXPECT_EQ(sink.issues[1].line, 1u);
}

TEST(DelimitedParser, RecordLongerThanTheLimitIsLeftOut) {
  const std::string longCell(kMaxRecordBytes + 10, 'x');
  const std::string text = "code,to\nA,1\nB," + longCell + "\nC,3\n";
  for (const std::uint64_t block : {std::uint64_t{4096}, std::uint64_t{1} << 23}) {
    const auto sink = parseAll(text, block);
    EXPECT_THAT(codes(sink), ElementsAre("A", "C"));
    EXPECT_THAT(kinds(sink), ElementsAre(IssueKind::RecordTooLong));
    EXPECT_EQ(sink.records[1].line, 2u);
  }
}

TEST(DelimitedParser, InvalidUtf8IsReadAsWindows1252AndTold) {
  const auto sink = parseAll("code,to\nA,M\xFCller\nB,M\xC3\xBCller\n");
  EXPECT_EQ(sink.records[0][Field::Recipient], "M\xC3\xBCller");
  EXPECT_EQ(sink.records[1][Field::Recipient], "M\xC3\xBCller");
  EXPECT_THAT(kinds(sink), ElementsAre(IssueKind::BadEncoding));
}

TEST(DelimitedParser, FallbackColumnIsUsedWhereTheFirstIsEmpty) {
  const auto sink = parseAll("code;email;mobile\nA;a@example.org;\nB;;+4917612345678\n");
  EXPECT_EQ(sink.records[0][Field::Recipient], "a@example.org");
  EXPECT_EQ(sink.records[1][Field::Recipient], "+4917612345678");
}

TEST(DelimitedParser, LineInOneQuotedCellIsReadAsThatLine) {
  for (const std::string tail : {"\n", "\r\n", ",,\n", ";\n", ";;;\r\n", ""}) {
    const std::string row = "\"B,\"\"2, or 3\"\",x;y\"" + tail;
    const auto sink = parseAll("code,to,time\nA,1,z\n" + row);
    EXPECT_THAT(codes(sink), ElementsAre("A", "B")) << tail;
    EXPECT_EQ(sink.records.back()[Field::Recipient], "2, or 3") << tail;
    EXPECT_EQ(sink.records.back()[Field::Time], "x;y") << tail;
    EXPECT_THAT(kinds(sink), ElementsAre(IssueKind::QuotedLines)) << tail;
  }
}

TEST(DelimitedParser, OneQuotedCellOfAnotherShapeStaysACell) {
  for (const char* row : {"\"B,1\"", "\"B,1,2,3\"", "\"B, as they said, today\"", "\"B,1,2\",x", "\"B,1,2",
                          "\"B,\"\"1,2\"", "\"B,\"1,2\""}) {
    const auto sink = parseAll(std::string("code,to,time\nA,1,z\n") + row + "\n");
    EXPECT_THAT(kinds(sink), testing::Not(testing::Contains(IssueKind::QuotedLines))) << row;
    ASSERT_EQ(sink.records.size(), 2u) << row;
    EXPECT_NE(sink.records[1][Field::Code], "B") << row;
  }
}

TEST(DelimitedParser, LineInOneQuotedCellHasItsOwnOriginals) {
  const std::string text = "code,to,time\n\"B,\"\"2, or 3\"\",x\"\n";
  const Source source = sourceOf(text);
  const MemoryFile file(text);
  Block block;
  ASSERT_TRUE(block.load(file, source.recognition.dataOffset, 100, text.size()));
  CollectingSink sink;
  OriginalFields originals;
  ASSERT_TRUE(makeDelimitedParser(source)->parseOne(block, source.recognition.dataOffset, 0, sink, &originals));
  EXPECT_THAT(originals, ElementsAre(std::pair("code", "B"), std::pair("to", "2, or 3"), std::pair("time", "x")));
}

/// Text made of the characters that matter, so that every odd combination comes up.
std::string hostileText(std::mt19937& random, std::size_t size) {
  static constexpr std::string_view kPieces[] = {",",
                                                 ",",
                                                 ",",
                                                 "\n",
                                                 "\n",
                                                 "\r\n",
                                                 "\r",
                                                 "\"",
                                                 "\"",
                                                 "\"\"",
                                                 "a",
                                                 "bc",
                                                 "\xC3\xA4",
                                                 "\xFF",
                                                 " ",
                                                 "\",\"",
                                                 "\"\n",
                                                 ",\"x\ny\",",
                                                 "\n\"a,b,c\"\n",
                                                 "\n\"a,\"\"b\"\",\";\r\n"};
  std::string text = "code,to,time\n";
  while (text.size() < size) text += kPieces[random() % std::size(kPieces)];
  return text;
}

/// Mostly well-formed, as logs are, with now and then a fault.
std::string usualText(std::mt19937& random, std::size_t rows) {
  std::string text = "code,to,time\n";
  for (std::size_t i = 0; i < rows; ++i) {
    if (random() % 30 == 0) {
      text += "\"CODE,\"\"in, cell\"\"," + std::to_string(i) + (random() % 2 ? "\"\n" : "\";;\r\n");
      continue;
    }
    text += "CODE" + std::to_string(random() % 20) + ",";
    switch (random() % 12) {
      case 0:
        text += "\"with, comma\"";
        break;
      case 1:
        text += "\"two\nlines\"";
        break;
      case 2:
        text += "\"say \"\"so\"\"\"";
        break;
      case 3:
        text += random() % 3 ? "5\" stray" : random() % 2 ? "\"a\nb\",1" : "of 5\"";
        break;
      case 4:
        if (random() % 20 == 0) text += "\"never closed";
        break;
      default:
        text += "r" + std::to_string(random() % 1000) + "@example.org";
        break;
    }
    text += ",2025-01-0" + std::to_string(1 + random() % 9) + (random() % 9 == 0 ? "\r\n" : "\n");
  }
  return text;
}

void expectSameInAllBlocks(const std::string& text, unsigned seed) {
  const auto whole = parseAll(text, std::uint64_t{1} << 30);
  for (const std::uint64_t block : {64u, 128u, 1000u, 4096u, 65536u}) {
    const auto pieces = parseAll(text, block);
    ASSERT_EQ(whole.records.size(), pieces.records.size()) << "seed " << seed << ", block " << block;
    for (std::size_t i = 0; i < whole.records.size(); ++i) {
      ASSERT_EQ(whole.records[i], pieces.records[i]) << "seed " << seed << ", block " << block;
    }
    ASSERT_EQ(whole.issues, pieces.issues) << "seed " << seed << ", block " << block;
  }
}

TEST(DelimitedParser, BlockSizeNeverMatters) {
  for (unsigned seed = 0; seed < 150; ++seed) {
    std::mt19937 random(seed);
    expectSameInAllBlocks(hostileText(random, 1 + random() % 6000), seed);
    expectSameInAllBlocks(usualText(random, random() % 300), seed);
  }
}

TEST(DelimitedParser, ReadingOneRecordAgainGivesTheSame) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    const std::string text = seed % 2 ? hostileText(random, 3000) : usualText(random, 100);
    const Source source = sourceOf(text);
    const auto parser = makeDelimitedParser(source);
    const auto all = parseInBlocks(*parser, text, source.recognition.dataOffset, 1 << 20);
    const MemoryFile file(text);
    for (const auto& seen : all.records) {
      Block block;
      ASSERT_TRUE(block.load(file, seen.offset, 100, text.size()));
      CollectingSink one;
      ASSERT_TRUE(parser->parseOne(block, seen.offset, 0, one, nullptr));
      ASSERT_EQ(one.records.size(), 1u);
      for (Field field : {Field::Code, Field::Recipient, Field::Time}) {
        ASSERT_EQ(one.records[0][field], seen[field]) << "seed " << seed << " offset " << seen.offset;
      }
    }
  }
}

}  // namespace
}  // namespace undelivered
