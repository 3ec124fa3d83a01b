// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/provider/providers.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "input/provider/built_in_providers.h"

namespace undelivered {

std::span<const Provider> providers() {
  static const std::vector<Provider> kProviders = [] {
    std::vector<Provider> all;
    for (const auto& [name, text] : builtInProviderFiles()) {
      auto provider = parseProviderFile(text, std::string(name));
      if (!provider) std::abort();  // the program was built with a broken file, which no test let pass
      all.push_back(std::move(*provider));
    }
    std::sort(all.begin(), all.end(), [](const Provider& a, const Provider& b) { return a.id < b.id; });
    return all;
  }();
  return kProviders;
}

std::optional<ProviderIndex> findProvider(std::string_view id) {
  const auto all = providers();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Provider& provider) { return provider.id == id; });
  if (found == all.end()) return std::nullopt;
  return static_cast<ProviderIndex>(found - all.begin());
}

}  // namespace undelivered
