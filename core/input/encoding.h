// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "input/source.h"

namespace undelivered {

/// Whether text in it is turned into UTF-8 while its log is opened.
constexpr bool isDecoded(Encoding encoding) { return encoding != Encoding::Utf8 && encoding != Encoding::Windows1252; }

struct EncodingGuess {
  Encoding encoding = Encoding::Utf8;
  std::size_t markLength = 0;  ///< bytes of the byte order mark; 0: none
};

/// By byte order mark, else by the pattern of zero bytes (UTF-16), else UTF-8 where the sample is valid in it, else
/// code page 850 where umlauts between letters make it plain, else Windows-1252. `sample` is the beginning of a file
/// and may end inside a character.
EncodingGuess guessEncoding(std::string_view sample);

bool isAscii(std::string_view text);
bool isValidUtf8(std::string_view text);
/// Whether a piece of text, which may end inside a character, is valid UTF-8 up to there.
bool isValidUtf8Piece(std::string_view text);

/// A piece of text as UTF-8: as it stands where it is valid, else read as Windows-1252.
std::string toUtf8(std::string_view bytes);
/// The beginning of a text, of at most so many bytes, that does not end inside a character.
std::string_view beginningOf(std::string_view text, std::size_t bytes);

/// Appends text in Windows-1252 as UTF-8. The five bytes that the code page leaves open become the control characters
/// of the same number (as browsers do, WHATWG Encoding, section "index windows-1252").
void appendWindows1252(std::string& utf8, std::string_view bytes);

/// Appends text in code page 850, as MS-DOS and Excel's "CSV (MS-DOS)" write it, as UTF-8.
void appendCp850(std::string& utf8, std::string_view bytes);

/// Turns UTF-16 into UTF-8 piece by piece; a surrogate without its partner becomes U+FFFD.
class Utf16Decoder {
 public:
  explicit Utf16Decoder(bool bigEndian) : m_bigEndian(bigEndian) {}
  void append(std::string& utf8, std::string_view bytes);
  void finish(std::string& utf8);

 private:
  void unit(std::string& utf8, char16_t value);

  bool m_bigEndian;
  int m_halfUnit = -1;           // the first byte of a unit that the last piece ended in
  char16_t m_highSurrogate = 0;  // waiting for its low one
};

}  // namespace undelivered
