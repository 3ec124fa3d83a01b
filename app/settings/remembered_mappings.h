// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "input/header_mapping.h"
#include "settings/settings.h"

namespace undelivered {

/// How many headers are remembered; the one that was chosen for longest ago is forgotten first.
inline constexpr std::size_t kMappingsKept = 100;

/// How logs of certain headers are to be read, as chosen before; the newest choice first. What the settings hold and is
/// not understood is left out.
std::vector<HeaderMapping> rememberedMappings(const Settings& settings);
/// Takes the place of what was chosen for that header before.
void rememberMapping(Settings& settings, const HeaderMapping& mapping);
/// Logs of that header are read by guess again, whatever their delimiter.
void forgetMapping(Settings& settings, std::uint64_t header);

}  // namespace undelivered
