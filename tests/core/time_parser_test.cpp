// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/time_parser.h"

#include <gtest/gtest.h>

namespace undelivered {
namespace {

using namespace std::chrono;

Timestamp utc(int y, unsigned m, unsigned d, int h = 0, int min = 0, int s = 0, int ms = 0) {
  return sys_days{year{y} / month{m} / day{d}} + hours{h} + minutes{min} + seconds{s} + milliseconds{ms};
}
LocalTime local(int y, unsigned m, unsigned d, int h = 0, int min = 0, int s = 0, int ms = 0) {
  return LocalTime{utc(y, m, d, h, min, s, ms).time_since_epoch()};
}

struct Case {
  const char* text;
  std::optional<ParsedTime> expected;
};

TEST(TimeParser, UnderstandsTheFormsOfTheLogs) {
  const Case cases[] = {
      {"2025-03-04T08:15:30Z", utc(2025, 3, 4, 8, 15, 30)},
      {"2025-03-04T08:15:30.5Z", utc(2025, 3, 4, 8, 15, 30, 500)},
      {"2025-03-04T08:15:30.123456789Z", utc(2025, 3, 4, 8, 15, 30, 123)},
      {"2025-03-04T09:15:30+01:00", utc(2025, 3, 4, 8, 15, 30)},
      {"2025-03-04T09:15:30+0100", utc(2025, 3, 4, 8, 15, 30)},
      {"2018-10-08T14:05:45 +0000", utc(2018, 10, 8, 14, 5, 45)},
      {"2025-03-04T03:15:30-05:00", utc(2025, 3, 4, 8, 15, 30)},
      {"2025-03-04 09:15:30", local(2025, 3, 4, 9, 15, 30)},
      {"2025-03-04T09:15", local(2025, 3, 4, 9, 15)},
      {"2025-03-04", local(2025, 3, 4)},
      {"2025_03_04", local(2025, 3, 4)},
      {"2025/03/04 09:15", local(2025, 3, 4, 9, 15)},
      {"04.03.2025 09:15:30", local(2025, 3, 4, 9, 15, 30)},
      {"4.3.2025 9:05", local(2025, 3, 4, 9, 5)},
      {"04.03.2025, 09:15 Uhr", local(2025, 3, 4, 9, 15)},
      {"04.03.25", local(2025, 3, 4)},
      {"Tue, 4 Mar 2025 09:15:30 +0100", utc(2025, 3, 4, 8, 15, 30)},
      {"4 Mar 2025 08:15:30 GMT", utc(2025, 3, 4, 8, 15, 30)},
      {"Tue, 04 Mar 2025 09:15:30 +0100 (CET)", utc(2025, 3, 4, 8, 15, 30)},
      {"2503040815", local(2025, 3, 4, 8, 15)},
      {"250304081530", local(2025, 3, 4, 8, 15, 30)},
      {"20250304081530", local(2025, 3, 4, 8, 15, 30)},
      {"20250304", local(2025, 3, 4)},
      {"1741076130", utc(2025, 3, 4, 8, 15, 30)},
      {"1741076130250", utc(2025, 3, 4, 8, 15, 30, 250)},
      {"1741076130.375624", utc(2025, 3, 4, 8, 15, 30, 375)},
      {"2041076130.5", utc(2034, 9, 5, 13, 35, 30, 500)},
      {"1741076130.", std::nullopt},
      {"17410761300.5", std::nullopt},
      {"45720", local(2025, 3, 4)},
      {"45720,34375", local(2025, 3, 4, 8, 15)},
      {"45720.34375", local(2025, 3, 4, 8, 15)},
      {"2025-03-04 24:00:00", local(2025, 3, 5)},
      {"2024-02-29 00:00:00", local(2024, 2, 29)},
  };
  for (const Case& c : cases) EXPECT_EQ(parseTime(c.text), c.expected) << c.text;
}

TEST(TimeParser, RememberingTheDayChangesNothing) {
  // Every character of the usual form replaced, days following each other and going back: as without a memory.
  TimeParser parser;
  for (const std::string day : {"2025-03-04", "2025-03-05", "2025-02-29", "2025-03-04", "2024-02-29", "2025_03_04"}) {
    for (const std::string clock : {"T09:15:30", " 23:59:59", "T24:00:00", "T23:59:60", "x09:15:30", "T09:60:00"}) {
      for (const std::string zone : {"", "Z", "z", "+01:00"}) {
        const std::string text = day + clock + zone;
        EXPECT_EQ(parser.parse(text), parseTime(text)) << text;
        for (std::size_t at = 0; at < text.size(); ++at) {
          for (const char c : {'0', '9', ':', '/', '-', ' ', '\xB0', '\0'}) {
            std::string changed = text;
            changed[at] = c;
            EXPECT_EQ(parser.parse(changed), parseTime(changed)) << changed;
          }
        }
      }
    }
  }
}

TEST(TimeParser, RefusesWhatDoesNotExistOrIsNoTime) {
  for (const char* text : {"", "x", "2025-13-01", "2025-02-29 10:00:00", "31.04.2025", "2025-03-04 25:00:00",
                           "2025-03-04 10:60:00", "yesterday", "2025-03-04T10:00:00 CEST?", "12345678901234567890",
                           "2025-03-04T10:00:00+99:00", "4.3.", "Tue, 4 Foo 2025 09:15:30 +0100", "9999999999999999"}) {
    EXPECT_EQ(parseTime(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace undelivered
