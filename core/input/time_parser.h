// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "base/timestamp.h"

#include "input/plain_records.h"

namespace undelivered {

/// A time as a log writes it: a moment, or a wall clock's reading without a zone.
using ParsedTime = std::variant<Timestamp, LocalTime>;

/// Understands:
/// - ISO 8601: date and time with "T" or a blank between them, 0 to 9 digits of a second's fraction ("." or ","), "Z",
///   an offset (+01:00, +0100, +01, also after a blank) or none; the date alone; 2025_03_04 and 20250304 too;
/// - German: 4.3.2025 or 04.03.2025, with H:mm or H:mm:ss behind a blank or comma;
/// - RFC 5322 (3.3): "Tue, 4 Mar 2025 09:15:30 +0100", names of zones GMT, UT, UTC and Z;
/// - SMPP receipts (appendix B of SMPP 3.4): YYMMDDhhmm, YYMMDDhhmmss, YYYYMMDDhhmmss;
/// - seconds or milliseconds since 1970 (10 or 13 digits). Ten digits from 2,000,000,000 on are YYMMDDhhmm, since they
///   would be seconds in 2033 and later, unless a "." and a fraction follow;
/// - serial day numbers of Excel with or without a fraction (five digits before it), counted from 1899-12-30.
/// Nothing for any other text, or for a date or time that does not exist. Re-entrant.
std::optional<ParsedTime> parseTime(std::string_view text);

/// parseTime() for the times of a log, which mostly are of the day of the one before: the day is remembered, so that
/// "YYYY-MM-DD hh:mm:ss" (also with T or Z) costs a few nanoseconds. One for each thread.
class TimeParser {
 public:
  std::optional<ParsedTime> parse(std::string_view text);
  /// Seconds since 1970 for a text of that form in UTC, with Z; kNotPlain for any other.
  std::int64_t plainUtc(std::string_view text);
  /// The same for all times of some records; 0 for any other, and for what does not fit.
  void plainUtc(const PlainRecords& records, PlainRecords::Numbers& seconds);
  static constexpr std::int64_t kNotPlain = -1;  // the last second of 1969, which no store holds

 private:
  std::optional<std::chrono::seconds> plain(std::string_view text);
  [[gnu::noinline]] std::int64_t otherPlainUtc(std::string_view text);
  bool isRememberedDay(const char* text) const;

  // As in the log, and when it starts; from the beginning on it is a day that is right, so that none is remembered
  // whose text no day has.
  std::array<char, 10> m_dayText{'1', '9', '7', '0', '-', '0', '1', '-', '0', '1'};
  std::chrono::seconds m_dayStart{};
};

}  // namespace undelivered
