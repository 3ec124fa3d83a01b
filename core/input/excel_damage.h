// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace undelivered {

/// What a spreadsheet leaves of texts that it takes for numbers or dates. All functions are pure; `text` is UTF-8
/// without blanks around it.

/// A long number that was rounded to a few digits: "4,91751E+11", "5E+11", "4,91751E+011".
bool isRoundedNumber(std::string_view text);

/// A German mobile number that has lost the zero in front of it: "1751234567" (prefixes 15, 16 and 17 with ten or
/// eleven digits, Bundesnetzagentur's plan for the range (0)1).
bool isMobileWithoutZero(std::string_view text);

/// A date as a spreadsheet makes it of "1-3" or "3/25": "01. Mrz", "Mrz 25", "1-Mar", "01.03.2025", "2025-03-01",
/// "03/01/2025"; at midnight too ("01.03.2025 00:00").
bool isDateForm(std::string_view text);

/// A number of more than 15 digits of which only so many are left, with zeros in place of the others. It may be one
/// that ends so, which a whole column tells: see CutNumbers.
bool isCutNumber(std::string_view text);

/// Whether the long numbers of a column were cut beyond doubt: all of them end so, and they are several.
class CutNumbers {
 public:
  void look(std::string_view text);
  bool areBeyondDoubt() const;

 private:
  std::size_t m_rows = 0, m_zeros = 0;
  bool m_others = false;  // long numbers that were not cut
};

/// What a spreadsheet shows in place of a value: "########" in a column that is too narrow, "#NAME?", "#WERT!".
bool isSpreadsheetError(std::string_view text);

}  // namespace undelivered
