// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/element_split.h"

#include <algorithm>
#include <cstring>

#include "input/record_parser.h"

namespace undelivered {
namespace {

std::uint32_t lineEnd(std::string_view text, std::uint32_t from) {
  const void* found = from < text.size() ? std::memchr(text.data() + from, '\n', text.size() - from) : nullptr;
  return found ? static_cast<std::uint32_t>(static_cast<const char*>(found) - text.data())
               : static_cast<std::uint32_t>(text.size());
}

bool lineStartsObject(std::string_view text, std::uint32_t lineStart) {
  while (lineStart < text.size() && (text[lineStart] == ' ' || text[lineStart] == '\t')) ++lineStart;
  return lineStart < text.size() && text[lineStart] == '{';
}

/// Behind the text in quotes at `begin`; the size of the text where it does not end on its line, or is too long.
std::uint32_t behindText(std::string_view text, std::uint32_t begin) {
  const auto limit = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), begin + kMaxRecordBytes));
  for (std::uint32_t at = begin + 1; at < limit && text[at] != '\n'; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return static_cast<std::uint32_t>(text.size());
}

enum class Walk { Closed, Broken, NeedMore };

/// From a { to behind its }. Broken: a string with a line break in it, a new object's line, or too long; `at` is then
/// the end of the line that it broke in.
Walk walkObject(std::string_view text, std::uint32_t& at, bool atEnd, bool linewise) {
  const std::uint32_t begin = at;
  int depth = 0;
  bool inString = false;
  for (; at < text.size(); ++at) {
    if (at - begin > kMaxRecordBytes) return Walk::Broken;
    const char c = text[at];
    if (inString) {
      if (c == '\\') {
        ++at;
      } else if (c == '"') {
        inString = false;
      } else if (c == '\n') {
        return Walk::Broken;
      }
      continue;
    }
    switch (c) {
      case '"':
        inString = true;
        break;
      case '{':
      case '[':
        ++depth;
        break;
      case '}':
      case ']':
        if (--depth == 0) {
          ++at;
          return Walk::Closed;
        }
        break;
      case '\n':
        if (linewise && at + 1 == text.size() && !atEnd) return Walk::NeedMore;
        if (linewise && lineStartsObject(text, at + 1)) return Walk::Broken;
        break;
      default:
        break;
    }
  }
  at = static_cast<std::uint32_t>(text.size());
  return atEnd ? Walk::Broken : Walk::NeedMore;
}

}  // namespace

bool startsText(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '"') return false;
  const std::size_t first = text.find_first_not_of(" \t", at + 1);
  return first != std::string_view::npos && text[first] == '{';
}

std::uint32_t behindElement(std::string_view text, std::uint32_t end) {
  std::uint32_t at = end;
  while (at < text.size() && isBehindElement(text[at])) ++at;
  return at < text.size() && text[at] == '\n' ? at + 1 : end;
}

JsonElement nextElement(std::string_view text, std::uint32_t from, bool atEnd, bool linewise) {
  JsonElement element;
  std::uint32_t at = from;
  while (at < text.size() && isBetweenElements(text[at])) ++at;
  element.begin = at;
  if (at == text.size()) {
    element.kind = atEnd ? JsonElement::Kind::End : JsonElement::Kind::NeedMore;
    element.end = element.next = at;
    return element;
  }
  if (text[at] == '{') {
    const Walk walk = walkObject(text, at, atEnd, linewise);
    if (walk == Walk::NeedMore) {
      element.kind = JsonElement::Kind::NeedMore;
      return element;
    }
    if (walk == Walk::Closed) {
      element.kind = JsonElement::Kind::Object;
      element.end = at;
      element.next = behindElement(text, at);
      if (element.next == at && !atEnd && text.size() - at < kBehindElement) element.kind = JsonElement::Kind::NeedMore;
      return element;
    }
    at = element.begin;  // give up its first line only: the objects that follow are kept
  }
  if (startsText(text, at)) {
    const std::uint32_t end = behindText(text, at);
    if (end < text.size() || (atEnd && text.ends_with('"'))) {
      element.kind = JsonElement::Kind::Text;
      element.end = end;
      element.next = behindElement(text, end);
      if (element.next == end && !atEnd && text.size() - end < kBehindElement)
        element.kind = JsonElement::Kind::NeedMore;
      return element;
    }
  }
  element.kind = JsonElement::Kind::Garbage;
  element.end = lineEnd(text, at);
  if (element.end == text.size() && !atEnd && element.end - element.begin <= kMaxRecordBytes) {
    element.kind = JsonElement::Kind::NeedMore;
  }
  element.next = element.end < text.size() ? element.end + 1 : element.end;
  return element;
}

}  // namespace undelivered
