// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace undelivered {

/// The text of resources/reports/collect-ai.toml, compiled in.
std::string_view builtInReportsText();

}  // namespace undelivered
