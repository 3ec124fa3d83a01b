// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "document/log_document.h"

namespace undelivered {

/// The document's numbers, its recommended actions and its reasons as plain text in the language in use.
QString summaryText(const LogDocument& document);

}  // namespace undelivered
