// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/group_sums.h"

#include <algorithm>
#include <optional>

#include "query/kind_filter.h"
#include "query/radix_sort.h"

namespace undelivered {
namespace {

bool isTime(Dimension dimension) {
  return dimension == Dimension::Day || dimension == Dimension::Week || dimension == Dimension::Month;
}

std::int32_t placeValue(const Counts::Cell& cell, Dimension dimension) {
  switch (dimension) {
    case Dimension::Day:
      return cell.day;
    case Dimension::Week:
      return weekOf(cell.day);
    case Dimension::Month:
      return monthOf(cell.day);
    case Dimension::Source:
      return static_cast<std::int32_t>(cell.source.value);
    default:
      return 0;
  }
}

/// The number of those values, which is a new one where they are new.
std::size_t numberOf(std::map<std::vector<std::int32_t>, std::size_t>& numbers, const std::vector<std::int32_t>& values,
                     std::vector<std::vector<std::int32_t>>& all) {
  const auto [entry, isNew] = numbers.try_emplace(values, all.size());
  if (isNew) all.push_back(values);
  return entry->second;
}

}  // namespace

std::int32_t weekOf(std::int32_t day) {
  if (day == kNoDay) return kNoDay;
  const std::int32_t sinceMonday = ((day + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
  return day - sinceMonday;
}

std::int32_t monthOf(std::int32_t day) {
  if (day == kNoDay) return kNoDay;
  using namespace std::chrono;
  const year_month_day date{sys_days{days{day}}};
  return static_cast<std::int32_t>(sys_days{date.year() / date.month() / 1}.time_since_epoch().count());
}

GroupSums::GroupSums(const DeliveryLog& log, std::span<const Dimension> by) : m_by(by) {
  for (const Dimension dimension : by) m_ofPlace.push_back(isTime(dimension) || dimension == Dimension::Source);
  std::map<Values, std::size_t> numbers;
  for (const Kind& kind : log.kinds()) {
    Values values;
    for (const Dimension dimension : by) values.push_back(undelivered::valueOf(log, kind, dimension));
    m_partOfKind.push_back(static_cast<std::uint32_t>(numberOf(numbers, values, m_parts)));
  }
}

void GroupSums::findPlace(const Counts::Cell& cell) {
  Values values;
  for (const Dimension dimension : m_by) values.push_back(placeValue(cell, dimension));
  m_placeBegin = numberOf(m_placeNumbers, values, m_places) * m_parts.size();
  m_sums.resize(m_places.size() * m_parts.size());
  m_hasPlace = true;
  m_day = cell.day;
  m_source = cell.source;
}

std::int32_t GroupSums::valueOf(const Sum& sum, std::size_t dimension) const {
  return m_ofPlace[dimension] ? m_places[sum.place][dimension] : m_parts[sum.part][dimension];
}

std::vector<GroupSums::Sum> GroupSums::sums() const {
  std::vector<Sum> sums;
  auto count = m_sums.begin();
  for (std::uint32_t place = 0; place < m_places.size(); ++place) {
    for (std::uint32_t part = 0; part < m_parts.size(); ++part, ++count) {
      if (*count > 0) sums.push_back({*count, place, part});
    }
  }
  return sums;
}

Result<std::vector<Group>> GroupSums::groups(const std::stop_token& stop) const {
  const std::vector<Sum> sums = this->sums();
  std::optional<RowArray> order;
  // From the last to decide to the first: sorting keeps the order among equals.
  const auto sortBy = [&](const auto& keyOf) {
    auto sorted = sortByKey(
        sums.size(),
        [&](std::size_t begin, std::span<KeyedRow> into) {
          for (std::size_t i = 0; i < into.size(); ++i) {
            const std::uint32_t at = order ? (*order)[begin + i] : static_cast<std::uint32_t>(begin + i);
            into[i] = {keyOf(sums[at]), at};
          }
        },
        stop);
    if (sorted) order = std::move(sorted);
  };
  const auto keyOfValue = [](std::int32_t value) { return static_cast<std::uint32_t>(value) ^ 0x8000'0000u; };
  for (std::size_t i = m_by.size(); i-- > 0;) {
    sortBy([&](const Sum& sum) { return keyOfValue(valueOf(sum, i)); });
  }
  sortBy([](const Sum& sum) { return ~static_cast<std::uint32_t>(sum.count); });
  sortBy([](const Sum& sum) { return ~static_cast<std::uint32_t>(sum.count >> 32); });
  if (isTime(m_by.front())) {
    sortBy([&](const Sum& sum) {
      const std::int32_t time = valueOf(sum, 0);
      return time == kNoDay ? kLastKey : keyOfValue(time);
    });
  }
  if (stop.stop_requested()) return cancelled();
  std::vector<Group> groups(sums.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const Sum& sum = sums[order ? (*order)[g] : g];
    groups[g].count = sum.count;
    groups[g].keys.reserve(m_by.size());
    for (std::size_t i = 0; i < m_by.size(); ++i) groups[g].keys.push_back({m_by[i], valueOf(sum, i)});
  }
  return groups;
}

}  // namespace undelivered
