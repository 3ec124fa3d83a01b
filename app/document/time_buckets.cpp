// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/time_buckets.h"

#include "query/group_sums.h"

namespace undelivered {
namespace {

// About as many columns as a chart of usual width can show apart from each other.
constexpr std::int32_t kMostBuckets = 62;
constexpr std::int32_t kLongestMonth = 31;

std::int32_t startOf(Dimension step, std::int32_t day) {
  if (step == Dimension::Day) return day;
  return step == Dimension::Week ? weekOf(day) : monthOf(day);
}

std::int32_t startAfter(Dimension step, std::int32_t start) {
  switch (step) {
    case Dimension::Week:
      return start + 7;
    case Dimension::Month:
      return monthOf(start + kLongestMonth);
    default:
      return start + 1;
  }
}

}  // namespace

TimeBuckets bucketsOf(const Facets& facets, DayChoice logDays) {
  TimeBuckets result;
  const std::int32_t days = logDays.last - logDays.first + 1;
  result.step = days <= kMostBuckets ? Dimension::Day : days / 7 <= kMostBuckets ? Dimension::Week : Dimension::Month;
  for (std::int32_t start = startOf(result.step, logDays.first); start <= logDays.last;) {
    const std::int32_t next = startAfter(result.step, start);
    result.buckets.push_back({{start, next - 1}, 0});
    start = next;
  }
  std::size_t at = 0;
  for (const Facets::DayCount& day : facets.days) {
    if (day.day == kNoDay) {
      result.withoutTime = day.count;
      continue;
    }
    while (at < result.buckets.size() && result.buckets[at].days.last < day.day) ++at;
    if (at < result.buckets.size()) result.buckets[at].count += day.count;
  }
  return result;
}

}  // namespace undelivered
