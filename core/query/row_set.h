// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/ids.h"
#include "base/large_array.h"

namespace undelivered {

/// Row numbers, as questions write them.
using RowArray = LargeArray<std::uint32_t>;

/// An ordered set of rows: what a table shows and an export writes. Cheap to copy; immutable.
///
/// Either every row of the log in its own order, which takes no memory, or a list of 4 bytes a row.
class RowSet {
 public:
  RowSet() = default;
  static RowSet all(std::uint32_t count) {
    RowSet set;
    set.m_size = count;
    return set;
  }
  explicit RowSet(std::vector<std::uint32_t> rows) { keep(std::move(rows)); }
  explicit RowSet(RowArray rows) { keep(std::move(rows)); }

  std::uint32_t size() const { return m_size; }
  bool empty() const { return m_size == 0; }
  RowId operator[](std::uint32_t index) const { return RowId{m_rows ? m_rows.get()[index] : index}; }

 private:
  template <class Rows>
  void keep(Rows&& rows) {
    const auto kept = std::make_shared<const std::decay_t<Rows>>(std::forward<Rows>(rows));
    m_size = static_cast<std::uint32_t>(kept->size());
    m_rows = std::shared_ptr<const std::uint32_t>(kept, kept->data());
  }

  std::shared_ptr<const std::uint32_t> m_rows;  // null: the identity
  std::uint32_t m_size = 0;
};

}  // namespace undelivered
