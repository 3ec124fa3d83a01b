// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace undelivered {

/// The time that a line of a log starts with, in a form that parseTime() reads: a date and a clock, in brackets or not,
/// or that of an access log ("127.0.0.1 - - [04/Mar/2025:08:15:30 +0100] ..."). Empty where there is none, or where it
/// has no year, as in the classic log of a Unix system.
std::string_view lineTime(std::string_view line, std::string& buffer);

}  // namespace undelivered
