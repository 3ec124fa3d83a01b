// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "query/counts.h"
#include "query/kind_filter.h"
#include "store/delivery_log.h"

namespace undelivered {

/// Row numbers, ascending; null stands for all of the log.
using RowList = std::shared_ptr<const std::vector<std::uint32_t>>;

/// The rows of a list (or of the log) that pass a filter's kinds and time range.
std::vector<std::uint32_t> passingRows(const DeliveryLog& log, const RowList& among, const KindFilter& kinds,
                                       const TimeRange& range);

/// Counts the rows of a list (or of the log) within a time range by day and kind, and by source if asked for.
Counts countRows(const DeliveryLog& log, const RowList& among, const TimeRange& range, bool bySource);

}  // namespace undelivered
