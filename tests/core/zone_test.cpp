// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/zone.h"

#include <gtest/gtest.h>

namespace undelivered {
namespace {

using namespace std::chrono;
using Kind = ZoneCursor::ToUtc::Kind;

LocalTime local(int y, unsigned m, unsigned d, int h = 0, int min = 0, int s = 0) {
  return LocalTime{local_days{year{y} / month{m} / day{d}}.time_since_epoch() + hours{h} + minutes{min} + seconds{s}};
}
Timestamp utc(int y, unsigned m, unsigned d, int h = 0, int min = 0, int s = 0) {
  return Timestamp{local(y, m, d, h, min, s).time_since_epoch()};
}

struct Case {
  LocalTime local;
  Timestamp utc;
  Kind kind;
};

/// Each by itself, and all by one cursor forth and back, since a cursor remembers.
void expectAll(const char* zone, const std::vector<Case>& cases) {
  const Zone found = *Zone::find(zone);
  ZoneCursor shared(found);
  const auto expect = [&](ZoneCursor& cursor, const Case& c) {
    const auto result = cursor.toUtc(c.local);
    EXPECT_EQ(toIso8601(result.time), toIso8601(c.utc)) << zone;
    EXPECT_EQ(result.kind, c.kind) << zone << " " << toIso8601(c.utc);
  };
  for (const Case& c : cases) {
    ZoneCursor own(found);
    expect(own, c);
    expect(shared, c);
  }
  for (auto c = cases.rbegin(); c != cases.rend(); ++c) expect(shared, *c);
}

TEST(Zone, BerlinInWinterAndSummer) {
  expectAll("Europe/Berlin", {{local(2025, 1, 15, 12), utc(2025, 1, 15, 11), Kind::Unique},
                              {local(2025, 7, 15, 12), utc(2025, 7, 15, 10), Kind::Unique},
                              {local(1970, 1, 1, 1), utc(1970, 1, 1), Kind::Unique},
                              {local(2036, 7, 1, 12), utc(2036, 7, 1, 10), Kind::Unique}});
}

TEST(Zone, HourThatOccursTwiceIsItsSecondPass) {
  expectAll("Europe/Berlin", {{local(2025, 10, 26, 1, 59, 59), utc(2025, 10, 25, 23, 59, 59), Kind::Unique},
                              {local(2025, 10, 26, 2), utc(2025, 10, 26, 1), Kind::Ambiguous},
                              {local(2025, 10, 26, 2, 30), utc(2025, 10, 26, 1, 30), Kind::Ambiguous},
                              {local(2025, 10, 26, 2, 59, 59), utc(2025, 10, 26, 1, 59, 59), Kind::Ambiguous},
                              {local(2025, 10, 26, 3), utc(2025, 10, 26, 2), Kind::Unique}});
}

TEST(Zone, HourThatDoesNotExistIsMovedOnByTheGap) {
  expectAll("Europe/Berlin", {{local(2025, 3, 30, 1, 59, 59), utc(2025, 3, 30, 0, 59, 59), Kind::Unique},
                              {local(2025, 3, 30, 2), utc(2025, 3, 30, 1), Kind::Skipped},
                              {local(2025, 3, 30, 2, 30), utc(2025, 3, 30, 1, 30), Kind::Skipped},
                              {local(2025, 3, 30, 3), utc(2025, 3, 30, 1), Kind::Unique}});
  ZoneCursor berlin(*Zone::find("Europe/Berlin"));
  EXPECT_EQ(berlin.toLocal(berlin.toUtc(local(2025, 3, 30, 2, 30)).time), local(2025, 3, 30, 3, 30));
}

TEST(Zone, FixedOffsetsKnowNoSummer) {
  expectAll("+01:00", {{local(2025, 7, 15, 12), utc(2025, 7, 15, 11), Kind::Unique},
                       {local(2025, 10, 26, 2, 30), utc(2025, 10, 26, 1, 30), Kind::Unique},
                       {local(2025, 3, 30, 2, 30), utc(2025, 3, 30, 1, 30), Kind::Unique}});
  expectAll("-09:30", {{local(2025, 7, 15, 12), utc(2025, 7, 15, 21, 30), Kind::Unique}});
  expectAll("UTC", {{local(2025, 7, 15, 12), utc(2025, 7, 15, 12), Kind::Unique}});
}

TEST(Zone, NamesThatAreNone) {
  for (const char* name : {"", "Mars/Base", "+1:00", "+01:0", "+01:60", "+15:00", "01:00", "+0100", "+ab:cd",
                           "Europe/Berlin ", "../etc/passwd"}) {
    const auto zone = Zone::find(name);
    ASSERT_FALSE(zone) << name;
    EXPECT_EQ(zone.error().code, ErrorCode::UnknownZone);
    EXPECT_EQ(zone.error().subject, name);
  }
}

TEST(Zone, HasTheNameItWasFoundBy) {
  for (const char* name : {"Europe/Berlin", "UTC", "+01:00", "America/New_York"}) {
    EXPECT_EQ(Zone::find(name)->name(), name);
  }
  EXPECT_EQ(Zone().name(), "UTC");
  EXPECT_EQ(Zone::find("Z")->name(), "UTC");
}

TEST(Zone, DaysAreTheZones) {
  ZoneCursor berlin(*Zone::find("Europe/Berlin"));
  EXPECT_EQ(berlin.dayOf(utc(2025, 3, 4, 22, 59, 59)), local_days{2025y / March / 4});
  EXPECT_EQ(berlin.dayOf(utc(2025, 3, 4, 23)), local_days{2025y / March / 5});
  EXPECT_EQ(startOfDay(local_days{2025y / March / 5}, *Zone::find("Europe/Berlin")), utc(2025, 3, 4, 23));
  EXPECT_EQ(startOfDay(local_days{2025y / March / 31}, *Zone::find("Europe/Berlin")), utc(2025, 3, 30, 22));
}

TEST(Zone, DayWhoseMidnightIsMissingOrComesTwice) {
  // In Beirut clocks go from 0:00 to 1:00; in Havana from 1:00 back to 0:00.
  EXPECT_EQ(startOfDay(local_days{2022y / March / 27}, *Zone::find("Asia/Beirut")), utc(2022, 3, 26, 22));
  EXPECT_EQ(startOfDay(local_days{2024y / November / 3}, *Zone::find("America/Havana")), utc(2024, 11, 3, 4));
}

TEST(Zone, EveryHourOfManyYearsComesBackFromTheWallClock) {
  ZoneCursor one(*Zone::find("Europe/Berlin"));
  for (Timestamp time = utc(2015, 1, 1); time < utc(2030, 1, 1); time += hours{1}) {
    const LocalTime wall = one.toLocal(time);
    ZoneCursor other(*Zone::find("Europe/Berlin"));
    const auto back = other.toUtc(wall);
    ASSERT_NE(back.kind, Kind::Skipped) << toIso8601(time);
    const auto difference = back.time - time;
    ASSERT_EQ(difference, back.kind == Kind::Ambiguous && difference != hours{0} ? hours{1} : hours{0})
        << toIso8601(time);
  }
}

TEST(Zone, StretchOfADayHoldsTimesOfThatDayAlone) {
  for (const char* name : {"Europe/Berlin", "America/Havana", "Asia/Beirut", "+05:30", "UTC"}) {
    ZoneCursor stretches(*Zone::find(name));
    ZoneCursor days(*Zone::find(name));
    for (Timestamp time = utc(2022, 1, 1); time < utc(2025, 1, 1); time += minutes{37}) {
      const auto stretch = stretches.stretchOf(time);
      ASSERT_TRUE(stretch.begin <= time && time < stretch.end) << name << ' ' << toIso8601(time);
      ASSERT_EQ(stretch.day, days.dayOf(time));
      ASSERT_EQ(stretch.day, days.dayOf(stretch.begin)) << name << ' ' << toIso8601(time);
      ASSERT_EQ(stretch.day, days.dayOf(stretch.end - milliseconds{1})) << name << ' ' << toIso8601(time);
    }
  }
}

TEST(Timestamp, Iso8601) {
  EXPECT_EQ(toIso8601(utc(2025, 3, 4, 8, 15, 30)), "2025-03-04T08:15:30Z");
  EXPECT_EQ(toIso8601(utc(2025, 3, 4) + milliseconds{7}), "2025-03-04T00:00:00.007Z");
  EXPECT_EQ(toIso8601(Timestamp{} - milliseconds{1}), "1969-12-31T23:59:59.999Z");
}

}  // namespace
}  // namespace undelivered
