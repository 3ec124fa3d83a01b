// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "base/zone.h"
#include "query/filter.h"
#include "store/delivery_log.h"

namespace undelivered {

/// Days of a log's zone, both inclusive, in days since 1970-01-01.
struct DayChoice {
  std::int32_t first = 0, last = 0;
  bool operator==(const DayChoice&) const = default;
};

/// The range with those days added to it: a range has no gaps, so what lies between is added, too. Days at one end of
/// it are taken off instead.
DayChoice extended(DayChoice range, DayChoice by);

/// The filter restricted to those days, or freed of days.
Filter withDays(Filter filter, const std::optional<DayChoice>& days, const Zone& zone);

/// The days that a filter is restricted to; an end that is open is given as that of `whole`.
std::optional<DayChoice> daysOf(const Filter& filter, const Zone& zone, DayChoice whole);

/// From the first to the last day that a log has records of; nothing where none has a time.
std::optional<DayChoice> daysOfLog(const DeliveryLog& log);

}  // namespace undelivered
