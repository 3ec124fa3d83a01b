// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/delimited.h"

#include <stdexcept>

namespace undelivered::samples {
namespace {

/// The code points of a text that is known to be valid UTF-8.
template <class Each>
void eachCodePoint(std::string_view text, const Each& each) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (int k = 1; k < length; ++k)
      point = (point << 6) | (static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]) & 0x3Fu);
    each(point);
    i += static_cast<std::size_t>(length);
  }
}

char toWindows1252(char32_t point) {
  if (point < 0x80 || (point >= 0xA0 && point <= 0xFF)) return static_cast<char>(point);
  switch (point) {
    case U'€':
      return '\x80';
    case U'„':
      return '\x84';
    case U'“':
      return '\x93';
    case U'”':
      return '\x94';
    case U'–':
      return '\x96';
    default:
      throw std::logic_error("a character that Windows-1252 does not have");
  }
}

std::string encode(std::string_view text, const Dialect& dialect) {
  std::string result;
  if (dialect.encoding == Encoding::Utf8) {
    if (dialect.byteOrderMark) result = "\xEF\xBB\xBF";
    return result.append(text);
  }
  if (dialect.encoding == Encoding::Windows1252) {
    eachCodePoint(text, [&](char32_t point) { result += toWindows1252(point); });
    return result;
  }
  if (dialect.byteOrderMark) result = "\xFF\xFE";
  eachCodePoint(text, [&](char32_t point) {
    const auto unit = [&result](char32_t value) {
      result += static_cast<char>(value & 0xFF);
      result += static_cast<char>(value >> 8);
    };
    if (point < 0x10000) return unit(point);
    unit(0xD800 + ((point - 0x10000) >> 10));
    unit(0xDC00 + ((point - 0x10000) & 0x3FF));
  });
  return result;
}

}  // namespace

std::string joinCells(const std::vector<std::string>& cells, char delimiter) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != cells.data()) line += delimiter;
    if (cell.find_first_of(std::string{delimiter, '"', '\r', '\n'}) == std::string::npos) {
      line += cell;
      continue;
    }
    line += '"';
    for (char c : cell) line.append(c == '"' ? 2 : 1, c);
    line += '"';
  }
  return line;
}

std::string writeDelimited(const std::vector<std::string>& header, const std::vector<Line>& lines,
                           const Dialect& dialect) {
  std::string text = joinCells(header, dialect.delimiter);
  text += dialect.lineEnd;
  for (const Line& line : lines) {
    text += line.raw.empty() ? joinCells(line.cells, dialect.delimiter) : line.raw;
    text += dialect.lineEnd;
  }
  return encode(text, dialect);
}

}  // namespace undelivered::samples
