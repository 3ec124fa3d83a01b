// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/provider/shape_set.h"

#include <algorithm>

#include "base/blanks.h"
#include "input/provider/providers.h"

namespace undelivered {
namespace {

bool equalIgnoringCase(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char a, char b) { return lower(a) == lower(b); });
}

constexpr std::string_view kElement = "@";
constexpr std::string_view kInnerElement = "@@";

}  // namespace

ShapeSet::ShapeSet(Shape::Kind kind) {
  const auto all = providers();
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const Shape& shape : all[i].shapes) {
      if (shape.kind != kind) continue;
      Compiled compiled;
      compiled.provider = static_cast<ProviderIndex>(i);
      compiled.shape = &shape;
      for (const auto& [paths, values] : shape.when) {
        Condition& condition = compiled.when.emplace_back();
        for (const std::string& path : paths) condition.slots.push_back(m_paths.add(path));
        condition.values = values;
      }
      for (std::size_t field = 0; field < kFieldCount; ++field) {
        for (const auto& [path, only] : shape.fields[field]) {
          const std::string_view text = path;
          if (text == kInnerElement) {
            compiled.fields[field].push_back({0, false, true, only});
            continue;
          }
          const bool ofElement = text.starts_with(kElement);
          // "@" alone is the element itself: the path without any key.
          const std::string_view within = text.substr(ofElement ? std::min<std::size_t>(2, text.size()) : 0);
          const auto slot = ofElement ? compiled.element.add(within) : m_paths.add(within);
          compiled.fields[field].push_back({slot, ofElement, false, only});
        }
      }
      m_shapes.push_back(std::move(compiled));
    }
  }
}

const ShapeSet& ShapeSet::of(Shape::Kind kind) {
  static const std::array kSets{ShapeSet(Shape::Kind::Keys), ShapeSet(Shape::Kind::Table),
                                ShapeSet(Shape::Kind::Receipt)};
  return kSets[static_cast<std::size_t>(kind)];
}

bool ShapeSet::isOneOf(std::string_view text, std::span<const std::string> values) {
  text = trimBlanks(text);
  return std::any_of(values.begin(), values.end(),
                     [&](const std::string& value) { return equalIgnoringCase(text, value); });
}

std::string_view ShapeSet::addressOnly(std::string_view recipient) {
  const std::string_view trimmed = trimBlanks(recipient);
  const std::size_t open = trimmed.rfind('<');
  if (open == std::string_view::npos || !trimmed.ends_with('>')) return recipient;
  return trimmed.substr(open + 1, trimmed.size() - open - 2);
}

bool ShapeSet::holds(const Condition& condition, const SlotValues& values) {
  return std::any_of(condition.slots.begin(), condition.slots.end(), [&](PathIndex::Slot slot) {
    return values.present(slot) && (condition.values.empty() || isOneOf(values.text(slot), condition.values));
  });
}

const ShapeSet::Compiled* ShapeSet::find(const SlotValues& values) const {
  const auto found = std::find_if(m_shapes.begin(), m_shapes.end(), [&](const Compiled& shape) {
    return std::all_of(shape.when.begin(), shape.when.end(),
                       [&](const Condition& condition) { return holds(condition, values); });
  });
  return found == m_shapes.end() ? nullptr : &*found;
}

void ShapeSet::fill(const Compiled& shape, const SlotValues& values, const SlotValues* element, RecordView& record,
                    std::string_view inner) {
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    std::string_view& into = record.values[field];
    into = {};
    for (const Path& path : shape.fields[field]) {
      if (path.ofElement && !element) continue;
      const std::string_view text = path.isInner ? inner : (path.ofElement ? *element : values).text(path.slot);
      if (text.empty() || (!path.only.empty() && !isOneOf(text, path.only))) continue;
      into = text;
      break;
    }
  }
  record[Field::Recipient] = addressOnly(record[Field::Recipient]);
  record.provider = shape.provider;
  record.failureEvent = false;
}

}  // namespace undelivered
