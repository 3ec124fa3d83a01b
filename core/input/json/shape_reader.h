// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

#include "input/provider/shape_set.h"

namespace undelivered {

/// Understands an object by the shapes of the providers. The views it hands out live until the next object.
class ShapeReader {
 public:
  ShapeReader();

  enum class Verdict { Records, LeftOut, Unknown };
  Verdict read(simdjson::dom::element root);
  /// Of the object read last.
  const Shape& shape() const { return *m_found->shape; }
  ProviderIndex provider() const { return m_found->provider; }
  std::size_t recordCount() const { return m_count; }
  void readRecord(std::size_t index, RecordView& record);

 private:
  void takeParts(simdjson::dom::array elements);
  void walk(simdjson::dom::element value, const PathIndex& paths, std::uint32_t node, SlotValues& values);
  std::string_view text(simdjson::dom::element value);

  const ShapeSet& m_shapes;
  SlotValues m_values;
  SlotValues m_element;
  /// What a record is about beside the object: an element of Shape::each, and one of Shape::inner in it.
  struct Part {
    simdjson::dom::element outer;
    std::optional<simdjson::dom::element> inner;
  };
  std::vector<Part> m_parts;
  const ShapeSet::Compiled* m_found = nullptr;
  std::size_t m_count = 0;
  std::deque<std::string> m_numbers;  // texts of numbers; those in use come first
  std::size_t m_numbersUsed = 0;
  std::size_t m_numbersOfObject = 0;
};

}  // namespace undelivered
