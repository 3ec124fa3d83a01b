// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "input/header_mapping.h"

namespace undelivered {

/// Which column of a table is used for what, while somebody changes it. A field's first column is the one it is read
/// from; further ones are asked where that is empty.
class MappingDraft {
 public:
  MappingDraft() = default;
  explicit MappingDraft(FieldColumns columns) : m_columns(std::move(columns)) {}

  const FieldColumns& columns() const { return m_columns; }
  bool isUsable() const { return areUsable(m_columns); }

  std::optional<Field> fieldAt(std::size_t column) const;
  /// Whether the column is asked only where the field's first one is empty.
  bool isFallback(std::size_t column) const;
  /// Reads a field from a column: the column it was read from before is not used any more, and what the column was
  /// used for before is read from the next of its columns, where it has one. Nothing: the column is not used.
  void setField(std::size_t column, std::optional<Field> field);

 private:
  FieldColumns m_columns;
};

}  // namespace undelivered
