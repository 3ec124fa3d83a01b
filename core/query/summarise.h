// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <stop_token>

#include "base/result.h"
#include "query/counts.h"
#include "query/kind_filter.h"
#include "query/summary.h"

namespace undelivered {

/// Adds up counts, which already keep to the filter's time range and text, into a summary.
Result<Summary> summariseCounts(const DeliveryLog& log, const Counts& counts, const KindFilter& kinds,
                                std::span<const Dimension> by, const std::stop_token& stop);

/// Facets from the counts of all times (for the days) and of the filter's time range (for everything else).
Result<Facets> facetsOfCounts(const DeliveryLog& log, const Counts& allTimes, const Counts& inRange,
                              const KindFilter& kinds, const std::stop_token& stop);

}  // namespace undelivered
