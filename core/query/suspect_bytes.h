// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "input/source.h"

namespace undelivered {

/// The beginnings of characters that may take part in a match although their bytes are not those that are looked for:
/// "ß" in a search for "ss", "Ö" in one for "ö". A superset: what begins alike is suspect too.
struct SuspectBytes {
  /// By a character's first byte, one bit for the lower six bits of its second byte. In a single-byte encoding all or
  /// none of them.
  std::array<std::uint64_t, 256> second{};
  std::uint8_t least = 0x80;  ///< the smallest byte that begins a non-ASCII character; 0: none is suspect

  bool contains(const char* character) const {
    return (second[static_cast<std::uint8_t>(character[0])] >> (character[1] & 0x3F) & 1) != 0;
  }
};

/// Every non-ASCII character whose folding holds an ASCII character of the text (which is folded).
SuspectBytes charactersThatFoldInto(std::string_view asciiText, Encoding encoding);
/// Every character whose folding holds that one: itself, its capital, ligatures with it.
SuspectBytes variantsOf(char32_t folded, Encoding encoding);
/// Every non-ASCII character: where it is not known what the bytes stand for.
SuspectBytes everyCharacter();
/// None, so that no byte beyond ASCII is looked at twice.
SuspectBytes noCharacter();

}  // namespace undelivered
