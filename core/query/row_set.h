// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/ids.h"
#include "base/large_array.h"
#include "query/marked_rows.h"

namespace undelivered {

/// Row numbers, as questions write them.
using RowArray = LargeArray<std::uint32_t>;

/// An ordered set of rows: what a table shows and an export writes. Cheap to copy; immutable.
///
/// Every row of the log in its own order, which takes no memory; or those of them that are marked, which takes a bit
/// for each row of the log; or a list of 4 bytes a row.
class RowSet {
 public:
  RowSet() = default;
  static RowSet all(std::uint32_t count) {
    RowSet set;
    set.m_size = count;
    return set;
  }
  explicit RowSet(std::vector<std::uint32_t> rows) { keepList(std::move(rows)); }
  explicit RowSet(RowArray rows) { keepList(std::move(rows)); }
  explicit RowSet(MarkedRows rows)
      : m_marked(std::make_shared<const MarkedRows>(std::move(rows))), m_size(m_marked->size()) {}

  std::uint32_t size() const { return m_size; }
  bool empty() const { return m_size == 0; }
  /// One row. For many in turn there is RowCursor, which costs less.
  RowId operator[](std::uint32_t place) const;
  /// The numbers of the rows from a place on, as many as there is room for; there must be so many.
  void copy(std::uint32_t first, std::span<std::uint32_t> into) const;
  /// All of them as a list.
  RowArray list() const;

 private:
  template <class Rows>
  void keepList(Rows&& rows) {
    const auto kept = std::make_shared<const std::decay_t<Rows>>(std::forward<Rows>(rows));
    m_size = static_cast<std::uint32_t>(kept->size());
    m_list = std::shared_ptr<const std::uint32_t>(kept, kept->data());
  }

  // Neither: every row.
  std::shared_ptr<const std::uint32_t> m_list;
  std::shared_ptr<const MarkedRows> m_marked;
  std::uint32_t m_size = 0;
};

/// Reads a set's rows one after the other: keeps the numbers of those around the last one. For one thread.
class RowCursor {
 public:
  explicit RowCursor(const RowSet& rows) : m_rows(rows) {}

  RowId operator[](std::uint32_t place) {
    if (place - m_first >= m_count) fill(place);
    return RowId{m_part[place - m_first]};
  }

 private:
  void fill(std::uint32_t place);

  RowSet m_rows;
  std::uint32_t m_first = 0;
  std::uint32_t m_count = 0;
  std::array<std::uint32_t, 1024> m_part;
};

}  // namespace undelivered
