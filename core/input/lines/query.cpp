// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/lines/query.h"

#include <algorithm>
#include <array>

#include "input/encoding.h"

namespace undelivered {
namespace {

int hexDigit(char c) {
  if (isDigit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Some characters, to look for in text of some length: std::string_view's own search goes through them anew for each
/// character of the text.
class AnyOf {
 public:
  constexpr explicit AnyOf(std::string_view characters) {
    for (const char c : characters) m_has[static_cast<unsigned char>(c)] = true;
  }
  /// The first of them at or after `from`, and the last one before `end`; npos where there is none.
  std::size_t first(std::string_view text, std::size_t from) const {
    while (from < text.size() && !has(text[from])) ++from;
    return from < text.size() ? from : std::string_view::npos;
  }
  std::size_t last(std::string_view text, std::size_t end) const {
    while (end > 0 && !has(text[end - 1])) --end;
    return end > 0 ? end - 1 : std::string_view::npos;
  }

 private:
  bool has(char c) const { return m_has[static_cast<unsigned char>(c)]; }
  std::array<bool, 256> m_has{};
};

/// What no query holds: its own blanks and quotes are encoded.
constexpr AnyOf kAround{" \t\"'`<>#\\"};
constexpr AnyOf kEncoded{"%+"};
constexpr std::string_view kBehind = ")]},;.";
constexpr AnyOf kBeforeKey{":({[|/,;?"};

bool isKeyText(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return isLetter(c) || isDigit(c) || c == '_' || c == '-'; });
}

/// Without what stands before the first key: "/dlr?", "body:", "body=".
std::string_view withoutLead(std::string_view query) {
  const std::size_t equals = std::min(query.find('='), query.size());
  if (const std::size_t mark = kBeforeKey.last(query, equals); mark != std::string_view::npos) {
    query.remove_prefix(mark + 1);
  }
  const std::string_view first = query.substr(0, query.find('&'));
  const std::size_t one = first.find('=');
  const std::size_t two = one == std::string_view::npos ? one : first.find('=', one + 1);
  const bool leads = two != std::string_view::npos && two + 1 < first.size() && first[two + 1] != '=' &&
                     isKeyText(first.substr(one + 1, two - one - 1));
  if (leads) query.remove_prefix(one + 1);
  return query;
}

}  // namespace

void decodeQueryText(std::string_view text, std::string& decoded) {
  decoded.clear();
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? hexDigit(text[at + 1]) : -1;
    const int low = high >= 0 ? hexDigit(text[at + 2]) : -1;
    if (low >= 0) {
      decoded += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      decoded += text[at] == '+' ? ' ' : text[at];
    }
  }
  if (!isAscii(decoded) && !isValidUtf8(decoded)) decoded = toUtf8(decoded);
}

std::string_view QueryFinder::decoded(std::string_view text) {
  if (kEncoded.first(text, 0) == std::string_view::npos) return text;
  if (m_used == m_texts.size()) m_texts.emplace_back();
  std::string& into = m_texts[m_used++];
  decodeQueryText(text, into);
  return into;
}

bool QueryFinder::next(std::vector<LinePair>& pairs) {
  while (true) {
    const std::size_t ampersand = m_line.find('&', m_at);
    if (ampersand == std::string_view::npos) return false;
    const std::size_t before = kAround.last(m_line, ampersand);
    const std::size_t start = std::max(m_at, before == std::string_view::npos ? 0 : before + 1);
    const std::size_t end = std::min(kAround.first(m_line, ampersand), m_line.size());
    m_at = end;
    std::string_view query = m_line.substr(start, end - start);
    while (!query.empty() && kBehind.find(query.back()) != std::string_view::npos) query.remove_suffix(1);
    query = withoutLead(query);

    pairs.clear();
    m_used = 0;
    while (!query.empty()) {
      const std::string_view part = query.substr(0, query.find('&'));
      query.remove_prefix(std::min(part.size() + 1, query.size()));
      const std::size_t equals = part.find('=');
      if (equals == std::string_view::npos || equals == 0) continue;
      const std::string_view key = decoded(part.substr(0, equals));
      pairs.push_back({key, decoded(part.substr(equals + 1)), 0, 0, '=', receiptKeyOf(key)});
    }
    if (pairs.size() >= 2) return true;
  }
}

}  // namespace undelivered
