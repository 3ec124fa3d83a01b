// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

#include "input/provider/shape_set.h"
#include "input/source.h"

namespace undelivered {

/// What a row is that is left out; null for one that is a delivery. `text(column)` gives a cell as it is read.
template <class Text>
const Shape* shapeLeftOut(const std::vector<LeftOutRows>& rows, const Text& text) {
  const auto holds = [&](const LeftOutRows::Condition& condition) {
    return std::any_of(condition.columns.begin(), condition.columns.end(),
                       [&](std::uint16_t column) { return ShapeSet::isOneOf(text(column), condition.values); });
  };
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const LeftOutRows& each) {
    return std::all_of(each.when.begin(), each.when.end(), holds);
  });
  return found == rows.end() ? nullptr : found->shape;
}

}  // namespace undelivered
