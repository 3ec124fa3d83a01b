// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_writer.h"

#include <fmt/format.h>

namespace undelivered::cli {
namespace {

/// How many bytes the character at `at` has; 0 where the bytes are no character (RFC 3629, section 4).
std::size_t characterLength(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  std::size_t length = 0;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (byte(at + 1) < low || byte(at + 1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

}  // namespace

void JsonWriter::separate() {
  if (!m_first) m_out += ',';
  m_first = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  m_out += bracket;
  m_first = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  m_out += bracket;
  m_first = false;
  return *this;
}

void JsonWriter::quote(std::string_view text) {
  m_out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = characterLength(text, at);
    const char c = text[at];
    if (length == 0) {
      m_out += "\xEF\xBF\xBD";
      ++at;
    } else if (c == '"' || c == '\\') {
      m_out += '\\';
      m_out += c;
      ++at;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      m_out += c == '\n'   ? "\\n"
               : c == '\r' ? "\\r"
               : c == '\t' ? "\\t"
                           : fmt::format("\\u{:04x}", static_cast<unsigned>(c));
      ++at;
    } else {
      m_out += text.substr(at, length);
      at += length;
    }
  }
  m_out += '"';
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  m_out += ':';
  m_first = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  separate();
  quote(value);
  return *this;
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
  separate();
  m_out += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  m_out += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  m_out += "null";
  return *this;
}

}  // namespace undelivered::cli
