// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/mail/mailbox.h"

namespace undelivered {
namespace {

constexpr std::string_view kFrom = "From ";
constexpr std::size_t kMaxLine = 512;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Whether a blank line ends right before a place.
bool blankLineBefore(std::string_view text, std::size_t at) {
  if (at < 2 || text[at - 1] != '\n') return false;
  return text[at - 2] == '\n' || (text[at - 2] == '\r' && at >= 3 && text[at - 3] == '\n');
}

/// "9:15" or "09:15:30", and four digits that are a year.
bool hasClockAndYear(std::string_view text) {
  bool clock = false;
  bool year = false;
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (isDigit(c)) {
      ++digits;
      continue;
    }
    const bool minutes = i + 2 < text.size() && isDigit(text[i + 1]) && isDigit(text[i + 2]);
    clock |= c == ':' && digits >= 1 && digits <= 2 && minutes;
    year |= digits == 4 && (c == ' ' || c == '\t' || c == '\r') && i > digits && text[i - digits - 1] == ' ';
    digits = 0;
  }
  return clock && year;
}

}  // namespace

bool isFromLine(std::string_view line) {
  return line.starts_with(kFrom) && line.size() <= kMaxLine && hasClockAndYear(line.substr(kFrom.size()));
}

bool startsWithFromLine(std::string_view text) {
  return text.starts_with(kFrom) && isFromLine(text.substr(0, text.substr(0, kMaxLine + 1).find('\n')));
}

std::size_t findFromLine(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(kFrom, from); at != std::string_view::npos; at = text.find(kFrom, at + 1)) {
    if (blankLineBefore(text, at) && startsWithFromLine(text.substr(at))) return at;
  }
  return std::string_view::npos;
}

}  // namespace undelivered
