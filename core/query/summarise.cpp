// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/summarise.h"

#include <algorithm>
#include <map>

#include "query/group_sums.h"

namespace undelivered {
namespace {

constexpr std::size_t kStopEvery = 4096;

void addTo(Totals& totals, Outcome outcome, std::uint64_t count) {
  totals.records += count;
  switch (outcome) {
    case Outcome::Failed:
      totals.failed += count;
      break;
    case Outcome::Delivered:
      totals.delivered += count;
      break;
    case Outcome::Pending:
      totals.pending += count;
      break;
    case Outcome::Unknown:
      totals.unknown += count;
      break;
  }
}

}  // namespace

Result<Summary> summariseCounts(const DeliveryLog& log, const Counts& counts, const KindFilter& kinds,
                                std::span<const Dimension> by, const std::stop_token& stop) {
  Summary summary;
  GroupSums sums(log, by);
  std::size_t cells = 0;
  for (const Counts::Cell& cell : counts.cells) {
    if (++cells % kStopEvery == 0 && stop.stop_requested()) return cancelled();
    if (kinds.passesWithout(cell.kind, Dimension::Outcome)) {
      addTo(summary.totals, log.kinds()[cell.kind.value].outcome, cell.count);
    }
    if (!kinds.passes(cell.kind)) continue;
    summary.rows += cell.count;
    if (!by.empty()) sums.add(cell);
  }
  if (by.empty()) return summary;
  auto groups = sums.groups(stop);
  if (!groups) return tl::unexpected(groups.error());
  summary.groups = std::move(*groups);
  return summary;
}

Result<Facets> facetsOfCounts(const DeliveryLog& log, const Counts& allTimes, const Counts& inRange,
                              const KindFilter& kinds, const std::stop_token& stop) {
  Facets facets;
  facets.logRecords = log.recordCount();
  std::vector<std::uint64_t> perKind(log.kinds().size());
  for (const Counts::Cell& cell : inRange.cells) perKind[cell.kind.value] += cell.count;

  std::map<std::uint16_t, std::uint64_t> reasons;
  for (std::size_t i = 0; i < perKind.size(); ++i) {
    const KindId id{static_cast<std::uint16_t>(i)};
    const Kind& kind = log.kinds()[i];
    const LogReason& reason = log.reason(kind.reason);
    const std::uint64_t count = perKind[i];
    const auto add = [&](Dimension dimension, std::uint64_t& to) {
      if (kinds.passesWithout(id, dimension)) to += count;
    };
    if (kinds.passesWithout(id, Dimension::Outcome)) addTo(facets.totals, kind.outcome, count);
    if (kinds.passes(id)) facets.rows += count;
    add(Dimension::Reason, reasons[kind.reason.value]);
    add(Dimension::Channel, facets.channels[static_cast<std::size_t>(kind.channel)]);
    add(Dimension::Outcome, facets.outcomes[static_cast<std::size_t>(kind.outcome)]);
    add(Dimension::Persistence, facets.persistences[static_cast<std::size_t>(reason.persistence())]);
    add(Dimension::Actionability, facets.actionabilities[static_cast<std::size_t>(reason.actionability())]);
    add(Dimension::Phase, facets.phases[static_cast<std::size_t>(reason.phase())]);
  }
  for (const auto& [reason, count] : reasons) facets.reasons.push_back({ReasonId{reason}, count});
  std::stable_sort(facets.reasons.begin(), facets.reasons.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });

  std::map<std::int32_t, std::uint64_t> days;
  for (const Counts::Cell& cell : allTimes.cells) {
    if (kinds.passes(cell.kind)) days[cell.day] += cell.count;
  }
  if (stop.stop_requested()) return cancelled();
  for (const auto& [day, count] : days) facets.days.push_back({day, count});
  return facets;
}

}  // namespace undelivered
