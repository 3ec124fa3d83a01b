// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace undelivered {

/// 64 well mixed bits of a text; the same on every machine.
inline std::uint64_t hashBytes(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

/// The two halves of a product of 128 bits, folded into one: each bit hangs on all bits of both factors.
inline std::uint64_t foldedProduct(std::uint64_t a, std::uint64_t b) { return XXH3_mul128_fold64(a, b); }

}  // namespace undelivered
