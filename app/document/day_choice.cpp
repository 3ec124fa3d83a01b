// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/day_choice.h"

#include <algorithm>

#include "query/counts.h"
#include "query/summary.h"

namespace undelivered {
namespace {

std::int32_t daysSinceEpoch(LocalDay day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }
LocalDay localDay(std::int32_t day) { return LocalDay{std::chrono::days{day}}; }

}  // namespace

DayChoice extended(DayChoice range, DayChoice by) {
  const bool inside = by.first >= range.first && by.last <= range.last;
  if (!inside) return {std::min(range.first, by.first), std::max(range.last, by.last)};
  if (by == range) return range;
  if (by.first == range.first) return {by.last + 1, range.last};
  if (by.last == range.last) return {range.first, by.first - 1};
  return range;
}

Filter withDays(Filter filter, const std::optional<DayChoice>& days, const Zone& zone) {
  filter.since.reset();
  filter.until.reset();
  if (days) {
    filter.since = startOfDay(localDay(days->first), zone);
    filter.until = startOfDay(localDay(days->last + 1), zone);
  }
  return filter;
}

std::optional<DayChoice> daysOf(const Filter& filter, const Zone& zone, DayChoice whole) {
  if (!filter.since && !filter.until) return std::nullopt;
  ZoneCursor cursor(zone);
  DayChoice days = whole;
  if (filter.since) days.first = daysSinceEpoch(cursor.dayOf(*filter.since));
  if (filter.until) days.last = daysSinceEpoch(cursor.dayOf(*filter.until - std::chrono::milliseconds{1}));
  return days;
}

std::optional<DayChoice> daysOfLog(const DeliveryLog& log) {
  std::optional<DayChoice> days;
  for (const Counts::Cell& cell : countsOfCube(log).cells) {
    if (cell.day == kNoDay || cell.count == 0) continue;
    if (!days) days = DayChoice{cell.day, cell.day};
    days->first = std::min(days->first, cell.day);
    days->last = std::max(days->last, cell.day);
  }
  return days;
}

}  // namespace undelivered
