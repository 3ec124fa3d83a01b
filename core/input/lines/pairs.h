// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace undelivered {

/// The keys of the receipt text of SMPP 3.4, appendix B.
enum class ReceiptKey : std::uint8_t { Id, Sub, Dlvrd, SubmitDate, DoneDate, Stat, Err, Text, None };
/// Which one a key is, regardless of case and separators.
ReceiptKey receiptKeyOf(std::string_view key);

/// A key with a value in a line of text: "key:value", "key=value", "[key:value]", "\"key\": \"value\"".
struct LinePair {
  std::string_view key;          ///< as it stands
  std::string_view value;        ///< up to a blank, a bracket, a quote, a comma and the like
  std::uint32_t begin = 0;       ///< where the key starts in the line
  std::uint32_t valueBegin = 0;  ///< where the value starts, behind blanks and an opening quote
  char separator = ':';
  ReceiptKey receiptKey = ReceiptKey::None;
};

/// Every pair of a line, in its order. "submit date" and "done date" are keys too, as the receipts of SMPP have them.
void findPairs(std::string_view line, std::vector<LinePair>& pairs);

/// The letters (in lower case) and digits of a key: what keys are compared by. "Done-Date" is "donedate".
void makePlain(std::string_view key, std::string& plain);

/// Whether makePlain() of a key is that text.
bool isPlainly(std::string_view key, std::string_view plain);

inline bool isBlank(char c) { return c == ' ' || c == '\t'; }
inline bool isDigit(char c) { return c >= '0' && c <= '9'; }
inline bool isLetter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}

}  // namespace undelivered
