// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/wrapper_split.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "input/json/envelope_keys.h"
#include "input/record_parser.h"

namespace undelivered {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 18;

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool isScalar(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+' || c == '.';
}

std::uint32_t behindBlanks(std::string_view text, std::uint32_t at) {
  while (at < text.size() && isBlank(text[at])) ++at;
  return at;
}

/// Walks over one value, however its text comes: strings, numbers and words, and what stands in brackets.
class ValueWalk {
 public:
  /// Takes text up to the value's end; says how much of it.
  std::size_t take(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (m_ended) return at;
      const char c = text[at];
      if (m_inString) {
        takeInString(c);
      } else if (c == '"') {
        m_inString = true;
        m_escaped = false;
      } else if (c == '{' || c == '[') {
        if (m_depth++ < kDeepest) m_open += c;
      } else if (c == '}' || c == ']') {
        if (m_depth == 0) return m_ended = true, at;  // of what the value stands in
        takeClosing(c);
      } else if (m_depth == 0 && !isScalar(c)) {
        return m_ended = true, at;
      }
    }
    return text.size();
  }
  bool ended() const { return m_ended; }
  /// Whether a bracket closes that was not open: the value lacks its end.
  bool isBroken() const { return m_broken; }
  bool inString() const { return m_inString; }

 private:
  void takeClosing(char c) {
    if (m_depth-- <= kDeepest) {
      m_broken |= m_open.back() != (c == '}' ? '{' : '[');
      m_open.pop_back();
    }
    m_ended = m_depth == 0 || m_broken;
  }

  void takeInString(char c) {
    if (m_escaped) {
      m_escaped = false;
    } else if (c == '\\') {
      m_escaped = true;
    } else if (c == '"') {
      m_inString = false;
      m_ended = m_depth == 0;
    }
  }

  static constexpr std::size_t kDeepest = 1024;  // of brackets that are told apart

  std::string m_open;
  std::size_t m_depth = 0;
  bool m_inString = false, m_escaped = false, m_ended = false, m_broken = false;
};

/// Behind the value at `begin`; nothing where it does not end in the text.
std::optional<std::uint32_t> behindValue(std::string_view text, std::uint32_t begin) {
  ValueWalk walk;
  const std::size_t taken = walk.take(text.substr(begin));
  if (!walk.ended() || walk.isBroken()) return std::nullopt;
  return begin + static_cast<std::uint32_t>(taken);
}

/// Whether a line of the value at `begin` ends in a string: one that was never closed.
bool breaksInString(std::string_view text, std::uint32_t begin) {
  ValueWalk walk;
  text = text.substr(begin, kMaxRecordBytes);
  while (!text.empty() && !walk.ended()) {
    const std::size_t line = std::min(text.find('\n'), text.size() - 1) + 1;
    walk.take(text.substr(0, line - 1));
    if (walk.inString() && line < text.size()) return true;
    walk.take(text.substr(line - 1, 1));
    text.remove_prefix(line);
  }
  return false;
}

/// A key and what follows it.
struct Member {
  std::string_view key;
  std::uint32_t value = 0;  ///< where the value starts
  enum class Kind { Member, NoMember, NeedMore } kind = Kind::NeedMore;
  std::uint32_t end = 0;  ///< of the text in quotes
};

Member memberAt(std::string_view text, std::uint32_t at) {
  Member member;
  const auto end = behindValue(text, at);
  if (!end) return member;
  member.end = *end;
  member.key = text.substr(at + 1, *end - at - 2);
  const std::uint32_t colon = behindBlanks(text, *end);
  if (colon == text.size()) return member;
  if (text[colon] != ':') return member.kind = Member::Kind::NoMember, member;
  member.value = behindBlanks(text, colon + 1);
  if (member.value < text.size()) member.kind = Member::Kind::Member;
  return member;
}

/// Whether the value is an array whose first element, as far as the text goes, is an object, or the text of one.
bool startsObjects(std::string_view text, std::uint32_t value) {
  if (text[value] != '[') return false;
  const std::uint32_t first = behindBlanks(text, value + 1);
  return first == text.size() || text[first] == '{' || startsText(text, first);
}

constexpr int kDeepest = 4;  // of objects in a wrapper that are looked into for its array

/// isWrapper() of a text that is no longer than a record from `begin` on.
bool wraps(std::string_view text, std::uint32_t begin, int depth) {
  std::uint32_t at = begin + 1;
  while (true) {
    while (at < text.size() && (isBlank(text[at]) || text[at] == ',')) ++at;
    if (at == text.size() || text[at] != '"') return false;
    const Member member = memberAt(text, at);
    if (member.kind != Member::Kind::Member) return false;
    if (isEnvelopeArray(member.key) && startsObjects(text, member.value)) return true;
    if (text[member.value] == '{') {
      if (isEnvelopeObject(member.key)) return true;
      if (depth < kDeepest && wraps(text, member.value, depth + 1)) return true;
    }
    const auto end = behindValue(text, member.value);
    if (!end) return false;
    at = *end;
  }
}

JsonElement told(JsonElement::Kind kind, std::uint32_t begin, std::uint32_t end) { return {kind, begin, end, end}; }

/// The text up to as far from `at` as a record reaches: what is decided must not hang on how much was loaded.
std::string_view withinRecord(std::string_view text, std::uint32_t at) { return text.substr(0, at + kMaxRecordBytes); }

/// One look at what stands between elements and is none: where to go on from, or what to tell.
struct Step {
  std::optional<JsonElement> element;
  std::uint32_t next = 0;
};

Step stepOverMember(std::string_view text, std::uint32_t at, bool atEnd) {
  using Kind = JsonElement::Kind;
  const std::string_view near = withinRecord(text, at);
  const auto nearEnd = static_cast<std::uint32_t>(near.size());
  const bool isAll = atEnd || near.size() < text.size();
  const auto needMore = [&]() -> Step { return {told(isAll ? Kind::Garbage : Kind::NeedMore, at, nearEnd), 0}; };
  const Member member = memberAt(near, at);
  if (member.kind == Member::Kind::NoMember)
    return {told(startsText(near, at) ? Kind::Text : Kind::Garbage, at, member.end), 0};
  if (member.kind == Member::Kind::NeedMore) return needMore();
  if (text[member.value] == '[') {
    const std::uint32_t first = behindBlanks(near, member.value + 1);
    if (first == nearEnd) return needMore();
    if (text[first] == '{' || startsText(near, first)) return {std::nullopt, member.value + 1};
  }
  const bool isEntered = text[member.value] == '{' && (isEnvelopeObject(member.key) || wraps(near, member.value, 1));
  if (isEntered) return {std::nullopt, member.value};
  if (const auto end = behindValue(text, member.value)) return {std::nullopt, *end};
  return {told(Kind::Skip, at, member.value), 0};
}

/// Numbers and words, and what is no JSON, up to where something else may start.
Step stepOverGarbage(std::string_view text, std::uint32_t at, bool atEnd) {
  const std::string_view near = withinRecord(text, at);
  const auto end = static_cast<std::uint32_t>(std::min(near.find_first_of("{}[]\",\n", at + 1), near.size()));
  const bool isAll = end < near.size() || near.size() < text.size() || atEnd;
  return {told(isAll ? JsonElement::Kind::Garbage : JsonElement::Kind::NeedMore, at, end), 0};
}

}  // namespace

bool isWrapper(std::string_view text, std::uint32_t begin) { return wraps(withinRecord(text, begin), begin, 0); }

std::string keysOf(std::string_view text, std::uint32_t begin, std::size_t most) {
  std::string keys;
  std::uint32_t at = begin + 1;
  for (std::size_t i = 0; i < most; ++i) {
    while (at < text.size() && (isBlank(text[at]) || text[at] == ',')) ++at;
    if (at == text.size() || text[at] != '"') break;
    const Member member = memberAt(text, at);
    if (member.kind != Member::Kind::Member) break;
    keys.append(i > 0 ? ", " : "").append(member.key);
    const auto end = behindValue(text, member.value);
    if (!end) break;
    at = *end;
  }
  return keys;
}

JsonElement nextWrapped(std::string_view text, std::uint32_t from, bool atEnd, bool linewise) {
  std::uint32_t at = from;
  while (true) {
    while (at < text.size() &&
           (isBlank(text[at]) || text[at] == ',' || text[at] == '[' || text[at] == ']' || text[at] == '}')) {
      ++at;
    }
    if (at == text.size()) return nextElement(text, at, atEnd, linewise);
    if (text[at] == '{') {
      const JsonElement element = nextElement(text, at, atEnd, linewise);
      if (element.kind != JsonElement::Kind::Garbage) return element;
      const bool broken = breaksInString(text, at);
      if (!broken && behindValue(withinRecord(text, at), at)) return element;
      const bool isAll = text.size() - at > kMaxRecordBytes;
      if (!isAll && !atEnd) return told(JsonElement::Kind::NeedMore, at, at);
      if (!isWrapper(text, at)) {
        const bool giveUpLine = !isAll || linewise || broken;
        return giveUpLine ? element : told(JsonElement::Kind::TooLong, at, at);
      }
      ++at;
      continue;
    }
    const Step step = text[at] == '"' ? stepOverMember(text, at, atEnd) : stepOverGarbage(text, at, atEnd);
    if (step.element) return *step.element;
    at = step.next;
  }
}

Result<SkippedValue> skipValue(const RandomAccessFile& file, std::uint64_t begin, std::uint64_t limit,
                               const std::stop_token& stop) {
  std::vector<char> piece(kPieceBytes);
  ValueWalk walk;
  SkippedValue skipped{begin, 0, false};
  while (!walk.ended() && skipped.end < limit) {
    if (stop.stop_requested()) return cancelled();
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), limit - skipped.end));
    const auto read = file.readAt(skipped.end, {piece.data(), wanted});
    if (!read) return tl::unexpected(read.error());
    if (*read < wanted) return failure(ErrorCode::FileShrank, {});
    const std::size_t taken = walk.take({piece.data(), wanted});
    skipped.lines +=
        static_cast<std::uint32_t>(std::count(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(taken), '\n'));
    skipped.end += taken;
  }
  skipped.ended = walk.ended() && !walk.isBroken();
  return skipped;
}

}  // namespace undelivered
