// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/kind_filter.h"

#include <algorithm>

namespace undelivered {
namespace {

template <class E>
bool stops(const EnumSet<E>& set, E value) {
  return !set.empty() && !set.contains(value);
}

/// Which reasons a filter names; the last place stands for "no code".
std::vector<bool> wantedReasons(const DeliveryLog& log, const std::vector<std::string>& names) {
  std::vector<bool> wanted(log.reasonCount() + 1, names.empty());
  for (const std::string& name : names) {
    if (name == kNoReasonCode) wanted.back() = true;
    for (std::size_t i = 0; i < log.reasonCount(); ++i) {
      const LogReason& reason = log.reason(ReasonId{static_cast<std::uint16_t>(i)});
      if (reason.code == name || (name == kAnyUnknownReason && !reason.known)) wanted[i] = true;
    }
  }
  return wanted;
}

}  // namespace

KindFilter::KindFilter(const DeliveryLog& log, const Filter& filter) {
  const std::vector<bool> wanted = wantedReasons(log, filter.reasons);
  for (const Kind& kind : log.kinds()) {
    const LogReason& reason = log.reason(kind.reason);
    std::uint32_t failed = 0;
    if (!wanted[kind.reason == kNoReason ? wanted.size() - 1 : kind.reason.value]) failed |= bit(Dimension::Reason);
    if (stops(filter.channels, kind.channel)) failed |= bit(Dimension::Channel);
    if (stops(filter.outcomes, kind.outcome)) failed |= bit(Dimension::Outcome);
    if (stops(filter.persistences, reason.persistence())) failed |= bit(Dimension::Persistence);
    if (stops(filter.actionabilities, reason.actionability())) failed |= bit(Dimension::Actionability);
    if (stops(filter.phases, reason.phase())) failed |= bit(Dimension::Phase);
    m_failed.push_back(failed);
  }
}

std::vector<std::uint8_t> KindFilter::table() const {
  std::vector<std::uint8_t> table(m_failed.size());
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = m_failed[i] == 0;
  return table;
}

bool KindFilter::passesAll() const {
  return std::all_of(m_failed.begin(), m_failed.end(), [](std::uint32_t failed) { return failed == 0; });
}

std::int32_t valueOf(const DeliveryLog& log, const Kind& kind, Dimension dimension) {
  const LogReason& reason = log.reason(kind.reason);
  switch (dimension) {
    case Dimension::Reason:
      return kind.reason.value;
    case Dimension::Channel:
      return static_cast<std::int32_t>(kind.channel);
    case Dimension::Outcome:
      return static_cast<std::int32_t>(kind.outcome);
    case Dimension::Persistence:
      return static_cast<std::int32_t>(reason.persistence());
    case Dimension::Actionability:
      return static_cast<std::int32_t>(reason.actionability());
    case Dimension::Phase:
      return static_cast<std::int32_t>(reason.phase());
    case Dimension::Day:
    case Dimension::Week:
    case Dimension::Month:
    case Dimension::Source:
      break;
  }
  return 0;
}

}  // namespace undelivered
