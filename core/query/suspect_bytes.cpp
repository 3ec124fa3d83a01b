// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/suspect_bytes.h"

#include <functional>
#include <string>

#include <unicode/uniset.h>
#include <unicode/unistr.h>

#include "input/encoding.h"

namespace undelivered {
namespace {

constexpr char32_t kLastAscii = 0x7F;

icu::UnicodeString folded(char32_t character) {
  icu::UnicodeString text(static_cast<UChar32>(character));
  return text.foldCase(U_FOLD_CASE_DEFAULT);
}

void markUtf8(SuspectBytes& bytes, char32_t character) {
  std::string utf8;
  icu::UnicodeString(static_cast<UChar32>(character)).toUTF8String(utf8);
  bytes.second[static_cast<std::uint8_t>(utf8[0])] |= std::uint64_t{1} << (utf8[1] & 0x3F);
}

void markWindows1252(SuspectBytes& bytes, const std::function<bool(char32_t)>& isSuspect) {
  for (int byte = 0x80; byte <= 0xFF; ++byte) {
    std::string utf8;
    appendWindows1252(utf8, std::string(1, static_cast<char>(byte)));
    const auto character = static_cast<char32_t>(icu::UnicodeString::fromUTF8(utf8).char32At(0));
    if (isSuspect(character)) bytes.second[static_cast<std::size_t>(byte)] = ~std::uint64_t{0};
  }
}

SuspectBytes suspects(Encoding encoding, const std::function<bool(char32_t)>& isSuspect) {
  SuspectBytes bytes;
  if (encoding == Encoding::Windows1252) {
    markWindows1252(bytes, isSuspect);
    return bytes;
  }
  bytes.least = 0xC0;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeSet changing(icu::UnicodeString("[:Changes_When_Casefolded:]"), status);
  for (std::int32_t range = 0; range < changing.getRangeCount(); ++range) {
    for (UChar32 each = changing.getRangeStart(range); each <= changing.getRangeEnd(range); ++each) {
      const auto character = static_cast<char32_t>(each);
      if (character > kLastAscii && isSuspect(character)) markUtf8(bytes, character);
    }
  }
  return bytes;
}

}  // namespace

SuspectBytes charactersThatFoldInto(std::string_view asciiText, Encoding encoding) {
  return suspects(encoding, [&](char32_t character) {
    const icu::UnicodeString text = folded(character);
    for (std::int32_t i = 0; i < text.length(); ++i) {
      const char16_t unit = text[i];
      if (unit <= kLastAscii && asciiText.find(static_cast<char>(unit)) != std::string_view::npos) return true;
    }
    return false;
  });
}

SuspectBytes variantsOf(char32_t wanted, Encoding encoding) {
  SuspectBytes bytes = suspects(
      encoding, [&](char32_t character) { return folded(character).indexOf(static_cast<UChar32>(wanted)) >= 0; });
  if (encoding != Encoding::Windows1252) markUtf8(bytes, wanted);  // it is folded: no changing character
  return bytes;
}

SuspectBytes everyCharacter() {
  SuspectBytes bytes;
  bytes.second.fill(~std::uint64_t{0});
  return bytes;
}

SuspectBytes noCharacter() {
  SuspectBytes bytes;
  bytes.least = 0;
  return bytes;
}

}  // namespace undelivered
