// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace undelivered {

/// 64 well mixed bits of a text; the same on every machine.
inline std::uint64_t hashBytes(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace undelivered
