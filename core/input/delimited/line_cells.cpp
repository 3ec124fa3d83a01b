// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/line_cells.h"

#include <algorithm>

#include "base/blanks.h"
#include "input/delimited/split.h"
#include "input/field_header.h"

namespace undelivered {
namespace {

bool isBlank(const std::string& cell) { return trimBlanks(cell).empty(); }

}  // namespace

std::vector<std::string> cellsOfLine(std::string_view line, char delimiter, std::size_t columns,
                                     const CellReader& reader) {
  SplitRecord split;
  trySplitRecord(line, true, 0, delimiter, columns, split);
  std::vector<std::string> cells;
  cells.reserve(split.cells.size());
  for (const Cell& cell : split.cells) cells.push_back(reader.text(rawCell(line, cell)));
  return cells;
}

bool areHeader(const std::vector<std::string>& cells, const std::vector<std::string>& names) {
  return cells.size() == names.size() &&
         std::equal(cells.begin(), cells.end(), names.begin(), [](const std::string& cell, const std::string& name) {
           return sameHeader(cell, name) || (isBlank(cell) && name.starts_with('#'));
         });
}

std::optional<std::string> onlyFirstOf(std::vector<std::string> cells, std::size_t columns) {
  if (!std::all_of(cells.begin() + 1, cells.end(), isBlank)) return std::nullopt;
  if (columns < 2 && !isBlank(cells.front())) return std::nullopt;
  return std::move(cells.front());
}

}  // namespace undelivered
