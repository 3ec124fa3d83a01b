// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/json_escapes.h"

#include <cstring>
#include <numeric>

#include "input/json/json_scan.h"

namespace undelivered {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

void appendUtf8(std::string& out, unsigned point) {
  const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
  if (point < 0x80) return put(point);
  if (point < 0x800) {
    put(0xC0 | point >> 6);
  } else if (point < 0x10000) {
    put(0xE0 | point >> 12);
    put(0x80 | (point >> 6 & 0x3F));
  } else {
    put(0xF0 | point >> 18);
    put(0x80 | (point >> 12 & 0x3F));
    put(0x80 | (point >> 6 & 0x3F));
  }
  put(0x80 | (point & 0x3F));
}

std::size_t appendUnicode(std::string& out, std::string_view json, std::size_t at) {
  const int unit = escapedUnit(json, at);
  if (unit < 0 || (unit >= 0xDC00 && unit <= 0xDFFF)) return kNone;
  if (unit < 0xD800 || unit > 0xDBFF) {
    appendUtf8(out, static_cast<unsigned>(unit));
    return at + 6;
  }
  const int low = escapedUnit(json, at + 6);
  if (low < 0xDC00 || low > 0xDFFF) return kNone;
  appendUtf8(out, 0x10000u + (static_cast<unsigned>(unit - 0xD800) << 10) + static_cast<unsigned>(low - 0xDC00));
  return at + 12;
}

}  // namespace

int escapedUnit(std::string_view json, std::size_t at) {
  if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return -1;
  int value = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const int digit = hexDigit(json[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

std::size_t appendEscaped(std::string& out, std::string_view json, std::size_t at) {
  static constexpr std::string_view kEscapes = "\"\\/bfnrt";
  static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  if (at + 1 >= json.size()) return kNone;
  if (json[at + 1] == 'u') return appendUnicode(out, json, at);
  const std::size_t which = kEscapes.find(json[at + 1]);
  if (which == kNone) return kNone;
  out += kMeanings[which];
  return at + 2;
}

bool appendUnescaped(std::string& out, std::string_view json) {
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = at;
    while (at < json.size() && json[at] != '\\' && json[at] != '"' && static_cast<unsigned char>(json[at]) >= ' ') ++at;
    out.append(json, begin, at - begin);
    if (at == json.size()) break;
    if (json[at] != '\\' || (at = appendEscaped(out, json, at)) == kNone) return false;
  }
  return true;
}

const char* escapedEnd(const char* at, const char* end, unsigned level) {
  const char* const begin = at;
  while (at < end) {
    const void* found = std::memchr(at, '"', static_cast<std::size_t>(end - at));
    if (!found) return nullptr;
    const char* const quote = static_cast<const char*>(found);
    const char* first = quote;
    while (first > begin && first[-1] == '\\') --first;
    auto slashes = static_cast<std::size_t>(quote - first);
    // What stands as a text in other JSON has each quote and each backslash escaped by one more.
    for (unsigned i = 0; i < level; ++i) {
      if (slashes % 2 == 0) return nullptr;
      slashes /= 2;
    }
    if (slashes % 2 == 0) {
      const std::ptrdiff_t own = (std::ptrdiff_t{1} << level) - 1;
      return quote - own;
    }
    at = quote + 1;
  }
  return nullptr;
}

PlacedText::PlacedText(std::string_view json) : m_text(json), m_places(json.size() + 1) {
  m_text.append(kScanPadding, '\0');
  std::iota(m_places.begin(), m_places.end(), 0u);
}

PlacedText PlacedText::unescaped(std::size_t begin, std::size_t end) const {
  PlacedText result;
  std::string& into = result.m_text;
  std::vector<std::uint32_t>& places = result.m_places;
  into.clear();
  places.clear();
  const std::string_view json = text().substr(0, end);
  for (std::size_t at = begin; at < end;) {
    const std::uint32_t written = m_places[at];
    if (json[at] == '\\') {
      at = appendEscaped(into, json, at);
      if (at == kNone) return {};
    } else {
      into += json[at++];
    }
    places.resize(into.size(), written);
  }
  places.push_back(m_places[end]);
  into.append(kScanPadding, '\0');
  return result;
}

}  // namespace undelivered
