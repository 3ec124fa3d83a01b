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

TEST(RecogniseDelimited, HeaderCellMayHaveLineBreaks) {
  const auto both = recogniseDelimited("\"Fehler-\r\ncode\";\"Kunden-\r\nnummer\"\r\nEXPIRED;1\r\n", true, {}, "x");
  ASSERT_TRUE(both);
  EXPECT_THAT(both->columns, ElementsAre("Fehler-\r\ncode", "Kunden-\r\nnummer"));
  EXPECT_EQ(column(*both, Field::Code), 0);
  EXPECT_EQ(column(*both, Field::Customer), 1);
  EXPECT_EQ(both->dataLine, 4u);

  const auto other = recogniseDelimited("code,\"multi\nline header\"\nEXPIRED,x\n", true, {}, "x");
  ASSERT_TRUE(other);
  EXPECT_THAT(other->columns, ElementsAre("code", "multi\nline header"));
  EXPECT_EQ(other->dataLine, 3u);
}

TEST(RecogniseDelimited, StrayQuoteInAHeaderTakesNoRecordWithIt) {
  const auto known = recogniseDelimited("code,\"status\nEXPIRED,x\"\nFAILED,y\n", true, {}, "x");
  ASSERT_TRUE(known);
  EXPECT_THAT(known->columns, ElementsAre("code", "\"status"));
  EXPECT_EQ(known->dataLine, 2u);

  std::string text = "code,\"x\n";
  for (int i = 0; i < 50; ++i) text += "EXPIRED,y\n";
  const auto many = recogniseDelimited(text + "EXPIRED,z\"\nEXPIRED,y\n", true, {}, "x");
  ASSERT_TRUE(many);
  EXPECT_EQ(many->dataLine, 2u);
}

TEST(RecogniseDelimited, BlankLinesAboveTheHeaderAreSkipped) {
  for (const std::string blank : {"\n\n\n", "\r\n \r\n\t\r\n", ";;\n\n;\n", "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"}) {
    const auto recognition = recogniseDelimited(blank + "code;note\nEXPIRED;a\n", true, {}, "x");
    ASSERT_TRUE(recognition) << blank;
    EXPECT_THAT(recognition->columns, ElementsAre("code", "note"));
    EXPECT_EQ(recognition->dataLine, std::count(blank.begin(), blank.end(), '\n') + 2);
  }
  const auto none = recogniseDelimited("\n\nDear all\n", true, {}, "x");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().detail, "Dear all");
}

TEST(RecogniseDelimited, SepLineThatDoesNotFitIsNotBelieved) {
  const auto wrong = recogniseDelimited("sep=,\r\nEmpfänger;Fehlercode\r\nx;EXPIRED\r\n", true, {}, "x");
  ASSERT_TRUE(wrong);
  EXPECT_EQ(wrong->delimiter, ';');
  EXPECT_EQ(wrong->dataLine, 3u);
  const auto odd = recogniseDelimited("sep=^\ncode^to\nA^1\n", true, {}, "x");
  ASSERT_TRUE(odd);
  EXPECT_EQ(odd->delimiter, '^');
  const auto same = recogniseDelimited("sep=;\ncode;a,b,c,d\n", true, {}, "x");
  ASSERT_TRUE(same);
  EXPECT_EQ(same->delimiter, ';') << "both know one column";
}

TEST(RecogniseDelimited, HeaderNamesInUse) {
  const std::pair<const char*, Field> kNames[] = {{"Status Code", Field::Code},
                                                  {"Bounce", Field::Code},
                                                  {"bounce type", Field::Code},
                                                  {"rejectionreason", Field::Code},
                                                  {"deliveryerrorcode", Field::Code},
                                                  {"Fehlerursache", Field::Code},
                                                  {"Zustellfehler", Field::Code},
                                                  {"Fehlercode / Grund", Field::Code},
                                                  {"Reason Code (collect.AI)", Field::Code},
                                                  {"Mobilfunknummer", Field::Recipient},
                                                  {"Tel.", Field::Recipient},
                                                  {"An", Field::Recipient},
                                                  {"Kontakt", Field::Recipient},
                                                  {"recipientemail", Field::Recipient},
                                                  {"Invoice No", Field::Reference},
                                                  {"Az", Field::Reference},
                                                  {"Az.", Field::Reference},
                                                  {"Ref.-Nr.", Field::Reference},
                                                  {"messagereferenceid", Field::MessageId},
                                                  {"message", Field::Diagnostic},
                                                  {"Nachricht", Field::Diagnostic},
                                                  {"Antwort des Servers", Field::Diagnostic},
                                                  {"Sent on", Field::Time},
                                                  {"Zugestellt am", Field::Time}};
  for (const auto& [name, field] : kNames) {
    const auto log = recogniseDelimited(std::string(name) + ";status\na;b\n", true, {}, "x");
    ASSERT_TRUE(log) << name;
    EXPECT_EQ(column(*log, field), 0) << name;
  }
}

TEST(RecogniseDelimited, AmbiguousNamesTakeNothingFromBetterOnes) {
  const auto log =
      recogniseDelimited("Kontakt;Nachricht;Status Code;E-Mail;Fehlermeldung;Fehlercode;Datum\n", true, {}, "x");
  ASSERT_TRUE(log);
  EXPECT_EQ(column(*log, Field::Recipient), 3);
  EXPECT_EQ(column(*log, Field::Diagnostic), 4);
  EXPECT_EQ(column(*log, Field::Code), 5);
  for (Field field : kFields) EXPECT_TRUE(log->fallbackColumns[static_cast<std::size_t>(field)].empty()) << name(field);
  EXPECT_FALSE(recogniseDelimited("name;Status / Grund\na;b\n", true, {}, "x")) << "its parts mean different fields";
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
  ASSERT_TRUE(missing) << "logs that are read together need not all have it";
  EXPECT_EQ(missing->named, (std::set{Field::Code, Field::Recipient}));
}

}  // namespace
}  // namespace undelivered
