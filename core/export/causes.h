// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "input/read_report.h"

namespace undelivered {

/// A sentence in English and in German. {} stands for something of a log, of a file or of the command line; the places
/// keep their order, and German may leave out the last ones.
struct Phrase {
  std::string_view english, german;
};
/// The German of a text that is one of the phrases; nothing for any other text.
std::optional<std::string> germanOf(std::string_view text, std::span<const Phrase> phrases);

/// What the core says for a cause (Error::detail, the detail of a skipped file) in a language: English and German. What
/// it does not know, such as text of a log, stays as it is.
std::string causeInWords(std::string_view cause, std::string_view language);

/// The detail of an issue: what the core says in the language, what a log says as it stands.
std::string detailInWords(IssueKind kind, std::string_view detail, std::string_view language);

/// What an errno stands for. German for those that reading and writing files meet; the system's own words for the rest.
std::string systemErrorInWords(int systemError, std::string_view language);

/// The cause of an error as a whole: the system's, then the core's.
std::string causeInWords(int systemError, std::string_view detail, std::string_view language);

}  // namespace undelivered
