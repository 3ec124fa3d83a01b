// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "base/result.h"

namespace undelivered {

/// An error in sentences of the language in use: what happened to what, and what to do next. Plain text.
QString sentenceFor(const Error& error);

}  // namespace undelivered
