// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "input/source.h"

namespace undelivered {

/// Whether what a table's header was taken for may be wrong: see Doubt. `known` cells have a name whose meaning is
/// known, and `tied` says that another delimiter gives as many. Columns of a provider's export are not doubted for
/// their names. Looks at the first hundred rows of the sample.
Doubt doubtOfHeader(std::string_view sample, bool wholeFile, const Recognition& recognition, int known, bool tied);

}  // namespace undelivered
