// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "input/read_report.h"
#include "query/summary.h"

namespace undelivered::cli {

/// Error::subject where printing failed.
inline constexpr const char* kStandardOutput = "standard output";

/// A sentence that says what happened, where, and what to do.
std::string sentenceFor(const Error& error, std::string_view language);
/// The same of a log that has changed while it is followed: nobody has to do anything.
std::string sentenceOfReadingAnew(const Error& error, std::string_view language);
/// The same of a log that has nothing in it yet while it is followed.
std::string sentenceOfWaiting(const Error& error, std::string_view language);
/// What a kind of read issue means, in a few words.
std::string_view wordsFor(IssueKind kind, std::string_view language);
/// "records 12, failed 9, delivered 1, pending 1, unknown 1".
std::string totalsText(const Totals& totals, std::string_view language);
/// What is told of a file that was not read, in a line.
std::string sentenceFor(IssueKind kind, const IssueSample& file, std::string_view language);
/// How many lines were left out, counted once and kept with a note, and what shows them; a line for each file that
/// could not be read before that. Empty where there is nothing to tell.
std::string sentenceFor(const ReadReport& report, std::string_view language);

}  // namespace undelivered::cli
