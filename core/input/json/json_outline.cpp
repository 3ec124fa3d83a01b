// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/json_outline.h"

#include <algorithm>

#include <simdjson.h>

namespace undelivered {
namespace {

constexpr int kDeepest = 32;
constexpr std::uint8_t kDeepestText = 4;
constexpr std::size_t kLongestObject = 65536;

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

bool JsonOutline::read(std::string_view json) {
  m_values.clear();
  m_sources.clear();
  m_texts.clear();
  if (json.size() > kLongestObject) return false;
  m_json = m_sources.emplace_back(json).text();
  m_source = 0;
  m_level = 0;
  std::size_t at = 0;
  return readValue({}, at, 0) && at == m_json.size();
}

std::optional<JsonOutline::Index> JsonOutline::readInner(Index text) {
  const Value value = m_values[text];
  if (value.level == kDeepestText) return std::nullopt;
  simdjson::dom::parser parser;
  if (parser.parse(value.text.data(), value.text.size()).error() != simdjson::SUCCESS) return std::nullopt;
  m_json = m_sources.emplace_back(m_sources[value.source].unescaped(value.sourceBegin, value.sourceEnd)).text();
  m_source = static_cast<std::uint32_t>(m_sources.size() - 1);
  m_level = static_cast<std::uint8_t>(value.level + 1);
  const auto inner = static_cast<Index>(m_values.size());
  std::size_t at = 0;
  skipBlanks(at);
  if (!readValue({}, at, 0)) return std::nullopt;
  skipBlanks(at);
  if (at != m_json.size()) return std::nullopt;
  m_values[text].type = Type::Null;  // what differs in it are the values of its JSON
  return inner;
}

std::optional<JsonOutline::Index> JsonOutline::member(Index object, std::string_view key) const {
  std::optional<Index> found;
  if (m_values[object].type != Type::Object) return found;
  forEach(object, [&](Index inner) {
    if (!found && m_values[inner].key == key) found = inner;
  });
  return found;
}

void JsonOutline::skipBlanks(std::size_t& at) const {
  while (isBlank(here(at))) ++at;
}

bool JsonOutline::readText(std::size_t at, std::size_t& end, std::string_view& text) {
  end = at;
  while (end < m_json.size() && m_json[end] != '"') end += m_json[end] == '\\' ? 2 : 1;
  if (end >= m_json.size()) return false;
  std::string& decoded = m_texts.emplace_back();
  if (!appendUnescaped(decoded, m_json.substr(at, end - at))) return false;
  text = decoded;
  return true;
}

bool JsonOutline::readNumber(std::size_t& at, std::string_view& text) const {
  const char* end = m_json.data() + at;
  const ScannedNumber number = scanNumber(end);
  at = static_cast<std::size_t>(end - m_json.data());
  text = number.text;
  return number.valid && here(at) != 'e' && here(at) != 'E';
}

bool JsonOutline::readValue(std::string_view key, std::size_t& at, int depth) {
  if (m_values.size() == SkeletonSet::kMostValues || depth > kDeepest) return false;
  const std::size_t index = m_values.size();
  Value value;
  value.key = key;
  value.level = m_level;
  value.source = m_source;
  const char first = here(at);
  std::size_t begin = at;
  if (first == '{' || first == '[') {
    value.type = first == '{' ? Type::Object : Type::Array;
    m_values.push_back(value);
    if (!readMembers(first == '{', at, depth)) return false;
    m_values[index].size = static_cast<std::uint32_t>(m_values.size() - index);
    return true;
  }
  if (first == '"') {
    value.type = Type::Text;
    ++begin;
    if (!readText(begin, at, value.text)) return false;
  } else if (first == '-' || (first >= '0' && first <= '9')) {
    value.type = Type::Number;
    if (!readNumber(at, value.text)) return false;
  } else {
    if (first != 'n' && first != 't' && first != 'f') return false;
    value.type = first == 'n' ? Type::Null : Type::Boolean;
    while (here(at) >= 'a' && here(at) <= 'z') ++at;
    if (value.type == Type::Boolean) value.text = first == 't' ? "true" : "false";
  }
  value.sourceBegin = static_cast<std::uint32_t>(begin);
  value.sourceEnd = static_cast<std::uint32_t>(at);
  value.begin = m_sources[m_source].place(begin);
  value.end = m_sources[m_source].place(at);
  m_values.push_back(value);
  at += first == '"';
  return true;
}

bool JsonOutline::readMembers(bool named, std::size_t& at, int depth) {
  const char close = named ? '}' : ']';
  ++at;
  skipBlanks(at);
  while (here(at) != close) {
    if (at >= m_json.size()) return false;
    std::string_view key;
    if (named) {
      std::size_t end = 0;
      if (here(at) != '"' || !readText(at + 1, end, key)) return false;
      at = end + 1;
      skipBlanks(at);
      ++at;  // the colon
      skipBlanks(at);
    }
    if (!readValue(key, at, depth + 1)) return false;
    skipBlanks(at);
    if (here(at) == ',') ++at;
    skipBlanks(at);
  }
  ++at;
  return true;
}

bool JsonOutline::differs(const Value& value) const {
  return !value.fixed && (value.type == Type::Text || value.type == Type::Number || value.type == Type::Boolean);
}

std::vector<SkeletonSet::Step> JsonOutline::steps(std::string_view json, std::vector<std::uint32_t>& stepOf) const {
  using Kind = SkeletonSet::ValueKind;
  std::vector<Index> order;
  for (Index i = 0; i < m_values.size(); ++i) {
    if (differs(m_values[i])) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](Index a, Index b) { return m_values[a].begin < m_values[b].begin; });
  std::vector<SkeletonSet::Step> steps;
  stepOf.assign(m_values.size(), 0);
  std::size_t at = 0;
  for (Index i : order) {
    const Value& value = m_values[i];
    const Kind kind = value.type == Type::Text ? Kind::Text : value.type == Type::Number ? Kind::Number : Kind::Boolean;
    stepOf[i] = static_cast<std::uint32_t>(steps.size());
    steps.push_back({json.substr(at, value.begin - at), kind, kind == Kind::Text ? value.level : std::uint8_t{0}});
    at = value.end;
  }
  steps.push_back({json.substr(at), Kind::End, 0});
  return steps;
}

}  // namespace undelivered
