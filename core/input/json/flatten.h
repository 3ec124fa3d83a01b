// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "input/record_view.h"

namespace undelivered {

/// Every value of a JSON object by its path ("claim.communication.recipients[0]"), in the order of the text; strings
/// decoded, numbers as they are written.
OriginalFields flatten(std::string_view json);

/// JSON text whose \u escapes of half a surrogate pair, which stand for no character, are U+FFFD.
std::string withoutLoneSurrogates(std::string_view json);

}  // namespace undelivered
