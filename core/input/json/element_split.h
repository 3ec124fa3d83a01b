// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace undelivered {

/// The next object on the top level of a JSON text, wherever commas, brackets and line ends between objects are.
struct JsonElement {
  enum class Kind {
    Object,    ///< text[begin, end) from its { to its }
    Text,      ///< text[begin, end) is a JSON text in quotes that starts as an object does: "{\"type\":..."
    Garbage,   ///< text[begin, end) is a line, or an object that never closes; not usable
    NeedMore,  ///< the text ends before this can be told
    End,       ///< nothing but white space follows
    // Of nextWrapped() alone:
    Skip,     ///< a member of a wrapper starts at `begin`, whose value at `end` does not end in the text
    TooLong,  ///< an object starts at `begin` that is longer than a record
  };
  Kind kind = Kind::End;
  std::uint32_t begin = 0, end = 0;
  std::uint32_t next = 0;  ///< where to look on: behind the element's line where nothing else stands on it
};

/// What may stand between an element and the end of its line without being another element.
inline bool isBehindElement(char c) { return c == ' ' || c == '\t' || c == '\r' || c == ','; }

/// Whether such a text starts there.
bool startsText(std::string_view text, std::size_t at);

/// What may stand between two elements, on whatever line.
inline bool isBetweenElements(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' || c == '[' || c == ']';
}

/// Where to look on behind an element that ends at `end`: behind its line where only what isBehindElement() is on it.
std::uint32_t behindElement(std::string_view text, std::uint32_t end);

/// How many bytes are wanted behind an element, to tell that.
inline constexpr std::size_t kBehindElement = 64;

/// `atEnd`: no text follows. With `linewise`, a line that starts with { ends an object that has not closed before it.
JsonElement nextElement(std::string_view text, std::uint32_t from, bool atEnd, bool linewise);

}  // namespace undelivered
