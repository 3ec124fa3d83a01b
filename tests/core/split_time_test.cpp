// SPDX-License-Identifier: GPL-3.0-or-later
// A day and a time of day in columns of their own are one time.
#include <gtest/gtest.h>

#include "base/timestamp.h"
#include "input/header_mapping.h"
#include "store/record_reader.h"
#include "support/load_text.h"

namespace undelivered {
namespace {

std::shared_ptr<const DeliveryLog> load(const std::string& text) { return test::loadTextIn("UTC", text); }

Timestamp timeOf(const std::shared_ptr<const DeliveryLog>& log, std::uint32_t row) {
  return RecordReader(log).read(RowId{row})->time.value_or(Timestamp{});
}

Timestamp at(int seconds) {
  return Timestamp{std::chrono::sys_days{std::chrono::year{2025} / 3 / 4}} + std::chrono::seconds{seconds};
}

const Recognition& recognitionOf(const std::shared_ptr<const DeliveryLog>& log) {
  return log->source(SourceId{0}).recognition;
}

TEST(SplitTime, DayAndTimeOfDayAreReadTogether) {
  for (const char* text : {"Datum;Uhrzeit;Fehlercode\n04.03.2025;08:15:30;UNDELIV\n04.03.2025;23:59;EXPIRED\n",
                           "Uhrzeit;Fehlercode;Datum\n08:15:30;UNDELIV;2025-03-04\n\"23:59\";EXPIRED; 2025-03-04 \n"}) {
    const auto log = load(text);
    ASSERT_EQ(log->recordCount(), 2u);
    EXPECT_EQ(timeOf(log, 0), at(8 * 3600 + 15 * 60 + 30)) << text;
    EXPECT_EQ(timeOf(log, 1), at(23 * 3600 + 59 * 60)) << text;
    EXPECT_EQ(log->report().total(), 0u) << text;
    const auto columns = columnsOf(recognitionOf(log))[static_cast<std::size_t>(Field::Time)];
    EXPECT_EQ(columns.size(), 2u);
  }
}

TEST(SplitTime, DayWithoutTimeOfDayIsTheDay) {
  const auto log = load("Datum;Uhrzeit;Fehlercode\n04.03.2025;;UNDELIV\n04.03.2025;08:15;EXPIRED\n");
  EXPECT_EQ(timeOf(log, 0), at(0));
  EXPECT_EQ(timeOf(log, 1), at(8 * 3600 + 15 * 60));
}

TEST(SplitTime, OtherPairsOfColumnsAreNotJoined) {
  for (const char* text : {"Zeitpunkt;Uhrzeit;Fehlercode\n2025-03-04 08:15:00;09:30;UNDELIV\n",
                           "Datum;Zeitpunkt;Fehlercode\n2025-03-04;2025-03-05;UNDELIV\n",
                           "Datum;Uhrzeit;Fehlercode\n2025-03-04;08:15;UNDELIV\n2025-03-04 09:00;09:00;UNDELIV\n"}) {
    EXPECT_FALSE(recognitionOf(load(text)).timeOfDayColumn) << text;
  }
}

TEST(SplitTime, WhatWasChosenForTheHeaderIsJoinedToo) {
  const std::string text = "Tag;Stunde;Fehlercode\n04.03.2025;08:15;UNDELIV\n";
  test::MemoryFiles files;
  files.files["log"] = text;
  LoadRequest request;
  request.paths = {"log"};
  request.zone = *Zone::find("UTC");
  HeaderMapping mapping;
  mapping.header = headerKey(std::vector<std::string>{"Tag", "Stunde", "Fehlercode"});
  mapping.columnCount = 3;
  mapping.columns[static_cast<std::size_t>(Field::Time)] = {0, 1};
  mapping.columns[static_cast<std::size_t>(Field::Code)] = {2};
  request.options.mappings = {mapping};
  const auto log = loadLog(request, {}, {}, files);
  ASSERT_TRUE(log);
  EXPECT_EQ(timeOf(*log, 0), at(8 * 3600 + 15 * 60));
}

}  // namespace
}  // namespace undelivered
