// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/wrapper_split.h"

#include <algorithm>
#include <optional>
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
        ++m_depth;
      } else if (c == '}' || c == ']') {
        if (m_depth == 0) return m_ended = true, at;  // of what the value stands in
        m_ended = --m_depth == 0;
      } else if (m_depth == 0 && !isScalar(c)) {
        return m_ended = true, at;
      }
    }
    return text.size();
  }
  bool ended() const { return m_ended; }

 private:
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

  std::size_t m_depth = 0;
  bool m_inString = false, m_escaped = false, m_ended = false;
};

/// Behind the value at `begin`; nothing where it does not end in the text.
std::optional<std::uint32_t> behindValue(std::string_view text, std::uint32_t begin) {
  ValueWalk walk;
  const std::size_t taken = walk.take(text.substr(begin));
  if (!walk.ended()) return std::nullopt;
  return begin + static_cast<std::uint32_t>(taken);
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

/// Whether the value is an array whose first element, as far as the text goes, is an object.
bool startsObjects(std::string_view text, std::uint32_t value) {
  if (text[value] != '[') return false;
  const std::uint32_t first = behindBlanks(text, value + 1);
  return first == text.size() || text[first] == '{';
}

JsonElement told(JsonElement::Kind kind, std::uint32_t begin, std::uint32_t end) { return {kind, begin, end, end}; }

/// One look at what stands between elements and is none: where to go on from, or what to tell.
struct Step {
  std::optional<JsonElement> element;
  std::uint32_t next = 0;
};

Step stepOverMember(std::string_view text, std::uint32_t at, bool atEnd) {
  using Kind = JsonElement::Kind;
  const Member member = memberAt(text, at);
  if (member.kind == Member::Kind::NoMember) return {told(Kind::Garbage, at, member.end), 0};
  if (member.kind == Member::Kind::NeedMore) {
    const bool given = atEnd || text.size() - at > kMaxRecordBytes;
    const auto end = static_cast<std::uint32_t>(text.size());
    return {given ? told(Kind::Garbage, at, end) : told(Kind::NeedMore, at, end), 0};
  }
  const bool mayEnter = isEnvelopeArray(member.key) && text[member.value] == '[';
  if (mayEnter && startsObjects(text, member.value)) return {std::nullopt, member.value + 1};
  if (isEnvelopeObject(member.key) && text[member.value] == '{') return {std::nullopt, member.value};
  if (const auto end = behindValue(text, member.value)) return {std::nullopt, *end};
  return {told(Kind::Skip, at, member.value), 0};
}

/// Numbers and words, and what is no JSON, up to where something else may start.
Step stepOverGarbage(std::string_view text, std::uint32_t at, bool atEnd) {
  const std::size_t found = text.find_first_of("{}[]\",\n", at + 1);
  const auto end = static_cast<std::uint32_t>(std::min(found, text.size()));
  const bool whole = end < text.size() || atEnd || end - at > kMaxRecordBytes;
  return {told(whole ? JsonElement::Kind::Garbage : JsonElement::Kind::NeedMore, at, end), 0};
}

}  // namespace

bool isWrapper(std::string_view text, std::uint32_t begin) {
  std::uint32_t at = begin + 1;
  while (true) {
    while (at < text.size() && (isBlank(text[at]) || text[at] == ',')) ++at;
    if (at == text.size() || text[at] != '"') return false;
    const Member member = memberAt(text, at);
    if (member.kind != Member::Kind::Member) return false;
    if (isEnvelopeArray(member.key) && startsObjects(text, member.value)) return true;
    if (isEnvelopeObject(member.key) && text[member.value] == '{') return true;
    const auto end = behindValue(text, member.value);
    if (!end) return false;
    at = *end;
  }
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
      // Not the rest of its line, which may be the rest of the log.
      const auto end = behindValue(text.substr(0, at + kMaxRecordBytes), at);
      if (end && !linewise) return told(JsonElement::Kind::Garbage, at, *end);
      if (end || text.size() - at <= kMaxRecordBytes) return element;
      if (!isWrapper(text, at)) return told(JsonElement::Kind::TooLong, at, at);
      ++at;
      continue;
    }
    const Step step = text[at] == '"' ? stepOverMember(text, at, atEnd) : stepOverGarbage(text, at, atEnd);
    if (step.element) return *step.element;
    at = step.next;
  }
}

Result<SkippedValue> skipValue(const RandomAccessFile& file, std::uint64_t size, std::uint64_t begin,
                               const std::stop_token& stop) {
  std::vector<char> piece(kPieceBytes);
  ValueWalk walk;
  SkippedValue skipped{begin, 0};
  while (!walk.ended() && skipped.end < size) {
    if (stop.stop_requested()) return cancelled();
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), size - skipped.end));
    const auto read = file.readAt(skipped.end, {piece.data(), wanted});
    if (!read) return tl::unexpected(read.error());
    if (*read < wanted) return failure(ErrorCode::FileShrank, {});
    const std::size_t taken = walk.take({piece.data(), wanted});
    skipped.lines +=
        static_cast<std::uint32_t>(std::count(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(taken), '\n'));
    skipped.end += taken;
  }
  return skipped;
}

}  // namespace undelivered
