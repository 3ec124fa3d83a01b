// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/line_in_cell.h"

#include <algorithm>

#include "base/short_text.h"
#include "input/delimited/quoted_lines.h"

namespace undelivered {

bool LineInCell::take(std::string_view record, char delimiter, std::size_t columns) {
  if (columns == 1 || record.size() < 2 || record.front() != '"' || !isQuotedCell(record)) return false;
  m_text.clear();
  appendUnquoted(m_text, record);
  m_size = m_text.size();
  if (text().find(delimiter) == std::string_view::npos) return false;
  m_text.append(kPaddedBytes, '\0');
  if (!trySplitRecord(text(), true, 0, delimiter, columns, m_split) || m_split.end != m_size) return false;
  return !m_split.tooLong && !m_split.unterminatedQuote && hasRightCells(columns) && (columns == 0 || !isSentence());
}

std::string_view LineInCell::cell(std::size_t column) const {
  if (column >= m_split.cells.size()) return kPaddedEmpty;
  const Cell cell = m_split.cells[column];
  return text().substr(cell.begin - cell.quoted, cell.end - cell.begin + 2u * cell.quoted);
}

bool LineInCell::hasRightCells(std::size_t columns) const {
  const auto& cells = m_split.cells;
  if (columns == 0) return cells.size() > 1;
  return cells.size() >= columns && std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(columns), cells.end(),
                                                [](const Cell& cell) { return cell.begin == cell.end; });
}

/// A blank behind every delimiter.
bool LineInCell::isSentence() const {
  return std::all_of(m_split.cells.begin() + 1, m_split.cells.end(), [&](const Cell& cell) {
    return cell.begin < cell.end && !cell.quoted && m_text[cell.begin] == ' ';
  });
}

}  // namespace undelivered
