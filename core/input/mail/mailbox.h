// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace undelivered {

/// Whether a line begins a message of a mailbox (RFC 4155 appendix A): "From ", the sender, and a time with a clock and
/// a year, which a sentence that begins with "From" has not. Up to 512 bytes; without its line break.
bool isFromLine(std::string_view line);

/// The same of the line at the beginning of a text.
bool startsWithFromLine(std::string_view text);

/// Enough bytes behind the "F" of "From " to tell whether it begins a message.
inline constexpr std::size_t kFromLineBytes = 520;

/// Where the next message of a mailbox starts at `from` or later: a line as above with a blank line before it that
/// stands in the text too. npos where there is none. mboxrd and mboxo quote such lines inside of messages (">From ").
std::size_t findFromLine(std::string_view text, std::size_t from);

}  // namespace undelivered
