// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "input/open_source.h"
#include "input/record_parser.h"
#include "input/source.h"

namespace undelivered {

/// Recognises a log of lines: receipts of SMPP, callbacks, or JSON objects within other text. At least a twentieth of
/// the first lines must be such lines, and the text must not be delimited text with a column for a code or a status,
/// nor JSON as a whole. `sample` is the beginning of the decoded text after its byte order mark. Nothing for any other
/// text, and where the options say that it is delimited.
std::optional<Recognition> recogniseLines(std::string_view sample, bool wholeFile, const ReadOptions& options,
                                          const std::string& path);

/// The same of a text that is nothing else, by a single such line anywhere in the sample, and of JSON too: receipts may
/// be few among what a program logs, or stand in a member of its objects.
std::optional<Recognition> recogniseFewLines(std::string_view sample, bool wholeFile, const ReadOptions& options);

/// Reads them, see LineReader. A line with nothing of the kind is told (NoRecord) and left out; blank ones are passed
/// over. LF ends a line, a CR before it belongs to the end.
std::unique_ptr<RecordParser> makeLinesParser(const Source& source, KnownCode knownCode);

}  // namespace undelivered
