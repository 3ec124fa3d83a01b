// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/json/json_outline.h"
#include "input/provider/shape_set.h"

namespace undelivered {

/// What ObjectReader tells of all objects that have the same skeleton: its records and the objects that it leaves out,
/// in order, and which of the values fill which field. Made of one of them; values that anything but a field hangs on
/// are made a part of the skeleton.
class ShapePlan {
 public:
  struct Source {
    Field field{};
    bool isValue = false;    ///< of the step; else the text
    std::uint32_t step = 0;  ///< of the skeleton; the outline's index while the plan is made
    std::string_view text;   ///< SkeletonSet::kValuePadding bytes are readable
  };
  struct Item {
    const ShapeSet::Compiled* shape = nullptr;
    std::uint16_t recipient = 0;                     ///< RecordView::recipientIndex
    std::uint32_t firstSource = 0, sourceCount = 0;  ///< of the record; none where the shape is left out
  };

  /// The plan of an object that is valid JSON, and a provider's or an envelope of its objects alone; nothing where it
  /// is something else, or where that cannot be told. The outline is that of the object, whose values are fixed.
  static std::optional<ShapePlan> make(JsonOutline& outline);
  /// To be called once with what JsonOutline::steps() tells.
  void numberSteps(const std::vector<std::uint32_t>& stepOf);

  const std::vector<Item>& items() const { return m_items; }
  /// Fills the record of an item with the values of an object that was matched.
  void fill(const Item& item, const SkeletonSet& object, RecordView& record) const;
  /// Whether all values that fields are filled with are known as they are written once they were parsed.
  bool hasAll(const SkeletonSet& object) const;

 private:
  class Maker;

  std::vector<Item> m_items;
  std::vector<Source> m_sources;
  std::vector<std::uint32_t> m_numbers;  // steps of numbers that fields are filled with
  std::deque<std::string> m_texts;       // with their padding
};

}  // namespace undelivered
