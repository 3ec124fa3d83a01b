// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <stop_token>
#include <vector>

#include "base/result.h"
#include "query/counts.h"
#include "query/summary.h"

namespace undelivered {

/// Counts added up by groups. A group is what the kind says together with where and when: both are numbered as they
/// occur, so that a count is added in one step, and keys are made for the groups that are left alone.
class GroupSums {
 public:
  GroupSums(const DeliveryLog& log, std::span<const Dimension> by);

  void add(const Counts::Cell& cell) {
    if (!m_hasPlace || cell.day != m_day || cell.source != m_source) findPlace(cell);
    m_sums[m_placeBegin + m_partOfKind[cell.kind.value]] += cell.count;
  }
  /// In the order that Summary::groups has.
  Result<std::vector<Group>> groups(const std::stop_token& stop) const;

 private:
  struct Sum {
    std::uint64_t count;
    std::uint32_t place, part;
  };
  using Values = std::vector<std::int32_t>;  // for each dimension; 0 where the other part decides

  void findPlace(const Counts::Cell& cell);
  std::vector<Sum> sums() const;
  std::int32_t valueOf(const Sum& sum, std::size_t dimension) const;

  std::span<const Dimension> m_by;
  std::vector<bool> m_ofPlace;  // for each dimension whether the place decides it and not the kind
  std::vector<Values> m_parts, m_places;
  std::vector<std::uint32_t> m_partOfKind;
  std::map<Values, std::size_t> m_placeNumbers;
  std::vector<std::uint64_t> m_sums;  // for each place one for each part

  bool m_hasPlace = false;  // of the last cell: they come place by place
  std::int32_t m_day = 0;
  SourceId m_source;
  std::size_t m_placeBegin = 0;
};

/// The first day of the week (Monday, ISO 8601) and of the month that a day is in; kNoDay stays.
std::int32_t weekOf(std::int32_t day);
std::int32_t monthOf(std::int32_t day);

}  // namespace undelivered
