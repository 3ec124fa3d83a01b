// SPDX-License-Identifier: GPL-3.0-or-later
// Headers that somebody chose a mapping for, and when a guess is doubted.
#include "input/header_mapping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "input/delimited/recognise_delimited.h"
#include "store/doubt.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

using testing::ElementsAre;

using Names = std::vector<std::string>;

HeaderMapping mappingFor(const Names& header, std::initializer_list<std::pair<Field, std::uint16_t>> columns) {
  HeaderMapping mapping;
  mapping.header = headerKey(header);
  mapping.columnCount = header.size();
  for (const auto& [field, column] : columns) mapping.columns[static_cast<std::size_t>(field)].push_back(column);
  return mapping;
}

Recognition recognised(const std::string& text, const ReadOptions& options = {}) {
  const auto recognition = recogniseDelimited(text, true, options, "x");
  EXPECT_TRUE(recognition) << text;
  return recognition.value_or(Recognition());
}

std::optional<std::uint16_t> column(const Recognition& recognition, Field field) {
  return recognition.columnOf[static_cast<std::size_t>(field)];
}

TEST(HeaderKey, IsTheSameRegardlessOfCaseAndSeparators) {
  EXPECT_EQ(headerKey(Names{"Reason Code", "To"}), headerKey(Names{"reason_code", "TO"}));
  EXPECT_NE(headerKey(Names{"a", "b"}), headerKey(Names{"b", "a"}));
  EXPECT_NE(headerKey(Names{"ab", "c"}), headerKey(Names{"a", "bc"}));
  EXPECT_NE(headerKey(Names{"имя", "код"}), headerKey(Names{"код", "имя"})) << "letters that have no normal form";
  EXPECT_NE(headerKey(Names{"имя"}), headerKey(Names{""}));
}

TEST(HeaderKey, IsTheSameInEveryRelease) { EXPECT_EQ(headerKey(Names{"Reason Code", "To"}), 10353717757151448494u); }

TEST(HeaderMapping, TakesThePlaceOfTheGuess) {
  ReadOptions options;
  options.mappings = {mappingFor({"other", "header", "here"}, {{Field::Code, 0}}),
                      mappingFor({"who", "why", "code"}, {{Field::Code, 1}, {Field::Recipient, 0}})};
  const Recognition recognition = recognised("who;why;code\nx;EXPIRED;7\n", options);
  EXPECT_TRUE(recognition.chosen);
  EXPECT_EQ(column(recognition, Field::Code), 1);
  EXPECT_EQ(column(recognition, Field::Recipient), 0);
  EXPECT_FALSE(column(recognition, Field::Status));
  const Recognition guessed = recognised("who;whom;code\nx;EXPIRED;7\n", options);
  EXPECT_FALSE(guessed.chosen);
  EXPECT_EQ(column(guessed, Field::Code), 2);
}

TEST(HeaderMapping, MakesALogReadableThatWasNotRecognised) {
  const std::string text = "Report of May\n\nwho^why\nx^EXPIRED\n";
  EXPECT_FALSE(recogniseDelimited(text, true, {}, "x"));
  HeaderMapping mapping = mappingFor({"who", "why"}, {{Field::Code, 1}});
  mapping.delimiter = '^';
  mapping.encoding = Encoding::Windows1252;
  mapping.zone = "UTC";
  ReadOptions options;
  options.mappings = {mapping};
  const Recognition recognition = recognised(text, options);
  EXPECT_TRUE(recognition.chosen);
  EXPECT_EQ(recognition.delimiter, '^');
  EXPECT_THAT(recognition.columns, ElementsAre("who", "why"));
  EXPECT_EQ(recognition.dataLine, 4u);
  EXPECT_EQ(recognition.chosenEncoding, Encoding::Windows1252);
  EXPECT_EQ(recognition.chosenZone, "UTC");
}

TEST(HeaderMapping, OfAnotherDelimiterOrWithColumnsThatAreNotThereIsNotTaken) {
  HeaderMapping mapping = mappingFor({"to", "code"}, {{Field::Code, 0}});
  mapping.delimiter = ',';
  HeaderMapping broken = mappingFor({"to", "code"}, {{Field::Code, 2}});
  ReadOptions options;
  options.mappings = {mapping, broken};
  const Recognition recognition = recognised("to;code\nx;EXPIRED\n", options);
  EXPECT_FALSE(recognition.chosen);
  EXPECT_EQ(column(recognition, Field::Code), 1);
}

TEST(HeaderMapping, OfOneColumnIsNotTakenForSeveralThatReadAlikeWithoutSeparators) {
  ReadOptions options;
  options.mappings = {mappingFor({"Status Code"}, {{Field::Code, 0}})};
  EXPECT_FALSE(recognised("status,code\nfailed,EXPIRED\n", options).chosen);
  EXPECT_TRUE(recognised("status code\nEXPIRED\n", options).chosen);
}

TEST(HeaderMapping, KeepsTheOrderOfColumnsThatAreAskedOneAfterTheOther) {
  ReadOptions options;
  options.mappings = {
      mappingFor({"code", "mobile", "email"}, {{Field::Code, 0}, {Field::Recipient, 2}, {Field::Recipient, 1}})};
  const Recognition recognition = recognised("code;mobile;email\nEXPIRED;1;\n", options);
  EXPECT_EQ(columnsOf(recognition), options.mappings[0].columns);
}

TEST(HeaderMapping, EachLogOfALoadGetsItsOwn) {
  test::TemporaryFolder folder;
  const auto first = folder.write("a.csv", "who;why\na@example.org;EXPIRED\n");
  const auto second = folder.write("b.csv", "why,who\nEXPIRED,b@example.org\n");
  LoadRequest request;
  request.paths = {first, second};
  EXPECT_FALSE(loadLog(request));
  request.options.mappings = {mappingFor({"who", "why"}, {{Field::Code, 1}, {Field::Recipient, 0}}),
                              mappingFor({"why", "who"}, {{Field::Code, 0}, {Field::Recipient, 1}})};
  const auto log = loadLog(request);
  ASSERT_TRUE(log);
  RecordReader reader(*log);
  EXPECT_EQ(reader.read(RowId{0})->recipient, "a@example.org");
  EXPECT_EQ(reader.read(RowId{1})->recipient, "b@example.org");
  EXPECT_EQ(reader.read(RowId{1})->code, "EXPIRED");
}

TEST(HeaderMapping, ZoneHoldsWhereAllLogsAgreeAndNothingElseIsSaid) {
  test::TemporaryFolder folder;
  const auto path = folder.write("a.csv", "when;code\n2025-07-01 12:00:00;EXPIRED\n");
  const auto other = folder.write("b.csv", "time;code\n2025-07-01 12:00:00;EXPIRED\n");
  LoadRequest request;
  request.paths = {path};
  request.zone = *Zone::find("Europe/Berlin");
  HeaderMapping mapping = mappingFor({"when", "code"}, {{Field::Time, 0}, {Field::Code, 1}});
  mapping.zone = "UTC";
  request.options.mappings = {mapping};
  const auto hour = [](const DeliveryLog& log) {
    return std::chrono::floor<std::chrono::hours>(*log.time(RowId{0})).time_since_epoch().count() % 24;
  };
  EXPECT_EQ(hour(**loadLog(request)), 12);
  EXPECT_EQ((*loadLog(request))->zone().name(), "UTC");
  request.zoneIsChosen = true;
  EXPECT_EQ(hour(**loadLog(request)), 10);
  request.zoneIsChosen = false;
  request.paths = {path, other};
  EXPECT_EQ(hour(**loadLog(request)), 10) << "nothing was chosen for the other log";
}

struct Doubtful {
  const char* text;
  Doubt doubt;
};

TEST(DoubtOfHeader, FollowsItsRules) {
  for (const auto& [text, doubt] : {
           Doubtful{"time;channel;recipient;reason\n1;sms;x;EXPIRED\n", Doubt::None},
           Doubtful{"reasoncode\nEXPIRED\n", Doubt::None},
           Doubtful{"code;x,status\nEXPIRED;1\n", Doubt::TwoDelimiters},
           Doubtful{"date;recipient;type\n1;x;call\n", Doubt::OnlyWeakColumn},
           Doubtful{"date;recipient;Bounce\n1;x;hard\n", Doubt::OnlyWeakColumn},
           Doubtful{"date;recipient;type;code\n1;x;sms;EXPIRED\n", Doubt::None},
           Doubtful{"name;price;status\nx;1;open\n", Doubt::OneKnownColumn},
           Doubtful{"time;code\n1;EXPIRED;more\n2;EXPIRED;more\n3;EXPIRED\n", Doubt::RowsDoNotFit},
           Doubtful{"time;code\n1,EXPIRED\n2,EXPIRED\n3;EXPIRED\n", Doubt::RowsDoNotFit},
           Doubtful{"time;code;note\n1;EXPIRED\n2;EXPIRED\n3;EXPIRED;;;\n", Doubt::None},
       }) {
    EXPECT_EQ(recognised(text).doubt, doubt) << text;
  }
}

TEST(DoubtOfLog, TellsThatMostRecordsSayNothing) {
  test::TemporaryFolder folder;
  const auto doubtOfText = [&](const std::string& text, const std::vector<HeaderMapping>& mappings = {}) {
    LoadRequest request;
    request.paths = {folder.write("a.csv", text)};
    request.options.mappings = mappings;
    return doubtOf(**loadLog(request), SourceId{0});
  };
  const std::string odd = "customer;status\n1;red\n2;green\n3;failed\n";
  EXPECT_EQ(doubtOfText(odd), Doubt::NothingUnderstood);
  EXPECT_EQ(doubtOfText("customer;status\n1;red\n2;sent\n3;failed\n"), Doubt::None);
  EXPECT_EQ(doubtOfText("name;status\n1;red\n"), Doubt::OneKnownColumn);
  EXPECT_EQ(doubtOfText(odd, {mappingFor({"customer", "status"}, {{Field::Status, 1}})}), Doubt::None) << "chosen";
}

}  // namespace
}  // namespace undelivered
