// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/lines/pairs.h"

#include <algorithm>

namespace undelivered {
namespace {

constexpr std::string_view kEndsValue = " \t,;|&()[]{}<>\"'";

bool isOfKey(char c) { return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.'; }

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

void findPairs(std::string_view line, std::vector<LinePair>& pairs) {
  pairs.clear();
  // Looked for once: a line of nothing but keys would else be searched to its end for each of them.
  std::size_t plainEnd = 0;
  const auto endFrom = [&](std::size_t value) {
    if (plainEnd < value || value == 0) plainEnd = std::min(line.find_first_of(kEndsValue, value), line.size());
    return plainEnd;
  };
  for (std::size_t at = 0; (at = line.find_first_of(":=", at)) != std::string_view::npos; ++at) {
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
                     static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(value), line[at]});
  }
}

void makePlain(std::string_view key, std::string& plain) {
  plain.clear();
  for (char c : key) {
    if (isLetter(c)) plain += static_cast<char>(c | 0x20);
    if (isDigit(c)) plain += c;
  }
}

}  // namespace undelivered
