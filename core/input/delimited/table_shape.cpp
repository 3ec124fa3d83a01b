// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/table_shape.h"

#include <algorithm>
#include <set>
#include <string>

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

void take(const Shape& shape, Recognition& recognition) {
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    std::vector<std::uint16_t> columns;
    for (const ValuePath& path : shape.fields[field]) {
      if (const auto column = columnNamed(recognition, path.path)) columns.push_back(*column);
    }
    if (columns.empty()) continue;
    for (std::size_t other = 0; other < kFieldCount; ++other) {
      auto& of = recognition.columnOf[other];
      if (of && std::find(columns.begin(), columns.end(), *of) != columns.end()) of.reset();
      std::erase_if(recognition.fallbackColumns[other], [&](std::uint16_t column) {
        return std::find(columns.begin(), columns.end(), column) != columns.end();
      });
    }
    recognition.columnOf[field] = columns.front();
    recognition.fallbackColumns[field].assign(columns.begin() + 1, columns.end());
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
    for (const Shape& shape : all[i].shapes) {
      if (shape.kind != Shape::Kind::Table || !holds(shape, recognition)) continue;
      recognition.provider = static_cast<ProviderIndex>(i);
      return take(shape, recognition);
    }
  }
}

}  // namespace undelivered
