// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace undelivered {

/// How many bytes the blank at the start of a UTF-8 text takes; 0 where none is. A blank is a space or tab, NUL, or one
/// of those of Unicode that spreadsheets and web pages leave in cells: no-break and narrow ones, those without width,
/// and the byte order mark.
std::size_t blankLength(std::string_view text);

/// A UTF-8 text without the blanks at both its ends; line breaks are none.
std::string_view trimBlanks(std::string_view text);

}  // namespace undelivered
