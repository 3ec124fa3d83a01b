// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "query/filter.h"
#include "query/summary.h"

namespace undelivered {

/// One value of one dimension that a filter can be restricted to: what a check box, a bar or a chip stands for.
struct Choice {
  Dimension dimension = Dimension::Channel;  ///< Reason, Channel, Outcome, Persistence, Actionability or Phase
  std::int32_t value = 0;                    ///< the enumerator; not for reasons
  std::string reason;                        ///< for reasons, as in Filter::reasons

  static Choice of(Channel value) { return {Dimension::Channel, static_cast<std::int32_t>(value), {}}; }
  static Choice of(Outcome value) { return {Dimension::Outcome, static_cast<std::int32_t>(value), {}}; }
  static Choice of(Persistence value) { return {Dimension::Persistence, static_cast<std::int32_t>(value), {}}; }
  static Choice of(Actionability value) { return {Dimension::Actionability, static_cast<std::int32_t>(value), {}}; }
  static Choice of(Phase value) { return {Dimension::Phase, static_cast<std::int32_t>(value), {}}; }
  static Choice ofReason(std::string code) { return {Dimension::Reason, 0, std::move(code)}; }

  bool operator==(const Choice&) const = default;
};

/// What the window starts with and "Clear all" leads back to: the failures, and nothing else restricted.
Filter defaultFilter();

/// The filter with failures in place of its outcomes: what a click on a chart of failures starts from.
Filter ofFailures(Filter filter);

bool isChosen(const Filter& filter, const Choice& choice);
/// Whether the dimension of the choice is restricted to that one value.
bool isOnlyChoice(const Filter& filter, const Choice& choice);

/// As a check box does it: the value is added to or taken from the chosen ones.
Filter withChoice(Filter filter, const Choice& choice, bool chosen);
/// As a click on a chart of failures does it: of the failures the value alone is chosen, or the restriction is taken
/// back where the filter was that already.
/// `add`: like the check box.
Filter clicked(Filter filter, const Choice& choice, bool add);
Filter withoutDimension(Filter filter, Dimension dimension);

}  // namespace undelivered
