// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/counts.h"

#include <algorithm>

namespace undelivered {
namespace {

using std::chrono::seconds;

/// The first whole second at or after a time, within what the store can hold.
std::uint64_t ceilSeconds(Timestamp time) {
  const auto whole = std::chrono::ceil<seconds>(time).time_since_epoch().count();
  return static_cast<std::uint64_t>(std::clamp<std::int64_t>(whole, 1, std::int64_t{1} << 32));
}

std::optional<std::int32_t> dayStartingAt(std::uint64_t second, ZoneCursor& cursor, const Zone& zone) {
  const Timestamp time{seconds{static_cast<std::int64_t>(second)}};
  const LocalDay day = cursor.dayOf(time);
  if (startOfDay(day, zone) != time) return std::nullopt;
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

}  // namespace

TimeRange::TimeRange(const Filter& filter) {
  if (filter.since)
    since = static_cast<std::uint32_t>(std::min<std::uint64_t>(ceilSeconds(*filter.since), 0xFFFF'FFFFu));
  if (filter.until) until = ceilSeconds(*filter.until);
}

std::optional<DayRange> wholeDays(const TimeRange& range, const Zone& zone) {
  DayRange days;
  if (range.everything()) return days;
  ZoneCursor cursor(zone);
  days.first = std::numeric_limits<std::int32_t>::min() + 1;  // a range of time leaves out what has none
  if (range.since > 1) {
    const auto first = dayStartingAt(range.since, cursor, zone);
    if (!first) return std::nullopt;
    days.first = *first;
  }
  if (range.until <= 0xFFFF'FFFFu) {
    const auto end = dayStartingAt(range.until, cursor, zone);
    if (!end) return std::nullopt;
    days.end = *end;
  }
  return days;
}

bool answersFromCube(const Filter& filter, std::span<const Dimension> by, const Zone& zone) {
  const bool bySource = std::find(by.begin(), by.end(), Dimension::Source) != by.end();
  return !bySource && filter.search.empty() && wholeDays(TimeRange(filter), zone);
}

Counts countsOfCube(const DeliveryLog& log) {
  Counts counts;
  const auto days = log.cube().days();
  std::size_t count = 0;
  for (std::size_t i = 0; i < days.size(); ++i) count += log.cube().cells(i).size();
  counts.cells.reserve(count);
  for (std::size_t i = 0; i < days.size(); ++i) {
    for (const Cube::Cell& cell : log.cube().cells(i))
      counts.cells.push_back({days[i], cell.kind, SourceId{0}, cell.count});
  }
  return counts;
}

}  // namespace undelivered
