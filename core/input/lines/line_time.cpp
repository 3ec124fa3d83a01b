// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/lines/line_time.h"

#include <algorithm>
#include <array>

#include "input/lines/pairs.h"
#include "input/time_parser.h"

namespace undelivered {
namespace {

constexpr std::size_t kLongestTime = 40;
constexpr std::size_t kBeforeAccessTime = 200;  // address, names, and what proxies put before the time

/// "04/Mar/2025:08:15:30 +0100", the time of the Common Log Format.
std::string_view accessTime(std::string_view line, std::string& buffer) {
  static constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::size_t open = line.substr(0, kBeforeAccessTime).find('[');
  if (open == std::string_view::npos || line.size() < open + 22) return {};
  const std::string_view text = line.substr(open + 1);
  if (text[2] != '/' || text[6] != '/' || text[11] != ':') return {};
  const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(3, 3));
  if (month == kMonths.end()) return {};
  const auto number = static_cast<std::size_t>(month - kMonths.begin()) + 1;
  buffer.assign(text.substr(7, 4)).append(1, '-');
  buffer.append(1, static_cast<char>('0' + number / 10)).append(1, static_cast<char>('0' + number % 10));
  buffer.append(1, '-').append(text.substr(0, 2)).append(1, 'T').append(text.substr(12, 8));
  if (text.size() > 25 && text[20] == ' ' && (text[21] == '+' || text[21] == '-')) buffer.append(text.substr(21, 5));
  return parseTime(buffer) ? std::string_view(buffer) : std::string_view();
}

}  // namespace

std::string_view lineTime(std::string_view line, std::string& buffer) {
  std::size_t start = 0;
  while (start < line.size() && (isBlank(line[start]) || line[start] == '[' || line[start] == '"')) ++start;
  const std::string_view text = line.substr(start, kLongestTime);
  // A number alone may be anything.
  const std::size_t digits =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
  const bool dated = digits > 0 && digits <= 4 && digits < text.size() &&
                     (text[digits] == '-' || text[digits] == '.' || text[digits] == '/' || text[digits] == '_');
  if (dated) {
    // The longest beginning that is a time, up to the second blank or to a bracket.
    std::array<std::size_t, 4> ends{};
    std::size_t count = 0;
    for (std::size_t at = digits; at <= text.size() && count < 3; ++at) {
      const bool over = at == text.size() || text[at] == ']' || text[at] == '"' || text[at] == '|' || text[at] == ';';
      if (over || isBlank(text[at])) ends[count++] = at;
      if (over) break;
    }
    while (count > 0) {
      const std::size_t end = ends[--count];
      std::string_view candidate = text.substr(0, end);
      while (candidate.ends_with(':') || candidate.ends_with(',')) candidate.remove_suffix(1);
      if (candidate.size() >= 8 && parseTime(candidate)) return candidate;
    }
  }
  return accessTime(line, buffer);
}

}  // namespace undelivered
