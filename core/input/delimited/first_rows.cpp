// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/first_rows.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/blanks.h"
#include "input/delimited/guarded_cells.h"
#include "input/delimited/line_in_cell.h"
#include "input/excel_damage.h"
#include "input/time_parser.h"

namespace undelivered {
namespace {

constexpr int kRowsLookedAt = 1000;
constexpr std::array kIds{Field::Reference, Field::Customer, Field::MessageId, Field::EventId};

/// A row's cell without quotes and blanks around it; empty where it has none.
std::string_view cellOf(std::string_view text, const SplitRecord& row, std::uint16_t column) {
  if (column >= row.cells.size()) return {};
  return trimBlanks(text.substr(row.cells[column].begin, row.cells[column].end - row.cells[column].begin));
}

bool isDigits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

/// "8:15", "08:15:30" or with a fraction.
bool isTimeOfDay(std::string_view text) {
  const std::size_t colon = text.find(':');
  return (colon == 1 || colon == 2) && isDigits(text.substr(0, colon)) &&
         parseTime("2000-01-01T" + std::string(2 - colon, '0') + std::string(text));
}

bool isDay(std::string_view text) { return text.find(':') == std::string_view::npos && parseTime(text).has_value(); }

/// What a column of times holds.
struct TimeColumn {
  std::uint16_t column = 0;
  bool hasDays = false, hasTimesOfDay = false, hasOthers = false;

  void look(std::string_view text) {
    if (text.empty()) return;
    const bool clock = isTimeOfDay(text);
    hasTimesOfDay |= clock;
    hasDays |= !clock && isDay(text);
    hasOthers |= !clock && !isDay(text);
  }
  bool isOfDays() const { return hasDays && !hasTimesOfDay && !hasOthers; }
  bool isOfTimes() const { return hasTimesOfDay && !hasDays && !hasOthers; }
};

class FirstRows {
 public:
  explicit FirstRows(Recognition& recognition) : m_recognition(recognition), m_guards(recognition) {
    const auto time = static_cast<std::size_t>(Field::Time);
    if (!recognition.columnOf[time] || recognition.fallbackColumns[time].empty()) return;
    m_times.push_back({*recognition.columnOf[time]});
    for (const std::uint16_t other : recognition.fallbackColumns[time]) m_times.push_back({other});
  }

  void look(std::string_view text, const SplitRecord& row) {
    for (const Field field : kIds) lookAtId(field, text, row);
    for (TimeColumn& time : m_times) time.look(cellOf(text, row, time.column));
    joinable(text, row);
    m_guards.look(text, row);
  }

  void tell() {
    for (const Field field : kIds) {
      if (!m_numbers[static_cast<std::size_t>(field)].areBeyondDoubt()) continue;
      m_recognition.damagedIds.insert(field);
      m_recognition.cutIds |= 1u << static_cast<unsigned>(field);
    }
    joinTimes();
    m_recognition.guarded = m_guards.areThere();
  }

 private:
  void lookAtId(Field field, std::string_view text, const SplitRecord& row) {
    const auto index = static_cast<std::size_t>(field);
    const auto column = m_recognition.columnOf[index];
    if (!column) return;
    const auto isDamaged = [&](std::uint16_t of) {
      const std::string_view id = cellOf(text, row, of);
      const bool mayBeDate = field == Field::Reference || field == Field::Customer;
      return isRoundedNumber(id) || isSpreadsheetError(id) || (mayBeDate && isDateForm(id));
    };
    const auto& others = m_recognition.fallbackColumns[index];
    if (isDamaged(*column) || std::any_of(others.begin(), others.end(), isDamaged))
      m_recognition.damagedIds.insert(field);
    m_numbers[index].look(cellOf(text, row, *column));
  }

  /// Whether the two would make a time that is understood, by the first row that has both.
  void joinable(std::string_view text, const SplitRecord& row) {
    if (m_joined || m_times.size() < 2) return;
    std::string_view day, time;
    for (const TimeColumn& column : m_times) {
      const std::string_view cell = cellOf(text, row, column.column);
      if (isTimeOfDay(cell)) {
        time = cell;
      } else if (isDay(cell)) {
        day = cell;
      }
    }
    if (!day.empty() && !time.empty()) m_joined = parseTime(fmt::format("{} {}", day, time)).has_value();
  }

  void joinTimes() {
    const auto days = std::find_if(m_times.begin(), m_times.end(), [](const auto& each) { return each.isOfDays(); });
    const auto times = std::find_if(m_times.begin(), m_times.end(), [](const auto& each) { return each.isOfTimes(); });
    if (!m_joined || days == m_times.end() || times == m_times.end()) return;
    if (days != m_times.begin() && times != m_times.begin()) return;
    const auto index = static_cast<std::size_t>(Field::Time);
    m_recognition.columnOf[index] = days->column;
    m_recognition.timeOfDayColumn = times->column;
    m_recognition.fallbackColumns[index].clear();
  }

  Recognition& m_recognition;
  std::array<CutNumbers, kFieldCount> m_numbers;
  std::vector<TimeColumn> m_times;
  GuardedCells m_guards;
  bool m_joined = false;
};

}  // namespace

void lookAtFirstRows(const TableSample& sample, Recognition& recognition) {
  const std::size_t columns = recognition.columns.size();
  std::size_t named = columns;
  while (named > 1 && recognition.columns[named - 1] == fmt::format("#{}", named)) --named;
  std::size_t filled = named;
  auto at = static_cast<std::uint32_t>(recognition.dataOffset);
  SplitRecord split;
  LineInCell lineInCell;
  FirstRows rows(recognition);
  for (int row = 0; row < kRowsLookedAt && at < sample.text.size(); ++row) {
    if (!trySplitRecord(sample.text, sample.wholeFile, at, recognition.delimiter, columns, split) || split.tooLong)
      break;
    const std::string_view record = sample.text.substr(at, split.end - at);
    at = split.end;
    if (lineInCell.take(record, recognition.delimiter, columns)) {
      rows.look(lineInCell.text(), lineInCell.split());
      continue;
    }
    for (std::size_t i = filled; i < split.cells.size(); ++i) {
      if (split.cells[i].begin != split.cells[i].end) filled = i + 1;
    }
    rows.look(sample.text, split);
  }
  rows.tell();
  if (filled < columns) recognition.emptyColumns = static_cast<std::uint16_t>(columns - filled);
}

}  // namespace undelivered
