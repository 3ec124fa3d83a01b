// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/calendar.h"

#include <fmt/format.h>

namespace undelivered::samples {
namespace {

using namespace std::chrono;

struct Parts {
  int year = 0, hour = 0, minute = 0, second = 0;
  unsigned month = 0, day = 0;
};

template <class Time>
Parts split(Time time) {
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  return {
      int(date.year()),       int(clock.hours().count()), int(clock.minutes().count()), int(clock.seconds().count()),
      unsigned(date.month()), unsigned(date.day())};
}

}  // namespace

sys_seconds toUtc(WallTime time) {
  const year inYear = year_month_day(floor<days>(time)).year();
  const auto begin = local_days(inYear / March / Sunday[last]) + hours(3);
  const auto end = local_days(inYear / October / Sunday[last]) + hours(3);
  const hours offset = time >= begin && time < end ? hours(2) : hours(1);
  return sys_seconds(time.time_since_epoch() - offset);
}

std::string isoDay(local_days day) {
  const Parts p = split(day);
  return fmt::format("{:04}-{:02}-{:02}", p.year, p.month, p.day);
}

std::string isoTime(WallTime time) {
  const Parts p = split(time);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", p.year, p.month, p.day, p.hour, p.minute, p.second);
}

std::string germanTime(WallTime time) {
  const Parts p = split(time);
  return fmt::format("{:02}.{:02}.{:04} {:02}:{:02}:{:02}", p.day, p.month, p.year, p.hour, p.minute, p.second);
}

std::string utcTime(sys_seconds time) {
  const Parts p = split(time);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", p.year, p.month, p.day, p.hour, p.minute, p.second);
}

}  // namespace undelivered::samples
