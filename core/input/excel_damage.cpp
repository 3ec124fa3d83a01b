// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/excel_damage.h"

#include <algorithm>
#include <array>

#include "input/time_parser.h"

namespace undelivered {
namespace {

/// As many digits of a number as a spreadsheet keeps.
constexpr std::size_t kSignificantDigits = 15;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool allDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), isDigit); }

/// German and English short names of months, as both kinds of Excel write them.
constexpr auto kMonths =
    std::to_array<std::string_view>({"jan", "feb", "mrz", "m\xC3\xA4r", "mar", "apr", "mai", "may", "jun", "jul", "aug",
                                     "sep", "okt", "oct", "nov", "dez", "dec"});

bool isMonth(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  }
  return std::find(kMonths.begin(), kMonths.end(), lower) != kMonths.end();
}

bool isSeparator(char c) { return c == ' ' || c == '-' || c == '.' || c == '/'; }

/// "Mrz 25", "01. Mrz", "1-Mar": a month's name and one or two digits, in either order.
bool isMonthAndNumber(std::string_view text) {
  const bool numberFirst = !text.empty() && isDigit(text.front());
  std::size_t digits = 0;
  while (digits < text.size() && isDigit(numberFirst ? text[digits] : text[text.size() - 1 - digits])) ++digits;
  if (digits < 1 || digits > 2) return false;
  std::string_view rest = numberFirst ? text.substr(digits) : text.substr(0, text.size() - digits);
  std::size_t separators = 0;
  while (separators < rest.size() && isSeparator(numberFirst ? rest[separators] : rest[rest.size() - 1 - separators]))
    ++separators;
  if (separators == 0) return false;
  return isMonth(numberFirst ? rest.substr(separators) : rest.substr(0, rest.size() - separators));
}

/// "05/01/2025", day or month first.
bool isDateWithSlashes(std::string_view text) {
  const std::size_t first = text.find('/');
  if (first == std::string_view::npos || first > 2 || text.size() < first + 2) return false;
  const std::string_view rest = text.substr(first + 1);
  const std::size_t second = rest.find('/');
  const std::string_view year = second == std::string_view::npos ? std::string_view() : rest.substr(second + 1);
  if (year.size() != 4 || !allDigits(year) || (year[0] != '1' && year[0] != '2')) return false;
  const auto numberOf = [](std::string_view digits) {
    if (digits.size() > 2 || !allDigits(digits)) return 0;
    return digits.size() == 1 ? digits[0] - '0' : (digits[0] - '0') * 10 + digits[1] - '0';
  };
  const int a = numberOf(text.substr(0, first)), b = numberOf(rest.substr(0, second));
  return a >= 1 && b >= 1 && std::max(a, b) <= 31 && std::min(a, b) <= 12;
}

}  // namespace

bool isRoundedNumber(std::string_view text) {
  const std::size_t exponent = text.find_first_of("Ee");
  if (exponent == std::string_view::npos || exponent == 0) return false;
  const std::string_view power = text.substr(exponent + 1);
  const bool hasSign = !power.empty() && power[0] == '+';
  // Without a fraction only as Excel writes it: "5E+11", not "5E11", which may be an id.
  if (exponent == 1)
    return isDigit(text[0]) && hasSign && power.size() >= 3 && power.size() <= 4 && allDigits(power.substr(1));
  return exponent >= 3 && isDigit(text[0]) && (text[1] == ',' || text[1] == '.') &&
         allDigits(text.substr(2, exponent - 2)) && power.size() <= (hasSign ? 4 : 3) &&
         allDigits(power.substr(hasSign ? 1 : 0));
}

bool isMobileWithoutZero(std::string_view text) {
  if ((text.size() != 10 && text.size() != 11) || !allDigits(text)) return false;
  return text[0] == '1' && (text[1] == '5' || text[1] == '6' || text[1] == '7');
}

bool isDateForm(std::string_view text) {
  for (const std::string_view midnight : {" 00:00:00", " 00:00"}) {
    if (text.ends_with(midnight)) text.remove_suffix(midnight.size());
  }
  if (text.size() < 4 || text.size() > 10) return false;
  if (isMonthAndNumber(text)) return true;
  const bool separated = text.find_first_of(".-/") != std::string_view::npos;
  return separated && isDigit(text.front()) && isDigit(text.back()) &&
         (parseTime(text).has_value() || isDateWithSlashes(text));
}

bool isCutNumber(std::string_view text) {
  if (text.size() <= kSignificantDigits || !allDigits(text) || text.front() == '0') return false;
  const std::size_t digits = text.find_last_not_of('0') + 1;
  // Workbooks hold up to 17 digits. One with many more zeros is a round number.
  const bool isCut = digits <= kSignificantDigits || (digits <= kSignificantDigits + 2 && text.size() >= digits + 3);
  return isCut && digits + 3 > kSignificantDigits;
}

void CutNumbers::look(std::string_view text) {
  if (text.size() <= kSignificantDigits || !allDigits(text)) return;
  if (!isCutNumber(text)) m_others = true;
  ++m_rows;
  m_zeros += text.size() - kSignificantDigits;
}

bool CutNumbers::areBeyondDoubt() const { return !m_others && m_rows >= 3 && m_zeros >= 6; }

bool isSpreadsheetError(std::string_view text) {
  constexpr auto kErrors =
      std::to_array<std::string_view>({"#NAME?", "#REF!", "#VALUE!", "#N/A", "#NUM!", "#NULL!", "#DIV/0!", "#BEZUG!",
                                       "#WERT!", "#NV", "#ZAHL!", "#SPILL!", "#CALC!"});
  if (text.empty() || text.front() != '#') return false;
  if (text.size() >= 3 && text.find_first_not_of('#') == std::string_view::npos) return true;
  return std::find(kErrors.begin(), kErrors.end(), text) != kErrors.end();
}

}  // namespace undelivered
