// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace undelivered {

/// The UTF-16 unit that an escape of four hex digits, such as \u00e4, stands for at that place of JSON text; -1 for
/// anything else.
int escapedUnit(std::string_view json, std::size_t at);

/// Appends the character that the escape at `at` of JSON text stands for, as UTF-8. Where it ends; npos for what is no
/// escape, and for half of a surrogate pair (RFC 8259 7).
std::size_t appendEscaped(std::string& out, std::string_view json, std::size_t at);

/// Appends what a text of JSON, without its quotes, stands for. False where it is none.
bool appendUnescaped(std::string& out, std::string_view json);

/// Where a text of JSON ends that starts at `at`, in JSON that stands as a text in other JSON, `level` times (0: in
/// none): at the first of the backslashes before its last quote, each of which is escaped so often. Null where `end`
/// comes first, or where an outer text ends.
const char* escapedEnd(const char* at, const char* end, unsigned level);

/// What JSON text stands for, and where in a log each byte of it is written. To read JSON that stands as a text in
/// other JSON, and still know where it stands.
class PlacedText {
 public:
  PlacedText() : PlacedText(std::string_view()) {}
  /// Text as it stands in a log.
  explicit PlacedText(std::string_view json);

  /// What the text from `begin` to `end`, without its quotes, stands for; an empty one where it is no text of JSON.
  PlacedText unescaped(std::size_t begin, std::size_t end) const;

  /// kScanPadding bytes behind it are readable.
  std::string_view text() const { return std::string_view(m_text).substr(0, m_places.size() - 1); }
  /// Where the byte, or the end, is written.
  std::uint32_t place(std::size_t at) const { return m_places[at]; }

 private:
  std::string m_text;                   // and its padding
  std::vector<std::uint32_t> m_places;  // one more than bytes of it
};

}  // namespace undelivered
