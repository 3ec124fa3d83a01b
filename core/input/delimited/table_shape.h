// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "input/source.h"

namespace undelivered {

/// Whether some provider's export has a column of that name.
bool isProviderColumn(std::string_view header);

/// Where the columns are those of a provider's export: sets the provider, and which of them hold the fields that its
/// shape names. Other fields stay as they are, and what was a time still is one where the shape's columns are empty.
/// Which rows are left out is told by the shapes before it, of the same provider.
void applyTableShape(Recognition& recognition);

}  // namespace undelivered
