// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/blanks.h"

namespace undelivered {
namespace {

bool isWideBlank(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (byte(0) == 0xE2 && byte(1) == 0x80)
    return (byte(2) >= 0x80 && byte(2) <= 0x8B) || byte(2) == 0xAF;  // U+2000 to U+200B, U+202F
  return bytes == "\xE2\x81\x9F" || bytes == "\xE2\x81\xA0" ||       // U+205F, U+2060
         bytes == "\xE3\x80\x80" || bytes == "\xEF\xBB\xBF";         // U+3000, U+FEFF
}

}  // namespace

std::size_t blankLength(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || text[0] == '\t' || text[0] == '\0') return 1;
  if (text[0] == '\xC2') return text.starts_with("\xC2\xA0") ? 2 : 0;  // U+00A0
  return text.size() >= 3 && isWideBlank(text.substr(0, 3)) ? 3 : 0;
}

std::string_view trimBlanks(std::string_view text) {
  while (const std::size_t length = blankLength(text)) text.remove_prefix(length);
  while (!text.empty()) {
    std::size_t length = 0;
    for (std::size_t size : {1u, 2u, 3u}) {
      if (text.size() >= size && blankLength(text.substr(text.size() - size)) == size) length = size;
    }
    if (length == 0) break;
    text.remove_suffix(length);
  }
  return text;
}

}  // namespace undelivered
