// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/lines/pairs.h"

#include <algorithm>
#include <array>

namespace undelivered {
namespace {

enum Class : std::uint8_t { kOfKey = 1, kEndsValue = 2, kSeparator = 4 };

/// What each character can be in a line; looked up, since lines are read character by character.
constexpr std::array<std::uint8_t, 256> kClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (char c : std::string_view("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-."))
    classes[static_cast<unsigned char>(c)] |= kOfKey;
  for (char c : std::string_view(" \t,;|&()[]{}<>\"'")) classes[static_cast<unsigned char>(c)] |= kEndsValue;
  for (char c : std::string_view(":=")) classes[static_cast<unsigned char>(c)] |= kSeparator;
  return classes;
}();

bool isOf(char c, Class which) { return (kClasses[static_cast<unsigned char>(c)] & which) != 0; }
bool isOfKey(char c) { return isOf(c, kOfKey); }

/// The first character of that class at or after `from`; the line's size where there is none.
std::size_t findClass(std::string_view line, std::size_t from, Class which) {
  while (from < line.size() && !isOf(line[from], which)) ++from;
  return from;
}

bool equalsPlain(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] | 0x20) != lower[i]) return false;
  }
  return true;
}

/// Where the key that ends at `end` starts; `end` where there is none.
std::size_t keyStart(std::string_view line, std::size_t end) {
  std::size_t start = end;
  while (start > 0 && isOfKey(line[start - 1])) --start;
  if (start == end || !isLetter(line[start])) return end;
  // "submit date" and "done date", also as "submit+date" in a query.
  if (!equalsPlain(line.substr(start, end - start), "date") || start == 0) return start;
  const std::string_view before = line.substr(0, start - 1);
  for (std::string_view word : {"submit", "done"}) {
    const char between = line[start - 1];
    if ((between != ' ' && between != '+') || before.size() < word.size()) continue;
    const std::size_t at = before.size() - word.size();
    if (equalsPlain(before.substr(at), word) && (at == 0 || !isOfKey(before[at - 1]))) return at;
  }
  return start;
}

bool isQuote(char c) { return c == '"' || c == '\''; }

}  // namespace

ReceiptKey receiptKeyOf(std::string_view key) {
  static constexpr std::array<std::string_view, 8> kPlain{"id",       "sub",  "dlvrd", "submitdate",
                                                          "donedate", "stat", "err",   "text"};
  if (key.size() < 2 || key.size() > 11) return ReceiptKey::None;
  for (std::size_t i = 0; i < kPlain.size(); ++i) {
    if ((key[0] | 0x20) == kPlain[i][0] && isPlainly(key, kPlain[i])) return static_cast<ReceiptKey>(i);
  }
  return ReceiptKey::None;
}

void findPairs(std::string_view line, std::vector<LinePair>& pairs) {
  pairs.clear();
  // Looked for once: a line of nothing but keys would else be searched to its end for each of them.
  std::size_t plainEnd = 0;
  const auto endFrom = [&](std::size_t value) {
    if (plainEnd < value || value == 0) plainEnd = findClass(line, value, kEndsValue);
    return plainEnd;
  };
  for (std::size_t at = 0; (at = findClass(line, at, kSeparator)) < line.size(); ++at) {
    const std::size_t keyEnd = at > 0 && isQuote(line[at - 1]) ? at - 1 : at;
    const std::size_t begin = keyStart(line, keyEnd);
    if (begin == keyEnd || line.substr(at + 1).starts_with("//")) continue;
    std::size_t value = at + 1;
    while (value < line.size() && isBlank(line[value])) ++value;
    std::size_t end = 0;
    if (value < line.size() && isQuote(line[value])) {
      ++value;
      end = line.find(line[value - 1], value);
      if (end == std::string_view::npos) end = endFrom(value);
    } else {
      end = endFrom(value);
    }
    // What follows "key= " is the next key where one is: the value is empty then.
    if (!pairs.empty() && pairs.back().valueBegin == begin) pairs.back().value = {};
    pairs.push_back({line.substr(begin, keyEnd - begin), line.substr(value, end - value),
                     static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(value), line[at],
                     receiptKeyOf(line.substr(begin, keyEnd - begin))});
  }
}

void makePlain(std::string_view key, std::string& plain) {
  plain.clear();
  for (char c : key) {
    if (isLetter(c)) plain += static_cast<char>(c | 0x20);
    if (isDigit(c)) plain += c;
  }
}

bool isPlainly(std::string_view key, std::string_view plain) {
  std::size_t matched = 0;
  for (char c : key) {
    const bool letter = isLetter(c);
    if (!letter && !isDigit(c)) continue;
    const char lower = letter ? static_cast<char>(c | 0x20) : c;
    if (matched == plain.size() || plain[matched] != lower) return false;
    ++matched;
  }
  return matched == plain.size();
}

}  // namespace undelivered
