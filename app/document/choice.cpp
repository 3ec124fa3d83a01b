// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/choice.h"

#include <algorithm>

namespace undelivered {
namespace {

/// Calls `use` with the set of the filter that holds the dimension's values, and the value as its enumerator.
template <class F, class Use>
void withSet(F& filter, Dimension dimension, std::int32_t value, const Use& use) {
  switch (dimension) {
    case Dimension::Channel:
      return use(filter.channels, static_cast<Channel>(value));
    case Dimension::Outcome:
      return use(filter.outcomes, static_cast<Outcome>(value));
    case Dimension::Persistence:
      return use(filter.persistences, static_cast<Persistence>(value));
    case Dimension::Actionability:
      return use(filter.actionabilities, static_cast<Actionability>(value));
    case Dimension::Phase:
      return use(filter.phases, static_cast<Phase>(value));
    case Dimension::Reason:
    case Dimension::Day:
    case Dimension::Week:
    case Dimension::Month:
    case Dimension::Source:
      return;
  }
}

}  // namespace

Filter defaultFilter() {
  Filter filter;
  filter.outcomes = {Outcome::Failed};
  return filter;
}

Filter ofFailures(Filter filter) {
  filter.outcomes = defaultFilter().outcomes;
  return filter;
}

bool isChosen(const Filter& filter, const Choice& choice) {
  if (choice.dimension == Dimension::Reason) {
    return std::find(filter.reasons.begin(), filter.reasons.end(), choice.reason) != filter.reasons.end();
  }
  bool chosen = false;
  withSet(filter, choice.dimension, choice.value, [&](const auto& set, auto value) { chosen = set.contains(value); });
  return chosen;
}

bool isOnlyChoice(const Filter& filter, const Choice& choice) {
  if (!isChosen(filter, choice)) return false;
  if (choice.dimension == Dimension::Reason) return filter.reasons.size() == 1;
  bool only = false;
  withSet(filter, choice.dimension, choice.value, [&](const auto& set, auto) { only = set.size() == 1; });
  return only;
}

Filter withChoice(Filter filter, const Choice& choice, bool chosen) {
  if (choice.dimension == Dimension::Reason) {
    std::erase(filter.reasons, choice.reason);
    // In one order, so that choosing the same reasons makes the same filter.
    if (chosen)
      filter.reasons.insert(std::lower_bound(filter.reasons.begin(), filter.reasons.end(), choice.reason),
                            choice.reason);
    return filter;
  }
  withSet(filter, choice.dimension, choice.value, [&](auto& set, auto value) {
    if (chosen) {
      set.insert(value);
    } else {
      set.erase(value);
    }
  });
  return filter;
}

Filter clicked(Filter filter, const Choice& choice, bool add) {
  const bool alreadyFailures = filter == ofFailures(filter);
  filter = ofFailures(std::move(filter));
  if (add) return withChoice(filter, choice, !alreadyFailures || !isChosen(filter, choice));
  const bool takeBack = alreadyFailures && isOnlyChoice(filter, choice);
  filter = withoutDimension(std::move(filter), choice.dimension);
  return takeBack ? filter : withChoice(std::move(filter), choice, true);
}

Filter withoutDimension(Filter filter, Dimension dimension) {
  if (dimension == Dimension::Reason) filter.reasons.clear();
  withSet(filter, dimension, 0, [](auto& set, auto) { set.clear(); });
  return filter;
}

}  // namespace undelivered
