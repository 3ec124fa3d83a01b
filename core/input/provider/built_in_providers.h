// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace undelivered {

/// Name and text of each file in resources/providers.
std::span<const std::pair<std::string_view, std::string_view>> builtInProviderFiles();

}  // namespace undelivered
