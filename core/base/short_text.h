// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/hash.h"

namespace undelivered {

/// How many bytes are readable from the start of a padded text on, whatever its size.
inline constexpr std::size_t kPaddedBytes = 72;
/// An empty text that is padded.
inline constexpr std::array<char, kPaddedBytes> kPaddedZeros{};
inline constexpr std::string_view kPaddedEmpty{kPaddedZeros.data(), 0};

/// A text of at most so many words of 8 bytes, with zeros behind its end. Made and hashed without a branch that hangs
/// on the text: the cells of a log are short and differ from record to record, so such branches would be foretold
/// wrongly.
template <std::size_t kWords>
struct ShortText {
  static constexpr std::size_t kBytes = 8 * kWords;

  static_assert(kWords % 2 == 0);
  using Bytes [[gnu::vector_size(16)]] = signed char;  // of GCC and Clang, whatever the processor has for them
  static constexpr std::size_t kParts = kWords / 2;

  std::array<Bytes, kParts> part{};
  std::array<Bytes, kParts> mask{};  ///< all ones where the text is
  std::size_t size = 0;

  ShortText(std::string_view text, bool padded) : size(text.size()) {
    std::array<char, kBytes> copy{};
    const char* from = text.data();
    if (!padded) {
      if (size > 0) std::memcpy(copy.data(), from, size);
      from = copy.data();
    }
    for (std::size_t i = 0; i < kParts; ++i) {
      std::memcpy(&mask[i], kOnesAndZeros.data() + kBytes - size + 16 * i, 16);
      std::memcpy(&part[i], from + 16 * i, 16);
      part[i] &= mask[i];
    }
  }

  /// 64 well mixed bits.
  std::uint64_t hash() const {
    static_assert(kWords <= kSecret.size());
    using Words [[gnu::vector_size(16)]] = std::uint64_t;
    std::uint64_t result = 0;
    for (std::size_t i = 0; i < kParts; ++i) {
      const auto words = std::bit_cast<Words>(part[i]);
      result ^= foldedProduct(words[0] ^ kSecret[2 * i] ^ size * kOfSize, words[1] ^ kSecret[2 * i + 1]);
    }
    return result;
  }

  /// The same of the words of a text of that size, as they stand in memory, with zeros behind its end.
  static std::uint64_t hashOf(const std::array<std::uint64_t, kWords>& words, std::size_t size) {
    std::uint64_t result = 0;
    for (std::size_t i = 0; i < kWords; i += 2)
      result ^= foldedProduct(words[i] ^ kSecret[i] ^ size * kOfSize, words[i + 1] ^ kSecret[i + 1]);
    return result;
  }

 private:
  static constexpr std::array<std::uint8_t, 2 * kBytes> kOnesAndZeros = [] {
    std::array<std::uint8_t, 2 * kBytes> bytes{};
    for (std::size_t i = 0; i < kBytes; ++i) bytes[i] = 0xFF;
    return bytes;
  }();
  // Spreads the size over all bits: a text with a zero byte at its end is not another one that is shorter.
  static constexpr std::uint64_t kOfSize = 0x9E3779B97F4A7C15;
  // The fraction of pi: nothing up the sleeve.
  static constexpr std::array<std::uint64_t, 8> kSecret{0x243F6A8885A308D3, 0x13198A2E03707344, 0xA4093822299F31D0,
                                                        0x082EFA98EC4E6C89, 0x452821E638D01377, 0xBE5466CF34E90C6C,
                                                        0xC0AC29B7C97C50DD, 0x3F84D5B5B5470917};
};

/// hashBytes() for texts of a few words, another function than that. `padded`: kPaddedBytes are readable.
inline std::uint64_t hashWords(std::string_view text, bool padded) {
  if (text.empty()) return 0;
  if (text.size() <= ShortText<2>::kBytes) return ShortText<2>(text, padded).hash();
  return text.size() <= ShortText<4>::kBytes ? ShortText<4>(text, padded).hash() : hashBytes(text);
}

}  // namespace undelivered
