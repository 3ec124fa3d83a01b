// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "input/source.h"

namespace undelivered {

/// Looks for a column with receipts of SMPP as text in the first rows of a table, and makes it
/// Recognition::receiptColumn: where no column is one for a code or a status, or where that one holds the receipts. It
/// is looked for only beside a column whose name says whom or what the receipts are about: the lines of a program have
/// delimiters too.
void findReceiptColumn(std::string_view sample, bool wholeFile, Recognition& recognition);

}  // namespace undelivered
