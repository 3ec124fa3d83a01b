// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "store/log_preview.h"

namespace undelivered {

// How a log is read, in words of the language in use.

/// "Reason code": the same words as in the table's columns where it has one.
QString words(Field field);
/// Of a log as recognised: "Text with separators", "Events of Amazon SES".
QString formatWords(const Recognition& recognition);
QString words(Encoding encoding);
QString delimiterWords(char delimiter);
/// Why a guess may be wrong, as the rest of a sentence; empty for None.
QString words(Doubt doubt);
QString words(const PreviewIssue& issue);
/// What to do about a log that cannot be shown and where nothing can be chosen: one of JSON. Empty for all others.
QString adviceFor(const Error& error);
/// "97 of 100 rows can be classified; 3 times cannot be read."
QString summaryOf(const LogPreview& preview);

}  // namespace undelivered
