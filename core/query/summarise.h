// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "query/counts.h"
#include "query/kind_filter.h"
#include "query/summary.h"

namespace undelivered {

/// Adds up counts, which already keep to the filter's time range and text, into a summary.
Summary summariseCounts(const DeliveryLog& log, const Counts& counts, const KindFilter& kinds,
                        std::span<const Dimension> by);

/// Facets from the counts of all times (for the days) and of the filter's time range (for everything else).
Facets facetsOfCounts(const DeliveryLog& log, const Counts& allTimes, const Counts& inRange, const KindFilter& kinds);

/// The first day of the week (Monday, ISO 8601) and of the month that a day is in; kNoDay stays.
std::int32_t weekOf(std::int32_t day);
std::int32_t monthOf(std::int32_t day);

}  // namespace undelivered
