// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <simdjson.h>

namespace undelivered {
namespace {

// Bytes 0x80 to 0x9F; https://encoding.spec.whatwg.org/index-windows-1252.txt
constexpr std::array<char16_t, 32> kWindows1252{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// Bytes 0x80 to 0xFF; https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT
constexpr std::u16string_view kCp850 =
    u"\u00C7\u00FC\u00E9\u00E2\u00E4\u00E0\u00E5\u00E7\u00EA\u00EB\u00E8\u00EF\u00EE\u00EC\u00C4\u00C5"
    u"\u00C9\u00E6\u00C6\u00F4\u00F6\u00F2\u00FB\u00F9\u00FF\u00D6\u00DC\u00F8\u00A3\u00D8\u00D7\u0192"
    u"\u00E1\u00ED\u00F3\u00FA\u00F1\u00D1\u00AA\u00BA\u00BF\u00AE\u00AC\u00BD\u00BC\u00A1\u00AB\u00BB"
    u"\u2591\u2592\u2593\u2502\u2524\u00C1\u00C2\u00C0\u00A9\u2563\u2551\u2557\u255D\u00A2\u00A5\u2510"
    u"\u2514\u2534\u252C\u251C\u2500\u253C\u00E3\u00C3\u255A\u2554\u2569\u2566\u2560\u2550\u256C\u00A4"
    u"\u00F0\u00D0\u00CA\u00CB\u00C8\u0131\u00CD\u00CE\u00CF\u2518\u250C\u2588\u2584\u00A6\u00CC\u2580"
    u"\u00D3\u00DF\u00D4\u00D2\u00F5\u00D5\u00B5\u00FE\u00DE\u00DA\u00DB\u00D9\u00FD\u00DD\u00AF\u00B4"
    u"\u00AD\u00B1\u2017\u00BE\u00B6\u00A7\u00F7\u00B8\u00B0\u00A8\u00B7\u00B9\u00B3\u00B2\u25A0\u00A0";

void appendUtf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

/// Without the last character where the sample may have cut it.
std::string_view withoutCutCharacter(std::string_view text) {
  std::size_t size = text.size();
  const std::size_t floor = size > 4 ? size - 4 : 0;
  while (size > floor && (static_cast<unsigned char>(text[size - 1]) & 0xC0) == 0x80) --size;
  if (size > 0 && static_cast<unsigned char>(text[size - 1]) >= 0xC0) --size;
  return text.substr(0, size);
}

}  // namespace

bool isAscii(std::string_view text) {
  std::size_t i = 0;
  std::uint64_t bits = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + i, 8);
    bits |= word;
  }
  for (; i < text.size(); ++i) bits |= static_cast<unsigned char>(text[i]);
  return (bits & 0x8080808080808080u) == 0;
}

bool isValidUtf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

bool isValidUtf8Piece(std::string_view text) { return isValidUtf8(text) || isValidUtf8(withoutCutCharacter(text)); }

namespace {

/// How many bytes the character beyond ASCII takes that starts there; 0 where none does.
std::size_t utf8Length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::size_t length = byte(0) >= 0xF0 && byte(0) < 0xF5 ? 4 : byte(0) >= 0xE0 ? 3 : byte(0) >= 0xC2 ? 2 : 0;
  return length <= text.size() && isValidUtf8(text.substr(0, length)) ? length : 0;
}

/// Whether what is beyond ASCII is UTF-8 more often than not: a single damaged byte does not make a log another
/// encoding's, and letters of Windows-1252 hardly ever form a character of UTF-8.
bool isMostlyUtf8(std::string_view sample) {
  std::size_t characters = 0;
  std::size_t strayBytes = 0;
  for (std::size_t at = 0; at < sample.size();) {
    if (static_cast<signed char>(sample[at]) >= 0) {
      ++at;
      continue;
    }
    const std::size_t length = utf8Length(sample.substr(at, 4));
    length > 0 ? ++characters : ++strayBytes;
    at += std::max<std::size_t>(length, 1);
  }
  return characters > strayBytes;
}

/// Whether text that is no UTF-8 is plainly in code page 850: between letters stand its umlauts, which in Windows-1252
/// are quotation marks and the like, and none of the letters of Windows-1252, which are its lines and signs.
bool isPlainlyCp850(std::string_view sample) {
  const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::size_t umlauts = 0;
  for (std::size_t i = 1; i + 1 < sample.size(); ++i) {
    const auto byte = static_cast<unsigned char>(sample[i]);
    if (byte < 0x80 || !isLetter(sample[i - 1]) || !isLetter(sample[i + 1])) continue;
    if (byte >= 0xC0 && byte != 0xE1) return false;
    umlauts += byte == 0x81 || byte == 0x84 || byte == 0x94 || byte == 0x99;
  }
  return umlauts > 0;
}

}  // namespace

EncodingGuess guessEncoding(std::string_view sample) {
  if (sample.starts_with("\xEF\xBB\xBF")) return {Encoding::Utf8, 3};
  if (sample.starts_with("\xFF\xFE")) return {Encoding::Utf16Le, 2};
  if (sample.starts_with("\xFE\xFF")) return {Encoding::Utf16Be, 2};

  // Text in Latin letters has a zero byte in every second place when it is UTF-16, and none when it is not.
  const std::size_t pairs = std::min<std::size_t>(sample.size(), 4096) / 2;
  std::size_t evenZeros = 0;
  std::size_t oddZeros = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    evenZeros += sample[2 * i] == '\0';
    oddZeros += sample[2 * i + 1] == '\0';
  }
  if (pairs > 0 && oddZeros * 10 >= pairs * 4 && evenZeros * 10 < pairs) return {Encoding::Utf16Le, 0};
  if (pairs > 0 && evenZeros * 10 >= pairs * 4 && oddZeros * 10 < pairs) return {Encoding::Utf16Be, 0};

  const bool utf8 = isValidUtf8Piece(sample) || isMostlyUtf8(sample);
  if (utf8) return {Encoding::Utf8, 0};
  return {isPlainlyCp850(sample) ? Encoding::Cp850 : Encoding::Windows1252, 0};
}

std::string toUtf8(std::string_view bytes) {
  std::string text;
  if (isValidUtf8(bytes)) {
    text = bytes;
  } else {
    appendWindows1252(text, bytes);
  }
  return text;
}

std::string_view beginningOf(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  const std::string_view cut = text.substr(0, bytes);
  // What is no UTF-8 anyway has no characters that could be cut.
  return isValidUtf8(withoutCutCharacter(cut)) && !isValidUtf8(cut) ? withoutCutCharacter(cut) : cut;
}

void appendWindows1252(std::string& utf8, std::string_view bytes) {
  for (char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    appendUtf8(utf8, value >= 0x80 && value < 0xA0 ? kWindows1252[value - 0x80] : value);
  }
}

void appendCp850(std::string& utf8, std::string_view bytes) {
  for (char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    appendUtf8(utf8, value >= 0x80 ? kCp850[value - 0x80] : value);
  }
}

void Utf16Decoder::append(std::string& utf8, std::string_view bytes) {
  std::size_t i = 0;
  if (m_halfUnit >= 0 && !bytes.empty()) {
    const auto first = static_cast<unsigned>(m_halfUnit);
    const auto second = static_cast<unsigned char>(bytes[i++]);
    m_halfUnit = -1;
    unit(utf8, static_cast<char16_t>(m_bigEndian ? first * 256u + second : second * 256u + first));
  }
  for (; i + 2 <= bytes.size(); i += 2) {
    const unsigned first = static_cast<unsigned char>(bytes[i]);
    const unsigned second = static_cast<unsigned char>(bytes[i + 1]);
    unit(utf8, static_cast<char16_t>(m_bigEndian ? first << 8 | second : second << 8 | first));
  }
  if (i < bytes.size()) m_halfUnit = static_cast<unsigned char>(bytes[i]);
}

void Utf16Decoder::finish(std::string& utf8) {
  if (m_highSurrogate || m_halfUnit >= 0) appendUtf8(utf8, 0xFFFD);
  m_highSurrogate = 0;
  m_halfUnit = -1;
}

void Utf16Decoder::unit(std::string& utf8, char16_t value) {
  const bool high = value >= 0xD800 && value < 0xDC00;
  const bool low = value >= 0xDC00 && value < 0xE000;
  if (m_highSurrogate && low) {
    appendUtf8(utf8, 0x10000 + ((static_cast<char32_t>(m_highSurrogate) - 0xD800) << 10) + (value - 0xDC00));
    m_highSurrogate = 0;
    return;
  }
  if (m_highSurrogate) appendUtf8(utf8, 0xFFFD);
  m_highSurrogate = high ? value : u'\0';
  if (!high) appendUtf8(utf8, low ? 0xFFFD : value);
}

}  // namespace undelivered
