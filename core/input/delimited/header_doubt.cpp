// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/header_doubt.h"

#include <algorithm>
#include <array>

#include "input/delimited/line_in_cell.h"
#include "input/delimited/split.h"
#include "input/field_header.h"

namespace undelivered {
namespace {

constexpr int kRowsAsked = 100;

/// Whether a name that stands for a code or a status as often stands for something else.
bool isWeak(std::string_view header) {
  constexpr std::array<std::string_view, 8> kOtherThings{"type",   "event", "eventtype", "ereignis",
                                                         "result", "state", "zustand",   "ergebnis"};
  const auto meaning = meaningOfHeader(header);
  const std::string name = normaliseHeader(header);
  return (meaning && meaning->lastResort) ||
         std::find(kOtherThings.begin(), kOtherThings.end(), name) != kOtherThings.end();
}

bool onlyWeakColumn(const Recognition& recognition) {
  const auto isStrong = [&](Field field) {
    const auto column = recognition.columnOf[static_cast<std::size_t>(field)];
    return column && !isWeak(recognition.columns[*column]);
  };
  return !isStrong(Field::Code) && !isStrong(Field::Status);
}

/// Whether a row is cut otherwise than the header: cells with text behind the last column, or one cell alone. Rows that
/// lack cells at their end are common where the last columns are empty.
bool isCutOtherwise(std::string_view sample, const SplitRecord& row, std::size_t columns) {
  if (row.cells.size() == 1) return columns > 1;
  for (std::size_t i = columns; i < row.cells.size(); ++i) {
    const Cell cell = row.cells[i];
    if (sample.substr(cell.begin, cell.end - cell.begin).find_first_not_of(" \t") != std::string_view::npos)
      return true;
  }
  return false;
}

bool rowsDoNotFit(std::string_view sample, bool wholeFile, const Recognition& recognition) {
  const std::size_t columns = recognition.columns.size();
  int rows = 0, cutOtherwise = 0;
  SplitRecord row;
  LineInCell lineInCell;
  for (auto at = static_cast<std::uint32_t>(recognition.dataOffset); at < sample.size() && rows < kRowsAsked;) {
    if (!trySplitRecord(sample, wholeFile, at, recognition.delimiter, columns, row) || row.tooLong) break;
    const std::string_view text = sample.substr(at, row.end - at);
    at = row.end;
    if (row.cells.size() == 1 && row.cells[0].begin == row.cells[0].end) continue;  // an empty line
    ++rows;
    cutOtherwise += isCutOtherwise(sample, row, columns) && !lineInCell.take(text, recognition.delimiter, columns);
  }
  return 2 * cutOtherwise > rows;
}

}  // namespace

Doubt doubtOfHeader(std::string_view sample, bool wholeFile, const Recognition& recognition, int known, bool tied) {
  if (recognition.named.empty() && recognition.provider == kNoProvider) {
    if (tied) return Doubt::TwoDelimiters;
    if (onlyWeakColumn(recognition)) return Doubt::OnlyWeakColumn;
    if (known < 2 && recognition.columns.size() > 1) return Doubt::OneKnownColumn;
  }
  return rowsDoNotFit(sample, wholeFile, recognition) ? Doubt::RowsDoNotFit : Doubt::None;
}

}  // namespace undelivered
