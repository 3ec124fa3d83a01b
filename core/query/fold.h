// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace undelivered {

/// UTF-8 text with differences of case taken out: full case folding of Unicode ("Straße" and "STRASSE" are equal).
std::string foldCase(std::string_view utf8);

}  // namespace undelivered
