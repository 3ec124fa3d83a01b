// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace undelivered {

/// What a number in a cell means by its number format.
enum class NumberKind : std::uint8_t {
  Number,
  Date,      ///< a day
  Time,      ///< a time of day
  DateTime,  ///< both
  Elapsed,   ///< a length of time, whose hours may be more than 24
};

/// Of a format's id, where the workbook gives no code for it (ECMA-376 part 1, 18.8.30).
NumberKind builtInNumberKind(unsigned formatId);
/// Of a format's code: y, m, d, h, s outside of quotes, brackets and escapes stand for parts of a time.
NumberKind numberKindOf(std::string_view formatCode);

/// A number as digits: no exponent, none of the digits lost that are stored. "4.915112345678E+12" is 4915112345678;
/// 5.0999999999999996, which is how 5.1 is stored, is 5.1. A text that is no number stays as it is.
std::string numberText(std::string_view stored);

/// A number of days as ISO 8601: "2025-03-04 08:15:30" (with ".123" where there are milliseconds), "2025-03-04" where
/// the format shows a day alone and the number has no time, "08:15:30" for a time without a day. Nothing where it is no
/// date that Excel knows: below 0, from the year 10000 on, or 29 February 1900, which Excel has and the calendar has
/// not.
std::optional<std::string> dateText(std::string_view stored, NumberKind kind, bool from1904);

/// A text of a workbook with its escapes resolved: "_x000D_" is a carriage return (ECMA-376 part 1, 22.9.2.19).
std::string unescaped(std::string_view text);

}  // namespace undelivered
