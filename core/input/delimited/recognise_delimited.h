// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "input/open_source.h"

namespace undelivered {

/// Looks for a header line: tells the delimiter by content, skips a "sep=" line (which decides only between delimiters
/// that fit alike), blank lines and title lines above the header, and maps columns to fields. `sample` is the beginning
/// of the decoded text after its byte order mark. Errors: NotALog, NoUsableColumn, BadArgument (a column of the options
/// that is not there).
Result<Recognition> recogniseDelimited(std::string_view sample, bool wholeFile, const ReadOptions& options,
                                       const std::string& path);

}  // namespace undelivered
