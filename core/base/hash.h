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
inline std::uint64_t foldedProduct(std::uint64_t a, std::uint64_t b) {
  // As XXH3_mul128_fold64(), whose halves GCC puts on the stack.
  __extension__ using Product = unsigned __int128;
  const Product product = Product{a} * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

}  // namespace undelivered
