// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace undelivered::cli {

/// What is wrong with a command line, in a language, and where help is: `what` as CLI11 says it, `command` the one that
/// was named, if any.
std::string usageSentence(const std::string& what, const std::string& command, std::string_view language);

}  // namespace undelivered::cli
