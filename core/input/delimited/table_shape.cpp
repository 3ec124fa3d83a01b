// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/table_shape.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "input/field_header.h"
#include "input/provider/providers.h"

namespace undelivered {
namespace {

std::optional<std::uint16_t> columnNamed(const Recognition& recognition, std::string_view name) {
  for (std::size_t i = 0; i < recognition.columns.size(); ++i) {
    if (sameHeader(recognition.columns[i], name)) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

bool holds(const Shape& shape, const Recognition& recognition) {
  return std::all_of(shape.when.begin(), shape.when.end(), [&](const Shape::Condition& condition) {
    return std::any_of(condition.paths.begin(), condition.paths.end(),
                       [&](const std::string& path) { return columnNamed(recognition, path).has_value(); });
  });
}

/// What a shape of rows that are left out, which holds, looks for in them.
LeftOutRows rowsOf(const Shape& shape, const Recognition& recognition) {
  LeftOutRows rows{&shape, {}};
  for (const Shape::Condition& condition : shape.when) {
    if (condition.values.empty()) continue;  // about the columns, not the rows
    LeftOutRows::Condition& ofRow = rows.when.emplace_back();
    ofRow.values = condition.values;
    for (const std::string& path : condition.paths) {
      if (const auto column = columnNamed(recognition, path)) ofRow.columns.push_back(*column);
    }
  }
  return rows;
}

using Columns = std::vector<std::uint16_t>;

bool contains(const Columns& columns, std::uint16_t column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

/// The columns that the table has of those that a shape names for each field.
std::array<Columns, kFieldCount> columnsOfShape(const Shape& shape, const Recognition& recognition) {
  std::array<Columns, kFieldCount> columns;
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    for (const ValuePath& path : shape.fields[field]) {
      const auto column = columnNamed(recognition, path.path);
      if (column && !contains(columns[field], *column)) columns[field].push_back(*column);
    }
  }
  return columns;
}

void take(const Shape& shape, Recognition& recognition) {
  const auto named = columnsOfShape(shape, recognition);
  const auto isNamed = [&](std::uint16_t column) {
    return std::any_of(named.begin(), named.end(), [&](const Columns& each) { return contains(each, column); });
  };
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    auto& first = recognition.columnOf[field];
    Columns& others = recognition.fallbackColumns[field];
    Columns guessed = others;
    if (first) guessed.insert(guessed.begin(), *first);
    std::erase_if(guessed, isNamed);
    Columns columns = named[field];
    // What else is a time stands in for one that the provider did not give; what else looks like a recipient may be
    // the sender.
    const bool keepsGuess = columns.empty() || static_cast<Field>(field) == Field::Time;
    if (keepsGuess) columns.insert(columns.end(), guessed.begin(), guessed.end());
    first.reset();
    others.clear();
    if (columns.empty()) continue;
    first = columns.front();
    others.assign(columns.begin() + 1, columns.end());
  }
}

}  // namespace

bool isProviderColumn(std::string_view header) {
  static const std::set<std::string> kNames = [] {
    std::set<std::string> names;
    for (const Provider& provider : providers()) {
      for (const Shape& shape : provider.shapes) {
        if (shape.kind != Shape::Kind::Table) continue;
        for (const auto& paths : shape.fields) {
          for (const ValuePath& path : paths) names.insert(normaliseHeader(path.path));
        }
      }
    }
    return names;
  }();
  return kNames.contains(normaliseHeader(header));
}

void applyTableShape(Recognition& recognition) {
  const auto all = providers();
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<LeftOutRows> leftOut;
    for (const Shape& shape : all[i].shapes) {
      if (shape.kind != Shape::Kind::Table || !holds(shape, recognition)) continue;
      if (shape.leftOut) {
        leftOut.push_back(rowsOf(shape, recognition));
        continue;
      }
      recognition.leftOutRows = std::move(leftOut);
      recognition.provider = static_cast<ProviderIndex>(i);
      return take(shape, recognition);
    }
  }
}

}  // namespace undelivered
