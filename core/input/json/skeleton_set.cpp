// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/skeleton_set.h"

#include <algorithm>

#include <simdjson.h>

#include "input/json/json_escapes.h"

namespace undelivered {
namespace {

using json_scan::Bytes;

constexpr std::size_t kPiece = sizeof(Bytes);

/// Ones in front of zeros: where a mask of so many bytes starts is how many there are before it.
constexpr std::array<std::uint8_t, 2 * kPiece> kOnesAndZeros = [] {
  std::array<std::uint8_t, 2 * kPiece> bytes{};
  for (std::size_t i = 0; i < kPiece; ++i) bytes[i] = 0xFF;
  return bytes;
}();

bool isZero(Bytes bytes) {
  const auto words = std::bit_cast<json_scan::Words>(bytes);
  return (words[0] | words[1]) == 0;
}

/// Whether the quote that ends a text of that level starts at a backslash, which is the first one.
bool isEscapedQuote(const char* at, const char* end, unsigned level) {
  for (std::ptrdiff_t slashes = (std::ptrdiff_t{1} << level) - 1; slashes > 0; --slashes, ++at) {
    if (at >= end || *at != '\\') return false;
  }
  return at < end && *at == '"';
}

}  // namespace

void SkeletonSet::clear() {
  m_nodes.clear();
  m_literals.clear();
  m_first = kNoNode;
}

bool SkeletonSet::isSame(const Node& node, const Step& step) const {
  if (node.kind != step.kind || node.level != step.level || node.size != step.literal.size()) return false;
  return node.size == 0 || std::memcmp(&m_literals[node.literal], step.literal.data(), node.size) == 0;
}

std::uint32_t SkeletonSet::addNode(const Step& step) {
  Node node;
  node.literal = static_cast<std::uint32_t>(m_literals.size());
  node.size = static_cast<std::uint32_t>(step.literal.size());
  node.kind = step.kind;
  node.level = step.level;
  m_literals.resize(m_literals.size() + (node.size + kPiece - 1) / kPiece);
  if (node.size > 0) std::memcpy(&m_literals[node.literal], step.literal.data(), node.size);
  m_nodes.push_back(node);
  return static_cast<std::uint32_t>(m_nodes.size() - 1);
}

bool SkeletonSet::add(std::span<const Step> steps, std::uint32_t id) {
  std::uint32_t parent = kNoNode;
  bool isNew = false;
  for (const Step& step : steps) {
    // Not a reference: a new node moves the others.
    std::uint32_t last = kNoNode;
    std::uint32_t node = parent == kNoNode ? m_first : m_nodes[parent].inside;
    while (node != kNoNode && !isSame(m_nodes[node], step)) {
      last = node;
      node = m_nodes[node].next;
    }
    if (node == kNoNode) {
      node = addNode(step);
      isNew = true;
      if (last != kNoNode) {
        m_nodes[last].next = node;
      } else if (parent != kNoNode) {
        m_nodes[parent].inside = node;
      } else {
        m_first = node;
      }
      if (step.kind == ValueKind::End) m_nodes[node].inside = id;
    }
    parent = node;
  }
  return isNew;
}

inline const char* SkeletonSet::behind(const Node& node, const char* at, const char* end) const {
  if (end - at < static_cast<std::ptrdiff_t>(node.size)) return nullptr;
  const Bytes* literal = m_literals.data() + node.literal;
  const char* const last = at + node.size;
  Bytes difference{};
  for (; last - at >= static_cast<std::ptrdiff_t>(kPiece); at += kPiece, ++literal)
    difference |= json_scan::load(at) ^ *literal;
  const std::ptrdiff_t rest = last - at;
  if (rest > 0) {
    Bytes mask;
    std::memcpy(&mask, kOnesAndZeros.data() + kPiece - rest, sizeof mask);
    difference |= (json_scan::load(at) ^ *literal) & mask;
  }
  return isZero(difference) ? last : nullptr;
}

/// A text that has escapes, or something that is no JSON.
const char* SkeletonSet::takeEscaped(const Node& node, const char* at, const char* end, std::string_view& value) {
  const char* const textEnd = escapedEnd(at, end, node.level);
  if (!textEnd) return nullptr;
  std::string_view json(at, static_cast<std::size_t>(textEnd - at));
  for (unsigned level = 0; level <= node.level; ++level) {
    if (m_decodedUsed == m_decoded.size()) m_decoded.emplace_back();
    std::string& decoded = m_decoded[m_decodedUsed++];
    decoded.clear();
    decoded.reserve(json.size() + kValuePadding);
    if (!appendUnescaped(decoded, json)) return nullptr;
    json = decoded;
  }
  for (const char* each = at; each < textEnd; each += kPiece) m_seen.add(json_scan::load(each));
  value = json;
  return textEnd;
}

inline const char* SkeletonSet::takeValue(const Node& node, const char* at, const char* end, std::string_view& value) {
  const char* const begin = at;
  switch (node.kind) {
    case ValueKind::Text: {
      at = plainEnd(at, end, m_seen);
      if (at >= end) return nullptr;
      value = {begin, static_cast<std::size_t>(at - begin)};
      if (*at != '\\') return at;
      // In JSON that stands as a text, its end is escaped, as is a quote in it.
      if (node.level > 0 && isEscapedQuote(at, end, node.level)) return at;
      return takeEscaped(node, begin, end, value);
    }
    case ValueKind::Number: {
      const ScannedNumber number = scanNumber(at);
      value = number.text;
      return number.valid && at <= end ? at : nullptr;
    }
    case ValueKind::Boolean:
      if (std::memcmp(at, "true", 4) == 0) {
        at += 4;
      } else if (std::memcmp(at, "false", 5) == 0) {
        at += 5;
      } else {
        return nullptr;
      }
      value = {begin, static_cast<std::size_t>(at - begin)};
      return at <= end ? at : nullptr;
    case ValueKind::End:
      break;
  }
  return nullptr;
}

std::size_t SkeletonSet::finish(std::string_view text, const char* end, std::uint32_t id) {
  const auto size = static_cast<std::size_t>(end - text.data());
  if (!m_seen.ascii() && !simdjson::validate_utf8(text.data(), size)) return 0;
  m_id = id;
  return size;
}

std::size_t SkeletonSet::match(std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  std::array<const char*, kMostValues> places;  // where steps begin
  std::array<std::uint32_t, kMostValues> way;   // to where the walk is
  std::size_t depth = 0;
  std::uint32_t index = m_first;
  m_seen = {};
  m_decodedUsed = 0;
  while (true) {
    // No way on: another one from the step before. Each step is tried once, since one way leads to it.
    while (index == kNoNode) {
      if (depth == 0) return 0;
      --depth;
      at = places[depth];
      index = m_nodes[way[depth]].next;
    }
    const Node& node = m_nodes[index];
    const char* next = behind(node, at, end);
    if (next && node.kind == ValueKind::End) return finish(text, next, node.inside);
    if (next) next = takeValue(node, next, end, m_values[depth]);
    if (!next) {
      index = node.next;
      continue;
    }
    places[depth] = at;
    way[depth++] = index;
    at = next;
    index = node.inside;
  }
}

}  // namespace undelivered
