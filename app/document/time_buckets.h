// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "document/day_choice.h"
#include "query/summary.h"

namespace undelivered {

/// Counts over time in steps that a chart can show: days, weeks (from Monday) or months, whichever are the finest of
/// which there are not too many.
struct TimeBuckets {
  Dimension step = Dimension::Day;  ///< Day, Week or Month
  struct Bucket {
    DayChoice days;
    std::uint64_t count = 0;
  };
  std::vector<Bucket> buckets;    ///< without gaps, from the log's first to its last day
  std::uint64_t withoutTime = 0;  ///< records that no bucket counts
};

TimeBuckets bucketsOf(const Facets& facets, DayChoice logDays);

}  // namespace undelivered
