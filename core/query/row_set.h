// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/ids.h"

namespace undelivered {

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
  explicit RowSet(std::vector<std::uint32_t> rows)
      : m_rows(std::make_shared<const std::vector<std::uint32_t>>(std::move(rows))),
        m_size(static_cast<std::uint32_t>(m_rows->size())) {}

  std::uint32_t size() const { return m_size; }
  bool empty() const { return m_size == 0; }
  RowId operator[](std::uint32_t index) const { return RowId{m_rows ? (*m_rows)[index] : index}; }

 private:
  std::shared_ptr<const std::vector<std::uint32_t>> m_rows;  // null: the identity
  std::uint32_t m_size = 0;
};

}  // namespace undelivered
