// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace undelivered {

/// What the core says for a cause (Error::detail, the detail of a skipped file) in a language: English and German. What
/// it does not know, such as text of a log, stays as it is.
std::string causeInWords(std::string_view cause, std::string_view language);

}  // namespace undelivered
