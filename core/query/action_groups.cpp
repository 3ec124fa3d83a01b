// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/action_groups.h"

#include <algorithm>
#include <tuple>

#include "query/filter.h"

namespace undelivered {
namespace {

/// How much the tenant can do, most first.
int rank(Actionability value) {
  switch (value) {
    case Actionability::Yes:
      return 0;
    case Actionability::Partially:
      return 1;
    case Actionability::No:
      return 2;
    case Actionability::Unknown:
      break;
  }
  return 3;
}

ActionGroup groupOf(const LogReason& reason, std::string_view language) {
  ActionGroup group;
  group.actionability = reason.actionability();
  if (!reason.entry) {
    group.kind = reason.code.empty() ? ActionGroup::Kind::NoCode : ActionGroup::Kind::NotKnown;
    return group;
  }
  group.action = reason.entry->text(language).action;
  group.kind = group.action.empty() ? ActionGroup::Kind::NothingToDo : ActionGroup::Kind::Act;
  return group;
}

}  // namespace

std::vector<ActionGroup> groupByAction(const DeliveryLog& log, const Facets& facets, std::string_view language) {
  std::vector<ActionGroup> groups;
  for (const Facets::ReasonCount& counted : facets.reasons) {
    if (counted.count == 0) continue;
    ActionGroup group = groupOf(log.reason(counted.reason), language);
    auto same = std::find_if(groups.begin(), groups.end(), [&](const ActionGroup& other) {
      return other.kind == group.kind && other.action == group.action;
    });
    if (same == groups.end()) same = groups.insert(groups.end(), group);
    if (rank(group.actionability) < rank(same->actionability)) same->actionability = group.actionability;
    same->reasons.push_back(counted.reason);
    same->count += counted.count;
  }
  std::stable_sort(groups.begin(), groups.end(), [](const ActionGroup& a, const ActionGroup& b) {
    return std::tuple(a.kind, b.count) < std::tuple(b.kind, a.count);
  });
  return groups;
}

std::vector<std::string> filterReasons(const DeliveryLog& log, const ActionGroup& group) {
  std::vector<std::string> codes;
  codes.reserve(group.reasons.size());
  for (const ReasonId id : group.reasons) codes.push_back(id == kNoReason ? kNoReasonCode : log.reason(id).code);
  return codes;
}

}  // namespace undelivered
