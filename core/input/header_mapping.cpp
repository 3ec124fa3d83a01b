// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/header_mapping.h"

#include <algorithm>

#include "base/blanks.h"
#include "base/hash.h"
#include "input/field_header.h"

namespace undelivered {

std::uint64_t headerKey(std::span<const std::string> columns) {
  std::string text;
  for (const std::string& column : columns) {
    const bool ascii =
        std::all_of(column.begin(), column.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    const std::string normal = ascii ? normaliseHeader(column) : std::string();
    // normaliseHeader() keeps nothing of most alphabets.
    text += normal.empty() ? std::string(trimBlanks(column)) : normal;
    text += '\x1F';
  }
  return hashBytes(text);
}

FieldColumns columnsOf(const Recognition& recognition) {
  FieldColumns columns;
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    if (!recognition.columnOf[field]) continue;
    columns[field].push_back(*recognition.columnOf[field]);
    if (field == static_cast<std::size_t>(Field::Time) && recognition.timeOfDayColumn)
      columns[field].push_back(*recognition.timeOfDayColumn);
    const auto& others = recognition.fallbackColumns[field];
    columns[field].insert(columns[field].end(), others.begin(), others.end());
  }
  return columns;
}

void setColumns(Recognition& recognition, const FieldColumns& columns) {
  recognition.timeOfDayColumn.reset();
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    recognition.columnOf[field].reset();
    recognition.fallbackColumns[field].clear();
    if (columns[field].empty()) continue;
    recognition.columnOf[field] = columns[field].front();
    recognition.fallbackColumns[field].assign(columns[field].begin() + 1, columns[field].end());
  }
}

bool areUsable(const FieldColumns& columns) {
  return !columns[static_cast<std::size_t>(Field::Code)].empty() ||
         !columns[static_cast<std::size_t>(Field::Status)].empty();
}

bool fits(const HeaderMapping& mapping, std::uint64_t header, std::size_t columnCount) {
  if (mapping.header != header || mapping.columnCount != columnCount) return false;
  return std::all_of(mapping.columns.begin(), mapping.columns.end(), [&](const auto& list) {
    return std::all_of(list.begin(), list.end(), [&](std::uint16_t column) { return column < columnCount; });
  });
}

}  // namespace undelivered
