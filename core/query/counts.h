// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "base/ids.h"
#include "query/filter.h"
#include "query/summary.h"
#include "store/delivery_log.h"

namespace undelivered {

/// Records counted by source, day and kind: what every summary and facet is added up from.
struct Counts {
  struct Cell {
    std::int32_t day = 0;  ///< days since 1970-01-01 in the log's zone, kNoDay
    KindId kind;
    SourceId source;  ///< always 0 where sources are not told apart
    std::uint64_t count = 0;
  };
  std::vector<Cell> cells;
};

/// A filter's time range. `since` inclusive, `until` exclusive, in the store's whole seconds.
struct TimeRange {
  std::uint32_t since = 0;  ///< 0: records without a time pass too, if `until` is open
  std::uint64_t until = std::uint64_t{1} << 32;

  explicit TimeRange(const Filter& filter);
  bool everything() const { return since == 0 && until > 0xFFFF'FFFFu; }
  bool contains(std::uint32_t seconds) const {
    return everything() || (seconds != 0 && seconds >= since && seconds < until);
  }
};

/// A time range in whole days of the log's zone, where it is one.
struct DayRange {
  std::int32_t first = std::numeric_limits<std::int32_t>::min();
  std::int32_t end = std::numeric_limits<std::int32_t>::max();
};
std::optional<DayRange> wholeDays(const TimeRange& range, const Zone& zone);

/// Whether a summary by these dimensions needs no more than a log's cube, whose days are those of that zone: of logs
/// that keep counts alone no other may be asked for.
bool answersFromCube(const Filter& filter, std::span<const Dimension> by, const Zone& zone);

/// All records of the log, from the cube.
Counts countsOfCube(const DeliveryLog& log);

}  // namespace undelivered
