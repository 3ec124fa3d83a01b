// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/timestamp.h"
#include "classify/reason.h"

namespace undelivered {

/// What a summary can be grouped by.
enum class Dimension : std::uint8_t {
  Reason,
  Channel,
  Outcome,
  Persistence,
  Actionability,
  Phase,
  Day,
  Week,
  Month,
  Source
};

/// "reason", "channel", ...
std::string_view name(Dimension dimension);
std::optional<Dimension> dimensionFromName(std::string_view text);

/// A group's place on one dimension. The number is an enumerator's, a ReasonId's (kNoReason: no code), a SourceId's,
/// or for day, week and month the first day in days since 1970-01-01 in the log's zone (weeks start on Monday,
/// ISO 8601); kNoDay for records without a time.
struct GroupKey {
  Dimension dimension = Dimension::Reason;
  std::int32_t value = 0;

  auto operator<=>(const GroupKey&) const = default;
};
inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

struct Totals {
  std::uint64_t records = 0, failed = 0, delivered = 0, pending = 0, unknown = 0;
};

struct Group {
  std::vector<GroupKey> keys;  ///< one for each dimension asked for, in that order
  std::uint64_t count = 0;
};

struct Summary {
  Totals totals;           ///< of the filter without its restriction of outcomes
  std::uint64_t rows = 0;  ///< of the whole filter
  /// Of the whole filter, none of count 0: largest first, then by key. Where the first dimension is a time they come in
  /// its order, those without a time last, and largest first within it.
  std::vector<Group> groups;
};

/// For every value of every dimension: how many rows there would be if it were the only one chosen on its dimension
/// and everything else in the filter stayed. So a number here is the number of rows after a click on it.
struct Facets {
  Totals totals;
  std::uint64_t rows = 0;
  std::uint64_t logRecords = 0;  ///< of the whole log
  struct ReasonCount {
    ReasonId reason;
    std::uint64_t count = 0;
  };
  std::vector<ReasonCount> reasons;  ///< every reason that occurs in the log, largest first; 0 possible
  std::uint64_t channels[4]{}, outcomes[4]{}, persistences[3]{}, actionabilities[4]{}, phases[4]{};  ///< by enumerator
  struct DayCount {
    std::int32_t day = 0;  ///< days since 1970-01-01 in the log's zone; kNoDay possible, first
    std::uint64_t count = 0;
  };
  std::vector<DayCount> days;  ///< sorted by day; without the filter's time range
};

}  // namespace undelivered
