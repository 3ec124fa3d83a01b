// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/recognise_delimited.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace undelivered {
namespace {

using testing::ElementsAre;

std::optional<std::uint16_t> column(const Recognition& recognition, Field field) {
  return recognition.columnOf[static_cast<std::size_t>(field)];
}

TEST(RecogniseDelimited, DelimiterIsToldByContent) {
  for (const char delimiter : {';', ',', '\t', '|'}) {
    std::string text = "Zeitpunkt;Kanal;Empfänger;Kundennummer;Referenz;Fehlercode\n1;2;3;4;5;6\n";
    std::replace(text.begin(), text.end(), ';', delimiter);
    const auto recognition = recogniseDelimited(text, true, {}, "x");
    ASSERT_TRUE(recognition);
    EXPECT_EQ(recognition->delimiter, delimiter);
    EXPECT_EQ(column(*recognition, Field::Time), 0);
    EXPECT_EQ(column(*recognition, Field::Channel), 1);
    EXPECT_EQ(column(*recognition, Field::Recipient), 2);
    EXPECT_EQ(column(*recognition, Field::Customer), 3);
    EXPECT_EQ(column(*recognition, Field::Reference), 4);
    EXPECT_EQ(column(*recognition, Field::Code), 5);
    EXPECT_EQ(recognition->dataLine, 2u);
  }
}

TEST(RecogniseDelimited, HeadersMatchRegardlessOfCaseAndSeparators) {
  for (const char* header : {"referencenumber,errorcode", "Reference Number,Error-Code", "REFERENCE_NUMBER,error.code",
                             "Referenz-Nr.,Fehler Code", "\"reference number\",\"error code\""}) {
    const auto recognition = recogniseDelimited(std::string(header) + "\na,b\n", true, {}, "x");
    ASSERT_TRUE(recognition) << header;
    EXPECT_EQ(column(*recognition, Field::Reference), 0) << header;
    EXPECT_EQ(column(*recognition, Field::Code), 1) << header;
  }
}

TEST(RecogniseDelimited, SepLineAndTitleLinesAreSkipped) {
  const auto hinted = recogniseDelimited("sep=|\r\ncode|to\r\nA|1\r\n", true, {}, "x");
  ASSERT_TRUE(hinted);
  EXPECT_EQ(hinted->delimiter, '|');
  EXPECT_EQ(hinted->dataLine, 3u);
  EXPECT_EQ(hinted->dataOffset, 16u);

  const auto titled = recogniseDelimited("Bounces 2025;;\n;;\ncode;to;time\nA;1;2\n", true, {}, "x");
  ASSERT_TRUE(titled);
  EXPECT_THAT(titled->columns, ElementsAre("code", "to", "time"));
  EXPECT_EQ(titled->dataLine, 4u);
}

TEST(RecogniseDelimited, OneColumnOfCodesIsALog) {
  const auto recognition = recogniseDelimited("reasoncode\nEXPIRED\n", true, {}, "x");
  ASSERT_TRUE(recognition);
  EXPECT_EQ(column(*recognition, Field::Code), 0);
}

TEST(RecogniseDelimited, TextThatIsNoLogIsRefusedWithWhatWasFound) {
  const auto prose = recogniseDelimited("Dear Sir or Madam\nplease find enclosed\n", true, {}, "letter.txt");
  ASSERT_FALSE(prose);
  EXPECT_EQ(prose.error().code, ErrorCode::NotALog);
  EXPECT_EQ(prose.error().subject, "letter.txt");
  EXPECT_EQ(prose.error().detail, "Dear Sir or Madam");

  const auto other = recogniseDelimited("name;price\nx;1\n", true, {}, "prices.csv");
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::NoUsableColumn);
  EXPECT_EQ(other.error().detail, "name, price");
}

TEST(RecogniseDelimited, CallerOverridesTheMapping) {
  ReadOptions options;
  options.columns[Field::Code] = "why it failed";
  options.columns[Field::Recipient] = "#1";
  const auto recognition = recogniseDelimited("who;why it failed\nx;1\n", true, options, "x");
  ASSERT_TRUE(recognition);
  EXPECT_EQ(column(*recognition, Field::Code), 1);
  EXPECT_EQ(column(*recognition, Field::Recipient), 0);

  options.columns[Field::Time] = "when";
  const auto missing = recogniseDelimited("who;why it failed\nx;1\n", true, options, "x");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::BadArgument);
  EXPECT_EQ(missing.error().subject, "when");
}

}  // namespace
}  // namespace undelivered
