// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "input/json/event_key.h"

namespace undelivered {

/// One value of an event, with the key that it stands under. What it holds stands right behind it.
struct EventNode {
  enum class Type : std::uint8_t { Text, Number, Boolean, Null, Object, Array };
  Type type = Type::Null;
  EventKey key;            ///< of a member of an object
  std::uint32_t size = 1;  ///< how many nodes it is, itself included
  std::string_view text;   ///< of a text, decoded; of a number as std::to_string or fmt write it

  bool isText() const { return type == Type::Text; }
  bool isNumber() const { return type == Type::Number; }
  bool isObject() const { return type == Type::Object; }
  bool isArray() const { return type == Type::Array; }

  /// Calls visit(value) for each value right in an object or array.
  template <class Visit>
  void forEach(const Visit& visit) const {
    for (const EventNode *inner = this + 1, *end = this + size; inner < end; inner += inner->size) visit(*inner);
  }
};

/// An event as EventReader wants it: its values in the order of the text, the keys understood. One for each thread; its
/// memory is kept from event to event.
class EventTree {
 public:
  /// Views into the DOM are kept, up to the next read().
  void read(simdjson::dom::element root, EventKeys& keys);
  const EventNode& root() const { return m_nodes.front(); }

 private:
  void add(simdjson::dom::element value, const EventKey& key);
  std::string_view number(std::string text);

  EventKeys* m_keys = nullptr;
  std::vector<EventNode> m_nodes;
  std::deque<std::string> m_numbers;  // texts of numbers; those in use come first
  std::size_t m_numbersUsed = 0;
};

}  // namespace undelivered
