// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/ids.h"

namespace undelivered {

/// Counts of records by day and kind. Charts, cards and facets answer from it, whatever the number of records.
class Cube {
 public:
  struct Cell {
    KindId kind;
    std::uint32_t count = 0;
  };

  Cube() = default;
  /// `days` sorted; `begins[i]` is where the cells of days[i] start in `cells`.
  Cube(std::vector<std::int32_t> days, std::vector<std::size_t> begins, std::vector<Cell> cells)
      : m_days(std::move(days)), m_begins(std::move(begins)), m_cells(std::move(cells)) {}

  /// Days since 1970-01-01 in the log's zone, ascending; kNoDay (INT32_MIN) first where records have no time.
  std::span<const std::int32_t> days() const { return m_days; }
  /// The kinds that occur on days()[index].
  std::span<const Cell> cells(std::size_t index) const {
    const std::size_t end = index + 1 < m_begins.size() ? m_begins[index + 1] : m_cells.size();
    return std::span(m_cells).subspan(m_begins[index], end - m_begins[index]);
  }

 private:
  std::vector<std::int32_t> m_days;
  std::vector<std::size_t> m_begins;
  std::vector<Cell> m_cells;
};

}  // namespace undelivered
