// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/time_parser.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace undelivered {
namespace {

using namespace std::chrono;

/// Reads a text from its start on; what was read is gone from it.
class Reader {
 public:
  explicit Reader(std::string_view text) : m_text(text) {}

  bool done() const { return m_text.empty(); }
  char peek() const { return m_text.empty() ? '\0' : m_text.front(); }
  bool digitNext() const { return peek() >= '0' && peek() <= '9'; }
  bool take(char c) {
    if (peek() != c) return false;
    m_text.remove_prefix(1);
    return true;
  }
  bool takeAnyOf(std::string_view set) { return !m_text.empty() && set.find(peek()) != set.npos && take(peek()); }
  void skipBlanks() {
    while (take(' ')) {
    }
  }
  /// Between `least` and `most` digits.
  bool number(int least, int most, int& value) {
    int digits = 0;
    value = 0;
    while (digits < most && digitNext()) {
      value = value * 10 + (m_text.front() - '0');
      m_text.remove_prefix(1);
      ++digits;
    }
    return digits >= least;
  }
  std::string_view word() {
    std::size_t length = 0;
    while (length < m_text.size() && ((m_text[length] | 0x20) >= 'a' && (m_text[length] | 0x20) <= 'z')) ++length;
    const std::string_view taken = m_text.substr(0, length);
    m_text.remove_prefix(length);
    return taken;
  }

 private:
  std::string_view m_text;
};

struct Fields {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0;
};

std::optional<LocalTime> localTime(const Fields& f) {
  const year_month_day date{year{f.year}, month{static_cast<unsigned>(f.month)}, day{static_cast<unsigned>(f.day)}};
  if (!date.ok() || f.hour > 24 || f.minute > 59 || f.second > 60) return std::nullopt;
  if (f.hour == 24 && (f.minute || f.second || f.millisecond)) return std::nullopt;  // 24:00 ends a day, ISO 8601
  return LocalTime{local_days{date}.time_since_epoch() + hours{f.hour} + minutes{f.minute} + seconds{f.second} +
                   milliseconds{f.millisecond}};
}

bool fraction(Reader& reader, int& millisecond) {
  millisecond = 0;
  if (reader.peek() != '.' && reader.peek() != ',') return true;
  reader.takeAnyOf(".,");
  int digits = 0;
  for (; reader.digitNext() && digits < 9; ++digits) {
    const int digit = reader.peek() - '0';
    reader.take(reader.peek());
    if (digits < 3) millisecond = millisecond * 10 + digit;
  }
  for (int i = digits; i < 3; ++i) millisecond *= 10;
  return digits > 0;
}

/// hh:mm[:ss[.fff]]
bool clock(Reader& reader, Fields& f) {
  if (!reader.number(1, 2, f.hour) || !reader.take(':') || !reader.number(2, 2, f.minute)) return false;
  if (!reader.take(':')) return true;
  return reader.number(2, 2, f.second) && fraction(reader, f.millisecond);
}

/// Z, a zone's name or an offset, up to the end; nothing at all is a local time.
std::optional<ParsedTime> withZone(Reader& reader, const Fields& f) {
  const auto local = localTime(f);
  if (!local) return std::nullopt;
  reader.skipBlanks();
  if (reader.done()) return ParsedTime{*local};
  const Timestamp utc{local->time_since_epoch()};
  if (reader.peek() != '+' && reader.peek() != '-') {
    const std::string_view zone = reader.word();
    const bool isUtc = zone == "Z" || zone == "z" || zone == "GMT" || zone == "UTC" || zone == "UT";
    reader.skipBlanks();
    if (!isUtc) return std::nullopt;
    if (reader.done()) return ParsedTime{utc};
  }
  const bool west = reader.peek() == '-';
  if (!reader.takeAnyOf("+-")) return std::nullopt;
  int hour = 0;
  int minute = 0;
  if (!reader.number(2, 2, hour)) return std::nullopt;
  reader.take(':');
  if (!reader.done() && reader.digitNext() && !reader.number(2, 2, minute)) return std::nullopt;
  reader.skipBlanks();
  if (reader.take('(')) {  // RFC 5322: a comment may follow, "(CET)"
    reader.word();
    if (!reader.take(')')) return std::nullopt;
  }
  if (!reader.done() || hour > 15 || minute > 59) return std::nullopt;
  const auto offset = hours{hour} + minutes{minute};
  return ParsedTime{west ? utc + offset : utc - offset};
}

std::optional<ParsedTime> isoTime(Reader reader) {
  Fields f;
  if (!reader.number(4, 4, f.year)) return std::nullopt;
  const char separator = reader.peek();
  if (separator != '-' && separator != '_' && separator != '/') return std::nullopt;
  reader.take(separator);
  if (!reader.number(2, 2, f.month) || !reader.take(separator) || !reader.number(2, 2, f.day)) return std::nullopt;
  if (reader.take('T') || reader.take('t') || reader.take(' ') || reader.take('_')) {
    reader.skipBlanks();
    if (!reader.done() && !clock(reader, f)) return std::nullopt;
  }
  return withZone(reader, f);
}

std::optional<ParsedTime> germanTime(Reader reader) {
  Fields f;
  if (!reader.number(1, 2, f.day) || !reader.take('.') || !reader.number(1, 2, f.month) || !reader.take('.')) {
    return std::nullopt;
  }
  int digits = 0;
  Reader ahead = reader;
  while (ahead.digitNext()) ahead.take(ahead.peek()), ++digits;
  if ((digits != 4 && digits != 2) || !reader.number(2, 4, f.year)) return std::nullopt;
  if (digits == 2) f.year += 2000;
  reader.take(',');
  reader.skipBlanks();
  if (reader.digitNext() && !clock(reader, f)) return std::nullopt;
  reader.skipBlanks();
  if (reader.peek() == 'U' || reader.peek() == 'u') {  // "09:15 Uhr"
    const std::string_view word = reader.word();
    if (word != "Uhr" && word != "uhr") return std::nullopt;
  }
  return withZone(reader, f);
}

std::optional<ParsedTime> mailTime(Reader reader) {
  static constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (!reader.digitNext()) {
    if (reader.word().size() != 3) return std::nullopt;
    reader.take(',');
    reader.skipBlanks();
  }
  Fields f;
  if (!reader.number(1, 2, f.day)) return std::nullopt;
  reader.skipBlanks();
  const std::string_view name = reader.word();
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (name == kMonths[i]) f.month = static_cast<int>(i) + 1;
  }
  reader.skipBlanks();
  if (f.month == 0 || !reader.number(4, 4, f.year)) return std::nullopt;
  reader.skipBlanks();
  if (!clock(reader, f)) return std::nullopt;
  return withZone(reader, f);
}

std::optional<ParsedTime> digitsOnly(std::string_view text) {
  if (text.size() > 14) return std::nullopt;  // no form is longer, and more need not fit into a number
  Reader reader(text);
  Fields f;
  const auto local = [&]() -> std::optional<ParsedTime> {
    const auto time = localTime(f);
    if (!time) return std::nullopt;
    return ParsedTime{*time};
  };
  const auto rest = [&](bool withSeconds) {
    reader.number(2, 2, f.month), reader.number(2, 2, f.day), reader.number(2, 2, f.hour),
        reader.number(2, 2, f.minute);
    if (withSeconds) reader.number(2, 2, f.second);
  };
  std::int64_t number = 0;
  for (char c : text) number = number * 10 + (c - '0');
  switch (text.size()) {
    case 5:
      return ParsedTime{LocalTime{local_days{year{1899} / 12 / 30}.time_since_epoch() + days{number}}};
    case 8:
      reader.number(4, 4, f.year), reader.number(2, 2, f.month), reader.number(2, 2, f.day);
      return local();
    case 10:
      if (number < 2'000'000'000) return ParsedTime{Timestamp{seconds{number}}};
      [[fallthrough]];
    case 12:
      reader.number(2, 2, f.year);
      f.year += 2000;
      rest(text.size() == 12);
      return local();
    case 13:
      return ParsedTime{Timestamp{milliseconds{number}}};
    case 14:
      reader.number(4, 4, f.year);
      rest(true);
      return local();
    default:
      return std::nullopt;
  }
}

/// 45720,34375: days since 1899-12-30 (ECMA-376 part 1, 18.17.4.1), to the millisecond.
std::optional<ParsedTime> excelSerial(std::string_view text) {
  Reader reader(text);
  int whole = 0;
  if (!reader.number(5, 5, whole) || !reader.takeAnyOf(".,")) return std::nullopt;
  double fractionOfDay = 0;
  double weight = 0.1;
  if (!reader.digitNext()) return std::nullopt;
  for (; reader.digitNext(); weight /= 10) {
    fractionOfDay += weight * (reader.peek() - '0');
    reader.take(reader.peek());
  }
  if (!reader.done()) return std::nullopt;
  const milliseconds ofDay{std::llround(fractionOfDay * 86'400'000.0)};
  return ParsedTime{LocalTime{local_days{year{1899} / 12 / 30}.time_since_epoch() + days{whole} + ofDay}};
}

/// 1521233195.375624: seconds since 1970 with a fraction.
std::optional<ParsedTime> epochSeconds(std::string_view text) {
  constexpr std::size_t kDigits = 10;
  if (text.size() < kDigits + 2 || text[kDigits] != '.') return std::nullopt;
  std::int64_t number = 0;
  for (char c : text.substr(0, kDigits)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  Reader reader(text.substr(kDigits));
  int millisecond = 0;
  if (!fraction(reader, millisecond)) return std::nullopt;
  while (reader.digitNext()) reader.take(reader.peek());  // more than nanoseconds, as a double prints them
  if (!reader.done()) return std::nullopt;
  return ParsedTime{Timestamp{seconds{number} + milliseconds{millisecond}}};
}

/// YYYY-MM-DD, the day of nearly every log.
std::optional<LocalDay> isoDay(std::string_view text) {
  Reader reader(text);
  Fields f;
  if (!reader.number(4, 4, f.year) || !reader.take('-') || !reader.number(2, 2, f.month) || !reader.take('-') ||
      !reader.number(2, 2, f.day)) {
    return std::nullopt;
  }
  const year_month_day date{year{f.year}, month{static_cast<unsigned>(f.month)}, day{static_cast<unsigned>(f.day)}};
  return date.ok() ? std::optional(local_days{date}) : std::nullopt;
}

// "YYYY-MM-DDThh:mm:ssZ"
constexpr std::size_t kPlainSize = 20;

/// hh:mm:ss, all eight characters looked at in one word: the hour, the minute and the second in its bytes 0, 3 and 6.
/// kNoClock for another form, or for the hour 24 and the second 60, which are the general reader's.
constexpr std::uint64_t kNoClock = ~std::uint64_t{0};

inline std::uint64_t clockWord(const char* text) {
  if (std::endian::native != std::endian::little) return kNoClock;
  constexpr std::uint64_t kZeros = 0x30303A30303A3030;   // "00:00:00"
  constexpr std::uint64_t kLimit = 0x76767F76767F7676;   // what carries a digit beyond 9, or a wrong colon, to bit 7
  constexpr std::uint64_t kFields = 0x00FF0000FF0000FF;  // of the pairs of digits
  constexpr std::uint64_t kMost = 0x0044000044000068;    // what carries 24, or 60, to bit 7
  std::uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  word ^= kZeros;
  const std::uint64_t pairs = (word * 10 + (word >> 8)) & kFields;
  const std::uint64_t wrong = ((word | (word + kLimit)) & 0x8080808080808080) | ((pairs + kMost) & 0x0080000080000080);
  return wrong == 0 ? pairs : kNoClock;
}

inline std::int64_t secondsOfClock(std::uint64_t clock) {
  // A factor for both: 60 times the hour comes to lie where the minute is.
  const std::uint64_t minutes = clock * (std::uint64_t{60} << 24 | 1) >> 24 & 0xFFFF;
  return static_cast<std::int64_t>(minutes * 60 + (clock >> 48));
}

inline std::uint64_t wordAt(const char* text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  return word;
}

}  // namespace

bool TimeParser::isRememberedDay(const char* text) const {
  return std::memcmp(text, m_dayText.data(), m_dayText.size()) == 0;
}

std::optional<seconds> TimeParser::plain(std::string_view text) {
  if (text[10] != 'T' && text[10] != ' ') return std::nullopt;
  const std::uint64_t clock = clockWord(text.data() + 11);
  if (clock == kNoClock) return std::nullopt;
  if (!isRememberedDay(text.data())) {
    const auto day = isoDay(text.substr(0, 10));
    if (!day) return std::nullopt;
    std::memcpy(m_dayText.data(), text.data(), m_dayText.size());
    m_dayStart = day->time_since_epoch();
  }
  return m_dayStart + seconds{secondsOfClock(clock)};
}

std::int64_t TimeParser::plainUtc(std::string_view text) {
  if (text.size() != kPlainSize || text[19] != 'Z') return kNotPlain;
  // Nearly all; apart from the others, so that it calls nothing and keeps no registers.
  if (text[10] == 'T' && isRememberedDay(text.data())) {
    const std::uint64_t clock = clockWord(text.data() + 11);
    return clock != kNoClock ? m_dayStart.count() + secondsOfClock(clock) : kNotPlain;
  }
  return otherPlainUtc(text);
}

void TimeParser::plainUtc(const PlainRecords& records, PlainRecords::Numbers& seconds) {
  PlainRecords::Cells cells = records.time;
  const std::uint32_t count = records.count;
  // The day that is remembered, as "YYYY-MM-D" and "M-DDT" have it.
  std::uint64_t begin = 0, end = 0;
  std::int64_t start = 0;
  const auto remember = [&] {
    std::array<char, 11> day;
    std::copy(m_dayText.begin(), m_dayText.end(), day.begin());
    day.back() = 'T';
    begin = wordAt(day.data());
    end = wordAt(day.data() + 3);
    start = m_dayStart.count();
  };
  remember();
  for (std::uint32_t i = 0; i < count; ++i, cells.toNext()) {
    const std::string_view text = cells.front();
    const char* const at = text.data();  // as much as is looked at is readable, however long the text is
    const std::uint64_t clock = clockWord(at + 11);
    std::int64_t time = start + secondsOfClock(clock);
    const std::uint64_t differs = (wordAt(at) ^ begin) | (wordAt(at + 3) ^ end) | (text.size() ^ kPlainSize);
    const bool isPlain = (differs == 0) & (at[19] == 'Z') & (clock != kNoClock);
    if (!isPlain) [[unlikely]] {
      time = plainUtc(text);
      remember();
    }
    seconds[i] = time > 0 && time <= 0xFFFF'FFFF ? static_cast<std::uint32_t>(time) : 0;
  }
}

std::int64_t TimeParser::otherPlainUtc(std::string_view text) {
  const auto time = plain(text);
  return time ? time->count() : kNotPlain;
}

std::optional<ParsedTime> TimeParser::parse(std::string_view text) {
  const bool utc = text.size() == 20 && text[19] == 'Z';
  if (utc || text.size() == 19) {
    if (const auto time = plain(text)) return utc ? ParsedTime{Timestamp{*time}} : ParsedTime{LocalTime{*time}};
  }
  return parseTime(text);
}

std::optional<ParsedTime> parseTime(std::string_view text) {
  if (text.size() < 5 || text.size() > 64) return std::nullopt;
  bool digits = true;
  for (char c : text) digits &= c >= '0' && c <= '9';
  if (digits) return digitsOnly(text);
  if (const auto time = isoTime(Reader(text))) return time;
  if (const auto time = germanTime(Reader(text))) return time;
  if (const auto time = excelSerial(text)) return time;
  if (const auto time = epochSeconds(text)) return time;
  return mailTime(Reader(text));
}

}  // namespace undelivered
