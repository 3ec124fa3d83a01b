// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace undelivered {

/// What a spreadsheet leaves of texts that it takes for numbers or dates. All functions are pure; `text` is UTF-8
/// without blanks around it.

/// A long number that was rounded to a few digits: "4,91751E+11", "5E+11".
bool isRoundedNumber(std::string_view text);

/// A German mobile number that has lost the zero in front of it: "1751234567" (prefixes 15, 16 and 17 with ten or
/// eleven digits, Bundesnetzagentur's plan for the range (0)1).
bool isMobileWithoutZero(std::string_view text);

/// A date as a spreadsheet makes it of "1-3" or "3/25": "01. Mrz", "Mrz 25", "1-Mar", "01.03.2025", "2025-03-01".
bool isDateForm(std::string_view text);

}  // namespace undelivered
