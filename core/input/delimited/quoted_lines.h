// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string_view>

#include "base/random_access_file.h"
#include "base/result.h"

namespace undelivered {

/// Whether every line at the beginning of a log is one quoted cell with delimited text in it: what a spreadsheet makes
/// of a file that it opened with the wrong delimiter.
bool areQuotedLines(std::string_view sample, bool wholeFile);

/// Copies such a log into a temporary file, with the text of each cell as a line. Lines of other kinds stay as they
/// are.
Result<std::shared_ptr<const RandomAccessFile>> spoolUnquotedLines(const FileSystem& files,
                                                                   const RandomAccessFile& file, std::uint64_t size,
                                                                   std::uint64_t skip, std::stop_token stop);

}  // namespace undelivered
