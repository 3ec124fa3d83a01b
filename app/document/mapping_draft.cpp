// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/mapping_draft.h"

#include <algorithm>

namespace undelivered {

std::optional<Field> MappingDraft::fieldAt(std::size_t column) const {
  for (const Field field : kFields) {
    const auto& list = m_columns[static_cast<std::size_t>(field)];
    if (std::find(list.begin(), list.end(), column) != list.end()) return field;
  }
  return std::nullopt;
}

bool MappingDraft::isFallback(std::size_t column) const {
  const auto field = fieldAt(column);
  return field && m_columns[static_cast<std::size_t>(*field)].front() != column;
}

void MappingDraft::setField(std::size_t column, std::optional<Field> field) {
  const auto number = static_cast<std::uint16_t>(column);
  for (auto& list : m_columns) {
    const bool isOwn = field && &list == &m_columns[static_cast<std::size_t>(*field)];
    if (isOwn && !list.empty() && list.front() != number) list.erase(list.begin());
    std::erase(list, number);
  }
  if (!field) return;
  auto& list = m_columns[static_cast<std::size_t>(*field)];
  list.insert(list.begin(), number);
}

}  // namespace undelivered
