// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/event_layout.h"

#include <algorithm>
#include <cstring>

#include <simdjson.h>

#include "input/json/json_scan.h"

namespace undelivered {
namespace {

using Type = EventNode::Type;

constexpr std::size_t kMostNodes = 256;
constexpr std::size_t kLongestObject = 16384;  // that is learned
constexpr std::size_t kMostDigits = 18;        // of a whole number that surely has 64 bits
constexpr std::size_t kMostOfDouble = 15;      // digits, each of which a double keeps

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Where a text of JSON ends that has no escapes; null where it has some, or a control character.
const char* endOfText(const char* at, const char* end, SeenBytes& seen) {
  at = plainEnd(at, end, seen);
  return at < end && *at == '"' ? at : nullptr;
}

/// A number without exponent, as it would be written once it was parsed; empty for another one. `at` goes behind it.
std::string_view plainNumber(const char*& at, const char* end) {
  const char* const begin = at;
  if (at < end && *at == '-') ++at;
  const char* const digits = at;
  while (at < end && isDigit(*at)) ++at;
  const auto count = static_cast<std::size_t>(at - digits);
  if (count == 0 || count > kMostDigits || (*digits == '0' && count > 1)) return {};
  if (at == end || *at != '.') {
    if (*digits == '0' && digits != begin) return {};  // -0
    return {begin, static_cast<std::size_t>(at - begin)};
  }
  const char* const point = at++;
  while (at < end && isDigit(*at)) ++at;
  const char* last = at;
  while (last[-1] == '0') --last;
  // Small fractions are written with an exponent, and a fraction of 0 may lose its sign.
  if (last - 1 == point || *digits == '0' || count + static_cast<std::size_t>(last - point) > kMostOfDouble) return {};
  return {begin, static_cast<std::size_t>(last - begin)};
}

}  // namespace

/// Walks over an object's text.
class EventLayout::Learner {
 public:
  Learner(EventLayout& layout, std::string_view text, EventKeys& keys) : m_layout(layout), m_text(text), m_keys(keys) {}

  bool learn() {
    if (!value({}) || m_at != m_text.size()) return false;
    m_layout.endStep(m_text.substr(m_begin), 0);
    return true;
  }

 private:
  char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  void skipBlanks() {
    while (isBlank(here())) ++m_at;
  }

  /// Goes from behind its first quote to its second one.
  bool text(std::string_view& text) {
    SeenBytes seen;
    const char* const begin = m_text.data() + m_at;
    const char* const end = endOfText(begin, m_text.data() + m_text.size(), seen);
    if (!end) return false;
    text = {begin, static_cast<std::size_t>(end - begin)};
    m_at += text.size();
    return true;
  }

  /// Ends the step before a value, and goes on behind that.
  template <class Read>
  bool varying(std::size_t node, const Read& read) {
    m_layout.endStep(m_text.substr(m_begin, m_at - m_begin), static_cast<std::uint32_t>(node));
    if (!read()) return false;
    m_begin = m_at;
    return true;
  }

  bool value(const EventKey& key) {
    auto& nodes = m_layout.m_nodes;
    const std::size_t node = nodes.size();
    if (node == kMostNodes) return false;
    nodes.emplace_back().key = key;
    const char first = here();
    bool valid = true;
    if (first == '"') {
      ++m_at;
      nodes[node].type = Type::Text;
      std::string_view ignored;
      valid = varying(node, [&] { return text(ignored); });
      ++m_at;
    } else if (first == '{' || first == '[') {
      nodes[node].type = first == '{' ? Type::Object : Type::Array;
      valid = members(first == '{');
      nodes[node].size = static_cast<std::uint32_t>(nodes.size() - node);
    } else if (first == '-' || isDigit(first)) {
      nodes[node].type = Type::Number;
      valid = varying(node, [&] {
        const char* at = m_text.data() + m_at;
        const bool plain = !plainNumber(at, m_text.data() + m_text.size()).empty();
        m_at = static_cast<std::size_t>(at - m_text.data());
        return plain && here() != 'e' && here() != 'E';
      });
    } else {
      nodes[node].type = first == 'n' ? Type::Null : Type::Boolean;
      while (here() >= 'a' && here() <= 'z') ++m_at;
    }
    return valid;
  }

  bool members(bool named) {
    const char close = named ? '}' : ']';
    ++m_at;
    skipBlanks();
    while (here() != close) {
      EventKey key;
      if (named) {
        std::string_view name;
        ++m_at;
        if (!text(name)) return false;
        key = m_keys.of(name);
        ++m_at;
        skipBlanks();
        ++m_at;  // the colon
        skipBlanks();
      }
      if (!value(key)) return false;
      skipBlanks();
      if (here() == ',') ++m_at;
      skipBlanks();
      if (m_at >= m_text.size()) return false;
    }
    ++m_at;
    return true;
  }

  EventLayout& m_layout;
  std::string_view m_text;
  EventKeys& m_keys;
  std::size_t m_at = 0;
  std::size_t m_begin = 0;  // of what the next step wants
};

void EventLayout::endStep(std::string_view literal, std::uint32_t node) {
  m_steps.push_back({static_cast<std::uint32_t>(m_words.size()), static_cast<std::uint32_t>(literal.size()), node});
  for (std::size_t at = 0; at < literal.size(); at += 8) {
    const std::size_t size = std::min<std::size_t>(8, literal.size() - at);
    Word word;
    std::memcpy(&word.bytes, literal.data() + at, size);
    std::memset(&word.mask, 0xFF, size);
    m_words.push_back(word);
  }
}

bool EventLayout::learn(std::string_view object, EventKeys& keys) {
  m_nodes.clear();
  m_steps.clear();
  m_words.clear();
  if (object.size() <= kLongestObject && Learner(*this, object, keys).learn()) return true;
  m_steps.clear();
  return false;
}

inline const char* EventLayout::behind(const Step& step, const char* at, const char* end) const {
  if (static_cast<std::size_t>(end - at) < step.size) return nullptr;
  std::uint64_t difference = 0;
  const Word* word = m_words.data() + step.firstWord;
  for (std::size_t i = 0; i < step.size; i += 8, ++word) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at + i, 8);
    difference |= (bytes ^ word->bytes) & word->mask;
  }
  return difference == 0 ? at + step.size : nullptr;
}

std::size_t EventLayout::match(std::string_view text) {
  if (m_steps.empty()) return 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  SeenBytes seen;
  for (std::size_t i = 0; i + 1 < m_steps.size(); ++i) {
    at = behind(m_steps[i], at, end);
    if (!at) return 0;
    EventNode& node = m_nodes[m_steps[i].node];
    if (node.type == Type::Text) {
      const char* const textEnd = endOfText(at, end, seen);
      if (!textEnd) return 0;
      node.text = {at, static_cast<std::size_t>(textEnd - at)};
      at = textEnd;
    } else {
      node.text = plainNumber(at, end);
      if (node.text.empty()) return 0;
    }
  }
  at = behind(m_steps.back(), at, end);
  if (!at) return 0;
  const auto size = static_cast<std::size_t>(at - text.data());
  return seen.ascii() || simdjson::validate_utf8(text.data(), size) ? size : 0;
}

std::size_t EventLayouts::match(std::string_view text) {
  if (m_pause > 0) {
    --m_pause;
    return 0;
  }
  for (std::size_t i = 0; i < m_used; ++i) {
    const std::size_t layout = (m_last + i) % m_used;
    const std::size_t size = m_layouts[layout].match(text);
    if (size == 0) continue;
    m_last = layout;
    m_patience = std::min(kPatience, m_patience + kGain);
    return size;
  }
  if (m_used > 0) losePatience();
  return 0;
}

void EventLayouts::losePatience() {
  if (--m_patience > 0) return;
  m_patience = kPatience;
  m_pause = kPause;
}

void EventLayouts::learn(std::string_view object, EventKeys& keys) {
  if (m_pause > 0) return;
  const std::size_t layout = m_used < kLayouts ? m_used : m_next;
  if (!m_layouts[layout].learn(object, keys)) return losePatience();
  m_last = layout;
  m_used = std::max(m_used, layout + 1);
  m_next = (layout + 1) % kLayouts;
}

}  // namespace undelivered
