// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/guarded_cells.h"

#include <algorithm>
#include <array>

#include "base/formula_guard.h"
#include "input/field_header.h"

namespace undelivered {
namespace {

/// A row's cell without its quotes; empty where it has none.
std::string_view cellOf(std::string_view text, const SplitRecord& row, std::uint16_t column) {
  if (column >= row.cells.size()) return {};
  return text.substr(row.cells[column].begin, row.cells[column].end - row.cells[column].begin);
}

/// 'a text in quotes' starts with no guard.
bool isGuarded(std::string_view cell) { return withoutFormulaGuard(cell).size() != cell.size() && cell.back() != '\''; }

}  // namespace

void GuardedCells::look(std::string_view text, const SplitRecord& row) {
  for (const Field field : {Field::Recipient, Field::Customer, Field::Reference, Field::MessageId, Field::EventId}) {
    const auto index = static_cast<std::size_t>(field);
    if (m_recognition.columnOf[index]) lookAtColumn(text, row, *m_recognition.columnOf[index]);
    for (const std::uint16_t other : m_recognition.fallbackColumns[index]) lookAtColumn(text, row, other);
  }
  // Lists for programs, which are not guarded, have times in UTC.
  const auto time = m_recognition.columnOf[static_cast<std::size_t>(Field::Time)];
  m_isForMachines |= time && cellOf(text, row, *time).ends_with('Z');
}

void GuardedCells::lookAtColumn(std::string_view text, const SplitRecord& row, std::uint16_t column) {
  const std::string_view cell = cellOf(text, row, column);
  // Most start with a letter and need none.
  if (cell.empty() || cell.front() >= 'A') return;
  if (cell.front() == '\'') {
    m_guarded += isGuarded(cell);
  } else {
    m_unguarded += needsFormulaGuard(cell);
  }
}

bool GuardedCells::isActionList() const {
  const auto has = [this](std::string_view english, std::string_view german) {
    return std::any_of(m_recognition.columns.begin(), m_recognition.columns.end(), [&](const std::string& column) {
      return sameHeader(column, english) || sameHeader(column, german);
    });
  };
  return has("Actionable", "Selbst behebbar") && has("Explanation", "Erklärung") &&
         has("Recommended action", "Empfohlene Maßnahme") && has("Source file", "Quelldatei");
}

bool GuardedCells::areThere() const {
  return m_guarded > m_unguarded || (m_unguarded == 0 && !m_isForMachines && isActionList());
}

}  // namespace undelivered
