// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace undelivered {

/// Whether a cell of a table has to be guarded, with ' before it, from a spreadsheet: it would be taken for a formula
/// (first character = + - @ tab or CR), or for a number that is not given back as it was (telephone numbers and ids
/// with leading zeros or of more than 11 digits). A text that looks guarded is guarded too, so that taking the guard
/// off gives every text back.
bool needsFormulaGuard(std::string_view cell);

/// The text of a cell as it was before the guard.
std::string_view withoutFormulaGuard(std::string_view cell);

}  // namespace undelivered
