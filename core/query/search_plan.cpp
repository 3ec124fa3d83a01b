// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search_plan.h"

#include <algorithm>
#include <optional>

#include <unicode/unistr.h>

#include "input/block.h"
#include "input/encoding.h"
#include "query/fold.h"

namespace undelivered {
namespace {

// A plain part of a text that long is rarer than a letter beyond ASCII.
constexpr std::size_t kRareRun = 4;
// The block's padding covers short needles; a longer one is looked for with its beginning and compared in full.
constexpr std::size_t kLongestScanned = Block::kPadding - 64;

bool isBeyondAscii(char c) { return static_cast<signed char>(c) < 0; }

/// Characters that stand in a log as they are: ASCII, and nothing that CSV doubles or JSON escapes.
bool isPlain(char c) { return static_cast<signed char>(c) >= 0x20 && c != '"' && c != '\\' && c != '/'; }

template <class Takes>
std::string_view longestRun(std::string_view text, const Takes& takes) {
  std::string_view longest;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    std::size_t end = begin;
    while (end < text.size() && takes(text[end])) ++end;
    if (end - begin > longest.size()) longest = text.substr(begin, end - begin);
    begin = end;
  }
  return longest;
}

char32_t characterAt(std::string_view utf8) {
  const icu::StringPiece piece(utf8.data(), static_cast<std::int32_t>(utf8.size()));
  return static_cast<char32_t>(icu::UnicodeString::fromUTF8(piece).char32At(0));
}

ByteScan foldedScan(const std::string& folded, Encoding encoding) {
  const std::string_view run = longestRun(folded, isPlain);
  const auto other = std::find_if(folded.begin(), folded.end(), isBeyondAscii);
  if (run.size() < kRareRun && other != folded.end()) {
    return {{}, variantsOf(characterAt({other, folded.end()}), encoding), false, false};
  }
  if (run.empty()) return {{}, {}, false, true};
  const std::string_view scanned = run.substr(0, kLongestScanned);
  return {std::string(scanned), charactersThatFoldInto(scanned, encoding), scanned.size() == folded.size(), false};
}

/// With case no other bytes can stand for the text: nothing is suspect.
template <class Takes>
ByteScan exactScan(std::string_view text, const Takes& takes) {
  const std::string_view scanned = longestRun(text, takes).substr(0, kLongestScanned);
  return {std::string(scanned), noCharacter(), scanned.size() == text.size(), scanned.empty()};
}

/// A text's bytes in Windows-1252; nothing where it has a character that the code page has not.
std::optional<std::string> inWindows1252(std::string_view utf8) {
  std::array<std::string, 128> upper;
  for (std::size_t i = 0; i < upper.size(); ++i) {
    appendWindows1252(upper[i], std::string(1, static_cast<char>(0x80 + i)));
  }
  std::string bytes;
  while (!utf8.empty()) {
    if (!isBeyondAscii(utf8.front())) {
      bytes += utf8.front();
      utf8.remove_prefix(1);
      continue;
    }
    const auto byte =
        std::find_if(upper.begin(), upper.end(), [&](const auto& other) { return utf8.starts_with(other); });
    if (byte == upper.end()) return std::nullopt;
    bytes += static_cast<char>(0x80 + (byte - upper.begin()));
    utf8.remove_prefix(byte->size());
  }
  return bytes;
}

}  // namespace

SearchPlan::SearchPlan(std::string_view utf8, bool matchCase)
    : m_text(matchCase ? std::string(utf8) : foldCase(utf8)), m_matchCase(matchCase) {
  if (!matchCase) {
    m_utf8 = foldedScan(m_text, Encoding::Utf8);
    m_windows1252 = foldedScan(m_text, Encoding::Windows1252);
    m_mixed = m_utf8;
    m_mixed.suspects = everyCharacter();
    m_mixed.useless = m_utf8.text.empty();
    return;
  }
  const ByteScan nowhere{{}, noCharacter(), false, false};
  m_utf8 = m_windows1252 = m_mixed = nowhere;
  if (!isValidUtf8(m_text)) return;
  const auto standsAsItIs = [](char c) { return isPlain(c) || isBeyondAscii(c); };
  m_utf8 = exactScan(m_text, standsAsItIs);
  // Where a log cannot hold the text, escapes in JSON still can.
  if (const auto bytes = inWindows1252(m_text)) m_windows1252 = exactScan(*bytes, standsAsItIs);
  m_mixed = exactScan(m_text, isPlain);  // only ASCII is the same in both
}

bool SearchPlan::occursIn(std::string_view cell) const {
  if (m_matchCase) return cell.find(m_text) != std::string_view::npos && isValidUtf8(m_text);
  return foldCase(cell).find(m_text) != std::string::npos;
}

const ByteScan& SearchPlan::scanFor(Encoding encoding, bool readable) const {
  if (encoding == Encoding::Windows1252) return m_windows1252;
  return readable ? m_utf8 : m_mixed;
}

}  // namespace undelivered
