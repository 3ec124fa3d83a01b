// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "input/json/envelope_keys.h"
#include "input/json/shape_plan.h"

namespace undelivered {

/// Goes through an object as ObjectReader and ShapeReader do.
class ShapePlan::Maker {
 public:
  explicit Maker(JsonOutline& outline) : m_outline(outline), m_shapes(ShapeSet::of(Shape::Kind::Keys)) {}

  bool readObject(JsonOutline::Index object, int depth);
  ShapePlan take() { return std::move(m_plan); }

 private:
  using Index = JsonOutline::Index;
  using Type = JsonOutline::Type;

  /// What stands at the paths of an object, and which of its values.
  struct Found {
    explicit Found(std::size_t count) : values(count), indexOf(count) {}
    SlotValues values;
    std::vector<Index> indexOf;
  };
  bool walk(Index index, const PathIndex& paths, std::uint32_t node, Found& found);
  void fixWhatTells(const ShapeSet::Compiled* shape, const Found& found);
  void fixFailing(const ShapeSet::Compiled& shape, const Found& found);
  void fixHolding(const ShapeSet::Condition& condition, const Found& found);
  void fixFilters(const ShapeSet::Compiled& shape, const Found& found, bool ofElement);
  bool isFixed(Index index) const;
  bool readShape(Index object, const ShapeSet::Compiled& shape, const Found& found);
  void addRecord(const ShapeSet::Compiled& shape, const Found& found, const Found* element, std::size_t recipient);
  void addSources(Field field, const std::vector<ShapeSet::Path>& paths, const Found& found, const Found* element);
  std::optional<Index> arrayAt(Index object, std::string_view path) const;
  bool unwrap(Index object, int depth);
  bool wrapsObjects(Index object) const;
  bool hasNoTexts(Index array);
  bool readArrays(Index object, int depth);
  bool readText(Index text, int depth);

  JsonOutline& m_outline;
  const ShapeSet& m_shapes;
  ShapePlan m_plan;
};

bool ShapePlan::Maker::walk(Index index, const PathIndex& paths, std::uint32_t node, Found& found) {
  const JsonOutline::Value& value = m_outline[index];
  if (value.type == Type::Null) return true;
  if (const auto slot = paths.slot(node); slot && !found.values.present(*slot)) {
    // A number that is not known as it is written.
    if (value.type == Type::Number && !value.text.data()) return false;
    found.values.set(*slot, value.text);
    found.indexOf[*slot] = index;
  }
  if (paths.isLeaf(node)) return true;
  bool known = true;
  if (value.type == Type::Object) {
    m_outline.forEach(index, [&](Index member) {
      const auto next = paths.child(node, m_outline[member].key);
      if (next) known = known && walk(member, paths, *next, found);
    });
  } else if (value.type == Type::Array && value.size > 1) {
    if (const auto first = paths.child(node, kFirstElement)) known = walk(index + 1, paths, *first, found);
  }
  return known;
}

bool ShapePlan::Maker::isFixed(Index index) const {
  const JsonOutline::Value& value = m_outline[index];
  return value.fixed || value.type == Type::Object || value.type == Type::Array;
}

/// Makes sure that a condition which asks for a value holds.
void ShapePlan::Maker::fixHolding(const ShapeSet::Condition& condition, const Found& found) {
  const auto asked = [&](PathIndex::Slot slot) {
    return found.values.present(slot) && ShapeSet::isOneOf(found.values.text(slot), condition.values);
  };
  const auto& slots = condition.slots;
  const bool isSure = std::any_of(slots.begin(), slots.end(),
                                  [&](PathIndex::Slot slot) { return asked(slot) && isFixed(found.indexOf[slot]); });
  if (isSure) return;
  if (const auto slot = std::find_if(slots.begin(), slots.end(), asked); slot != slots.end())
    m_outline.fix(found.indexOf[*slot]);
}

/// Makes sure that a shape does not fit objects of the same skeleton either.
void ShapePlan::Maker::fixFailing(const ShapeSet::Compiled& shape, const Found& found) {
  const ShapeSet::Condition* failing = nullptr;
  for (const ShapeSet::Condition& condition : shape.when) {
    if (ShapeSet::holds(condition, found.values)) continue;
    const bool staysSo = std::all_of(condition.slots.begin(), condition.slots.end(), [&](PathIndex::Slot slot) {
      return !found.values.present(slot) || isFixed(found.indexOf[slot]);
    });
    if (staysSo) return;
    if (!failing) failing = &condition;
  }
  if (!failing) return;
  for (PathIndex::Slot slot : failing->slots) {
    if (found.values.present(slot)) m_outline.fix(found.indexOf[slot]);
  }
}

/// Makes the values a part of the skeleton that decide which shape fits, null for none.
void ShapePlan::Maker::fixWhatTells(const ShapeSet::Compiled* shape, const Found& found) {
  // First those that hold, which tell more often than not that others do not.
  if (shape) {
    for (const ShapeSet::Condition& condition : shape->when) {
      if (!condition.values.empty()) fixHolding(condition, found);
    }
  }
  for (const ShapeSet::Compiled& other : m_shapes.shapes()) {
    if (&other == shape) return;
    fixFailing(other, found);
  }
}

std::optional<JsonOutline::Index> ShapePlan::Maker::arrayAt(Index object, std::string_view path) const {
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    const auto next = m_outline.member(object, path.substr(0, dot));
    if (!next) return std::nullopt;
    object = *next;
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  }
  if (m_outline[object].type != Type::Array) return std::nullopt;
  return object;
}

/// Makes the values a part of the skeleton that a field is filled with only where they are some of a list.
void ShapePlan::Maker::fixFilters(const ShapeSet::Compiled& shape, const Found& found, bool ofElement) {
  for (const auto& paths : shape.fields) {
    for (const ShapeSet::Path& path : paths) {
      if (path.ofElement == ofElement && !path.only.empty() && found.values.present(path.slot))
        m_outline.fix(found.indexOf[path.slot]);
    }
  }
}

void ShapePlan::Maker::addSources(Field field, const std::vector<ShapeSet::Path>& paths, const Found& found,
                                  const Found* element) {
  for (const ShapeSet::Path& path : paths) {
    const Found* in = path.ofElement ? element : &found;
    if (!in || !in->values.present(path.slot)) continue;
    const Index index = in->indexOf[path.slot];
    if (!isFixed(index)) {  // it may be empty, so that others come behind it
      m_plan.m_sources.push_back({field, true, index, {}});
      if (m_outline[index].type == Type::Number) m_plan.m_numbers.push_back(index);
      continue;
    }
    const std::string_view text = in->values.text(path.slot);
    if (text.empty() || (!path.only.empty() && !ShapeSet::isOneOf(text, path.only))) continue;
    std::string& kept = m_plan.m_texts.emplace_back(text);
    kept.append(SkeletonSet::kValuePadding, '\0');
    m_plan.m_sources.push_back({field, false, 0, std::string_view(kept).substr(0, text.size())});
    return;
  }
}

void ShapePlan::Maker::addRecord(const ShapeSet::Compiled& shape, const Found& found, const Found* element,
                                 std::size_t recipient) {
  Item item{&shape, static_cast<std::uint16_t>(recipient), static_cast<std::uint32_t>(m_plan.m_sources.size()), 0};
  for (std::size_t field = 0; field < kFieldCount; ++field)
    addSources(static_cast<Field>(field), shape.fields[field], found, element);
  item.sourceCount = static_cast<std::uint32_t>(m_plan.m_sources.size()) - item.firstSource;
  m_plan.m_items.push_back(item);
}

bool ShapePlan::Maker::readShape(Index object, const ShapeSet::Compiled& shape, const Found& found) {
  if (shape.shape->leftOut) {
    m_plan.m_items.push_back({&shape, 0, 0, 0});
    return true;
  }
  if (!shape.shape->inner.empty()) return false;  // few logs have such arrays
  fixFilters(shape, found, false);
  std::vector<Found> elements;
  bool known = true;
  for (const std::string& path : shape.shape->each) {
    const auto array = arrayAt(object, path);
    if (!array) continue;
    m_outline.forEach(*array, [&](Index index) {
      Found& element = elements.emplace_back(shape.element.slotCount());
      known = known && walk(index, shape.element, PathIndex::kRoot, element);
      fixFilters(shape, element, true);
    });
    if (!elements.empty()) break;
  }
  if (elements.empty()) addRecord(shape, found, nullptr, 0);
  for (std::size_t i = 0; i < elements.size(); ++i) addRecord(shape, found, &elements[i], i);
  return known;
}

bool ShapePlan::Maker::readObject(Index object, int depth) {
  if (m_outline[object].type != Type::Object) return false;
  Found found(m_shapes.paths().slotCount());
  if (!walk(object, m_shapes.paths(), PathIndex::kRoot, found)) return false;
  const ShapeSet::Compiled* shape = m_shapes.find(found.values);
  fixWhatTells(shape, found);
  if (shape) return readShape(object, *shape, found);
  // What may be an event of collect.AI is looked at by another reader before it counts as an envelope.
  bool isEvent = false;
  m_outline.forEach(object, [&](Index member) {
    isEvent = isEvent || (m_outline[member].key == "type" && m_outline[member].type == Type::Text);
  });
  return !isEvent && depth < kMostEnvelopes && unwrap(object, depth);
}

bool ShapePlan::Maker::wrapsObjects(Index object) const {
  return std::any_of(kEnvelopeArrays.begin(), kEnvelopeArrays.end(), [&](std::string_view key) {
    const auto array = m_outline.member(object, key);
    bool any = false;
    if (array && m_outline[*array].type == Type::Array)
      m_outline.forEach(*array, [&](Index each) { any = any || m_outline[each].type == Type::Object; });
    return any;
  });
}

/// Whether no element of an array is JSON that stands as a text, nor one of the same skeleton could be.
bool ShapePlan::Maker::hasNoTexts(Index array) {
  bool none = true;
  m_outline.forEach(array, [&](Index each) {
    if (m_outline[each].type != Type::Text) return;
    const std::string_view text = m_outline[each].text;
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start != std::string_view::npos && (text[start] == '{' || text[start] == '[')) none = false;
    m_outline.fix(each);
  });
  return none;
}

bool ShapePlan::Maker::readArrays(Index object, int depth) {
  std::vector<Index> objects;
  bool known = true;
  m_outline.forEach(object, [&](Index member) {
    if (m_outline[member].type != Type::Array) return;
    known = known && hasNoTexts(member);
    m_outline.forEach(member, [&](Index each) {
      if (m_outline[each].type == Type::Object) objects.push_back(each);
    });
  });
  return known && std::all_of(objects.begin(), objects.end(), [&](Index each) { return readObject(each, depth + 1); });
}

bool ShapePlan::Maker::unwrap(Index object, int depth) {
  for (std::string_view key : kEnvelopeArrays) {
    const auto array = m_outline.member(object, key);
    if (array && m_outline[*array].type == Type::Array && !hasNoTexts(*array)) return false;
  }
  if (wrapsObjects(object)) return readArrays(object, depth);
  for (std::string_view key : kEnvelopeObjects) {
    const auto inner = m_outline.member(object, key);
    if (inner && m_outline[*inner].type == Type::Object) return readObject(*inner, depth + 1);
  }
  for (std::string_view key : kEnvelopeTexts) {
    const auto text = m_outline.member(object, key);
    if (!text || m_outline[*text].type != Type::Text) continue;
    const std::string_view json = m_outline[*text].text;
    const std::size_t start = json.find_first_not_of(" \t\r\n");
    if (start != std::string_view::npos && (json[start] == '{' || json[start] == '[')) return readText(*text, depth);
    m_outline.fix(*text);  // another one could be JSON
  }
  return false;
}

bool ShapePlan::Maker::readText(Index text, int depth) {
  if (m_outline[text].fixed) return false;
  const auto root = m_outline.readInner(text);
  if (!root) return false;
  if (m_outline[*root].type != Type::Array) return readObject(*root, depth + 1);
  std::vector<Index> objects;
  m_outline.forEach(*root, [&](Index each) { objects.push_back(each); });
  return std::all_of(objects.begin(), objects.end(), [&](Index each) { return readObject(each, depth + 1); });
}

std::optional<ShapePlan> ShapePlan::make(JsonOutline& outline) {
  Maker maker(outline);
  if (!maker.readObject(JsonOutline::kRoot, 0)) return std::nullopt;
  return maker.take();
}

}  // namespace undelivered
