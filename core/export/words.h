// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "classify/mail_evidence.h"
#include "classify/reason.h"
#include "query/column.h"

namespace undelivered {

/// Words of exported files, the same for window and command line. Languages: "en", "de"; any other gives English.
std::span<const std::string_view> exportLanguages();
std::string_view word(ColumnId column, std::string_view language);
std::string_view word(Channel value, std::string_view language);
std::string_view word(Outcome value, std::string_view language);
std::string_view word(Persistence value, std::string_view language);
std::string_view word(Actionability value, std::string_view language);
std::string_view word(Phase value, std::string_view language);
/// What the words of a mail server are about, as in "words about …"; empty for None.
std::string_view word(TextSign value, std::string_view language);
std::string_view noActionNeeded(std::string_view language);  ///< "No action needed from you"
std::string_view noReasonCode(std::string_view language);    ///< for records without a code
/// What is said of a code that the catalogue does not know, in place of an explanation.
std::string_view unknownReasonExplanation(std::string_view language);
/// The same of a failure that its provider names and the catalogue has no counterpart for.
std::string_view ownReasonExplanation(std::string_view language);

}  // namespace undelivered
