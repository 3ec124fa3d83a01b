// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "input/provider/provider.h"

namespace undelivered {

/// The providers that are known, in the order of their ids; made from resources/providers once and never changed.
/// Callable from any thread.
std::span<const Provider> providers();

/// The provider of that id; nothing where there is none.
std::optional<ProviderIndex> findProvider(std::string_view id);

/// Reads a provider's file (TOML 1.0). CatalogueInvalid with subject, line and cause for anything that is not
/// understood.
Result<Provider> parseProviderFile(std::string_view toml, const std::string& subject);

}  // namespace undelivered
