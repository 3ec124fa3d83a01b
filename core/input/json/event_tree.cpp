// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/event_tree.h"

#include <fmt/format.h>

namespace undelivered {

using simdjson::dom::element;
using simdjson::dom::element_type;
using Type = EventNode::Type;

void EventTree::read(element root, EventKeys& keys) {
  m_keys = &keys;
  m_nodes.clear();
  m_numbersUsed = 0;
  add(root, {});
}

std::string_view EventTree::number(std::string text) {
  if (m_numbersUsed == m_numbers.size()) m_numbers.emplace_back();
  return m_numbers[m_numbersUsed++] = std::move(text);
}

void EventTree::add(element value, const EventKey& key) {
  const std::size_t at = m_nodes.size();
  EventNode& node = m_nodes.emplace_back();
  node.key = key;
  switch (value.type()) {
    case element_type::STRING:
      node.type = Type::Text;
      node.text = value.get_string().value_unsafe();
      break;
    case element_type::INT64:
      node.type = Type::Number;
      node.text = number(std::to_string(value.get_int64().value_unsafe()));
      break;
    case element_type::UINT64:
      node.type = Type::Number;
      node.text = number(std::to_string(value.get_uint64().value_unsafe()));
      break;
    case element_type::DOUBLE:
      node.type = Type::Number;
      node.text = number(fmt::format("{}", value.get_double().value_unsafe()));
      break;
    case element_type::BOOL:
      node.type = Type::Boolean;
      break;
    case element_type::NULL_VALUE:
      break;
    case element_type::OBJECT: {
      node.type = Type::Object;
      const simdjson::dom::object object = value.get_object().value_unsafe();
      for (const auto& [name, member] : object) add(member, m_keys->of(name));
      break;
    }
    case element_type::ARRAY: {
      node.type = Type::Array;
      const simdjson::dom::array array = value.get_array().value_unsafe();
      for (element member : array) add(member, {});
      break;
    }
  }
  m_nodes[at].size = static_cast<std::uint32_t>(m_nodes.size() - at);
}

}  // namespace undelivered
