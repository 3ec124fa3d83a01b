// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/cell_value.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace undelivered {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Which parts of a time a format's first section (that of positive numbers) shows.
struct Parts {
  bool day = false, clock = false, month = false, elapsed = false;

  NumberKind kind() const {
    if (elapsed) return NumberKind::Elapsed;
    // An m is minutes beside hours or seconds, and months else.
    const bool date = day || (month && !clock);
    return date ? (clock ? NumberKind::DateTime : NumberKind::Date) : clock ? NumberKind::Time : NumberKind::Number;
  }
};

Parts partsOf(std::string_view code) {
  Parts parts;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = lower(code[i]);
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next character as it is, its width, or repeated
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      // [h], [mm], [ss] count on; all else in brackets is a colour, a condition or a language.
      const bool elapsed = !inside.empty() && std::all_of(inside.begin(), inside.end(), [&](char unit) {
        return lower(unit) == lower(inside[0]) && (lower(unit) == 'h' || lower(unit) == 'm' || lower(unit) == 's');
      });
      parts.elapsed |= elapsed;
      i = end;
    } else {
      parts.day |= c == 'y' || c == 'd';
      parts.month |= c == 'm';
      parts.clock |= c == 'h' || c == 's';
    }
    // "General" and "AM/PM" hold none of the other letters, and an m of "AM/PM" is beside an hour.
  }
  return parts;
}

/// Digits with a decimal point somewhere.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int64_t point = 0;  // how many digits are in front of it
};

std::optional<Decimal> decimalOf(std::string_view text) {
  Decimal decimal;
  std::size_t at = 0;
  if (text.starts_with('-') || text.starts_with('+')) decimal.negative = text[at++] == '-';
  std::optional<std::size_t> point;
  for (; at < text.size() && ((text[at] >= '0' && text[at] <= '9') || (text[at] == '.' && !point)); ++at) {
    if (text[at] == '.') point = decimal.digits.size();
    if (text[at] != '.') decimal.digits += text[at];
  }
  if (decimal.digits.empty()) return std::nullopt;
  std::int64_t exponent = 0;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    const std::string_view rest = text.substr(at + 1 + (text.substr(at + 1).starts_with('+') ? 1 : 0));
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
    if (error != std::errc{} || end != rest.data() + rest.size()) return std::nullopt;
    at = text.size();
  }
  constexpr std::int64_t kMostDigits = 330;  // more than a double has
  if (at != text.size() || std::abs(exponent) > kMostDigits) return std::nullopt;
  decimal.point = static_cast<std::int64_t>(point.value_or(decimal.digits.size())) + exponent;
  return decimal;
}

std::string textOf(Decimal decimal) {
  const auto digits = [&] { return static_cast<std::int64_t>(decimal.digits.size()); };
  if (decimal.point <= 0) {
    decimal.digits.insert(0, static_cast<std::size_t>(1 - decimal.point), '0');
    decimal.point = 1;
  }
  if (digits() < decimal.point) decimal.digits.append(static_cast<std::size_t>(decimal.point - digits()), '0');
  std::string whole = decimal.digits.substr(0, static_cast<std::size_t>(decimal.point));
  std::string fraction = decimal.digits.substr(static_cast<std::size_t>(decimal.point));
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (!fraction.empty()) fraction.insert(0, 1, '.');
  const bool zero = whole == "0" && fraction.empty();
  return (decimal.negative && !zero ? "-" : "") + whole + fraction;
}

std::string clockText(std::int64_t ms) {
  const std::int64_t seconds = ms / 1000;
  std::string text = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (ms % 1000 != 0) text += fmt::format(".{:03}", ms % 1000);
  return text;
}

}  // namespace

NumberKind builtInNumberKind(unsigned formatId) {
  if (formatId >= 14 && formatId <= 17) return NumberKind::Date;
  if ((formatId >= 18 && formatId <= 21) || formatId == 45 || formatId == 47) return NumberKind::Time;
  if (formatId == 22) return NumberKind::DateTime;
  return formatId == 46 ? NumberKind::Elapsed : NumberKind::Number;
}

NumberKind numberKindOf(std::string_view formatCode) { return partsOf(formatCode).kind(); }

std::string numberText(std::string_view stored) {
  const auto decimal = decimalOf(stored);
  if (!decimal) return std::string(stored);
  std::string text = textOf(*decimal);
  constexpr std::size_t kDigits = 15;  // what Excel shows at most
  const bool hasFraction = text.find('.') != std::string::npos;
  if (!hasFraction || decimal->digits.size() <= kDigits) return text;
  // 17 digits are stored so that a number is the same when it is read again; the fewest that do that are meant.
  double value = 0;
  const auto parsed = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  char fewest[400];
  const auto written = std::to_chars(fewest, fewest + sizeof fewest, value, std::chars_format::fixed);
  const bool fine = parsed.ec == std::errc{} && written.ec == std::errc{};
  return fine ? std::string(fewest, written.ptr) : text;
}

std::optional<std::string> dateText(std::string_view stored, NumberKind kind, bool from1904) {
  double days = 0;
  const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), days);
  constexpr double kYear10000 = 2958466;
  if (error != std::errc{} || end != stored.data() + stored.size() || !(days >= 0 && days < kYear10000))
    return std::nullopt;
  constexpr std::int64_t kDayMs = 86'400'000;
  const auto ms = static_cast<std::int64_t>(std::llround(days * static_cast<double>(kDayMs)));
  if (kind == NumberKind::Elapsed) return clockText(ms);
  std::int64_t day = ms / kDayMs;
  const std::string clock = clockText(ms % kDayMs);
  if (kind == NumberKind::Time && day == 0) return clock;
  constexpr std::int64_t kNoSuchDay = 60;
  if (!from1904 && day == kNoSuchDay) return std::nullopt;
  if (!from1904 && day < kNoSuchDay) ++day;
  using std::chrono::year, std::chrono::sys_days;
  const sys_days first = from1904 ? sys_days(year{1904} / 1 / 1) : sys_days(year{1899} / 12 / 30);
  const std::chrono::year_month_day date{first + std::chrono::days{day}};
  std::string text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                 static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  if (kind == NumberKind::Date && ms % kDayMs == 0) return text;
  return text + ' ' + clock;
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find("_x", at), text.size());
    result.append(text.substr(at, next - at));
    at = next;
    if (at == text.size()) break;
    unsigned unit = 0;
    const char* hex = text.data() + at + 2;
    const bool whole = text.size() - at >= 7 && text[at + 6] == '_';
    const bool isEscape = whole && std::from_chars(hex, hex + 4, unit, 16).ptr == hex + 4;
    const bool surrogate = unit >= 0xD800 && unit < 0xE000;
    if (!isEscape || surrogate) {
      result += text[at++];
      continue;
    }
    at += 7;
    if (unit < 0x80) {
      result += static_cast<char>(unit);
    } else if (unit < 0x800) {
      result += {static_cast<char>(0xC0 | unit >> 6), static_cast<char>(0x80 | (unit & 0x3F))};
    } else {
      result += {static_cast<char>(0xE0 | unit >> 12), static_cast<char>(0x80 | (unit >> 6 & 0x3F)),
                 static_cast<char>(0x80 | (unit & 0x3F))};
    }
  }
  return result;
}

}  // namespace undelivered
