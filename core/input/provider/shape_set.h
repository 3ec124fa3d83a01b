// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "input/provider/path_index.h"
#include "input/provider/provider.h"
#include "input/record_view.h"

namespace undelivered {

/// What stands at the paths of an object. Views of text that outlives it.
class SlotValues {
 public:
  explicit SlotValues(std::size_t count) : m_values(count) {}

  void clear() {
    for (PathIndex::Slot slot : m_filled) m_values[slot] = {};
    m_filled.clear();
  }
  /// The first value of a path stays.
  void set(PathIndex::Slot slot, std::string_view text) {
    if (m_values[slot].present) return;
    m_values[slot] = {text, true};
    m_filled.push_back(slot);
  }
  bool present(PathIndex::Slot slot) const { return m_values[slot].present; }
  std::string_view text(PathIndex::Slot slot) const { return m_values[slot].text; }

 private:
  struct Value {
    std::string_view text;
    bool present = false;
  };
  std::vector<Value> m_values;
  std::vector<PathIndex::Slot> m_filled;
};

/// The shapes of one kind of all providers, with their paths as numbers. Immutable; shared by threads.
class ShapeSet {
 public:
  struct Path {
    PathIndex::Slot slot = 0;
    bool ofElement = false;  ///< a slot of Compiled::element
    bool isInner = false;    ///< the element of Shape::inner itself, which has no slot
    std::span<const std::string> only;
  };
  struct Condition {
    std::vector<PathIndex::Slot> slots;
    std::span<const std::string> values;
  };
  struct Compiled {
    ProviderIndex provider = kNoProvider;
    const Shape* shape = nullptr;
    std::vector<Condition> when;
    PathIndex element;  ///< paths in an element of Shape::each
    std::array<std::vector<Path>, kFieldCount> fields;
  };

  /// Callable from any thread.
  static const ShapeSet& of(Shape::Kind kind);

  const PathIndex& paths() const { return m_paths; }
  std::span<const Compiled> shapes() const { return m_shapes; }
  /// The first shape whose conditions hold; null where there is none.
  const Compiled* find(const SlotValues& values) const;
  static bool holds(const Condition& condition, const SlotValues& values);
  /// Whether a text is one of the values, as conditions and paths state them: regardless of case and of blanks around.
  static bool isOneOf(std::string_view text, std::span<const std::string> values);
  /// The address in "Name <address>"; any other text as it stands.
  static std::string_view addressOnly(std::string_view recipient);
  /// Fills the fields of one record; `element` are the values at Compiled::element's paths, of an array's element,
  /// `inner` is the element of Shape::inner.
  static void fill(const Compiled& shape, const SlotValues& values, const SlotValues* element, RecordView& record,
                   std::string_view inner = {});

 private:
  explicit ShapeSet(Shape::Kind kind);

  PathIndex m_paths;
  std::vector<Compiled> m_shapes;
};

}  // namespace undelivered
