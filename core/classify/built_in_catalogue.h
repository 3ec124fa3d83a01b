// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace undelivered {

/// The text of resources/catalogue/reasons.toml.
std::string_view builtInCatalogueText();

}  // namespace undelivered
