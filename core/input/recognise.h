// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "input/open_source.h"

namespace undelivered {

/// How much of a text is looked at.
inline constexpr std::size_t kSampleBytes = std::size_t{1} << 20;

/// What a text is by its beginning, which is UTF-8 or Windows-1252 and has no byte order mark. The encoding is left to
/// the caller. Errors: EmptyLog, NotALog, NoUsableColumn, NoHeaderLine, BadArgument.
Result<Recognition> recognise(std::string_view beginning, bool wholeFile, const ReadOptions& options,
                              const std::string& path);

}  // namespace undelivered
