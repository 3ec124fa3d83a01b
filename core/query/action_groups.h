// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/summary.h"
#include "store/delivery_log.h"

namespace undelivered {

/// Records that ask for the same next step.
struct ActionGroup {
  enum class Kind : std::uint8_t {
    Act,          ///< the catalogue names an action
    NothingToDo,  ///< the catalogue knows the reasons and names no action
    NotKnown,     ///< codes that the catalogue does not know
    NoCode,       ///< records without any code
  };
  Kind kind = Kind::Act;
  Actionability actionability = Actionability::Unknown;  ///< of its reasons; the most one can do where they differ
  std::string action;                                    ///< in the language asked for; empty unless Act
  std::vector<ReasonId> reasons;                         ///< largest first; kNoReason possible
  std::uint64_t count = 0;
};

/// The reasons of facets grouped by their recommended action: those to act on first, each kind by count. Reasons that
/// occur no time under the filter are left out.
std::vector<ActionGroup> groupByAction(const DeliveryLog& log, const Facets& facets, std::string_view language);

/// The group's reasons as a filter names them.
std::vector<std::string> filterReasons(const DeliveryLog& log, const ActionGroup& group);

}  // namespace undelivered
