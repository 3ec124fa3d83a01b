// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/shape_reader.h"

#include <algorithm>

#include <fmt/format.h>

namespace undelivered {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

std::size_t mostElementPaths(const ShapeSet& shapes) {
  std::size_t most = 0;
  for (const auto& shape : shapes.shapes()) most = std::max(most, shape.element.slotCount());
  return most;
}

/// The array at a path inside of an object, found by its keys; false where none is.
bool arrayAt(element value, std::string_view path, simdjson::dom::array& array) {
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    if (value[path.substr(0, dot)].get(value) != simdjson::SUCCESS) return false;
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  }
  return value.get(array) == simdjson::SUCCESS;
}

}  // namespace

ShapeReader::ShapeReader()
    : m_shapes(ShapeSet::of(Shape::Kind::Keys)),
      m_values(m_shapes.paths().slotCount()),
      m_element(mostElementPaths(m_shapes)) {}

std::string_view ShapeReader::text(element value) {
  if (value.is_string()) return value.get_string().value_unsafe();
  if (!value.is_number()) return value.is_bool() ? (value.get_bool().value_unsafe() ? "true" : "false") : "";
  if (m_numbersUsed == m_numbers.size()) m_numbers.emplace_back();
  std::string& number = m_numbers[m_numbersUsed++];
  switch (value.type()) {
    case element_type::INT64:
      return number = std::to_string(value.get_int64().value_unsafe());
    case element_type::UINT64:
      return number = std::to_string(value.get_uint64().value_unsafe());
    default:
      // Shortest, and not in scientific form below 1e16: a time since 1970 with a fraction is one too.
      return number = fmt::format("{}", value.get_double().value_unsafe());
  }
}

void ShapeReader::walk(element value, const PathIndex& paths, std::uint32_t node, SlotValues& values) {
  if (value.is_null()) return;
  if (const auto slot = paths.slot(node)) values.set(*slot, text(value));
  if (paths.isLeaf(node)) return;
  simdjson::dom::object object;
  if (value.get(object) == simdjson::SUCCESS) {
    for (const auto& [key, member] : object) {
      if (const auto next = paths.child(node, key)) walk(member, paths, *next, values);
    }
    return;
  }
  simdjson::dom::array array;
  const auto first = paths.child(node, kFirstElement);
  if (first && value.get(array) == simdjson::SUCCESS && array.begin() != array.end()) {
    walk(*array.begin(), paths, *first, values);
  }
}

void ShapeReader::takeParts(simdjson::dom::array elements) {
  for (element each : elements) {
    simdjson::dom::array inner;
    const std::string& path = m_found->shape->inner;
    if (path.empty() || !arrayAt(each, path, inner) || inner.size() == 0) {
      m_parts.push_back({each, std::nullopt});
      continue;
    }
    for (element recipient : inner) m_parts.push_back({each, recipient});
  }
}

ShapeReader::Verdict ShapeReader::read(element root) {
  m_values.clear();
  m_numbersUsed = 0;
  walk(root, m_shapes.paths(), PathIndex::kRoot, m_values);
  m_found = m_shapes.find(m_values);
  if (!m_found) return Verdict::Unknown;
  if (m_found->shape->leftOut) return Verdict::LeftOut;
  m_parts.clear();
  for (const std::string& path : m_found->shape->each) {
    simdjson::dom::array array;
    if (!arrayAt(root, path, array)) continue;
    takeParts(array);
    if (!m_parts.empty()) break;
  }
  // What names no recipient is an event nevertheless.
  m_count = std::max<std::size_t>(1, m_parts.size());
  m_numbersOfObject = m_numbersUsed;
  return Verdict::Records;
}

void ShapeReader::readRecord(std::size_t index, RecordView& record) {
  m_numbersUsed = m_numbersOfObject;
  m_element.clear();
  const bool hasElement = index < m_parts.size();
  if (!hasElement) return ShapeSet::fill(*m_found, m_values, nullptr, record);
  const Part& part = m_parts[index];
  walk(part.outer, m_found->element, PathIndex::kRoot, m_element);
  ShapeSet::fill(*m_found, m_values, &m_element, record, part.inner ? text(*part.inner) : std::string_view());
}

}  // namespace undelivered
