// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace undelivered {

// Where the values of JSON end, looked for in many bytes at a time, with no branch on any single one of them.

/// How many bytes behind its end a text has to have that are readable.
inline constexpr std::size_t kScanPadding = 16;

namespace json_scan {

using Bytes [[gnu::vector_size(16)]] = unsigned char;  // of GCC and Clang, whatever the processor has for them
using Words [[gnu::vector_size(16)]] = std::uint64_t;

inline Bytes load(const char* at) {
  Bytes bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

/// The place of the first byte that is not zero; 16 where there is none.
template <class Mask>
inline std::size_t firstOf(Mask mask) {
  static_assert(std::endian::native == std::endian::little);
  const auto words = std::bit_cast<Words>(mask);
  const auto low = static_cast<std::size_t>(std::countr_zero(std::uint64_t{words[0]})) / 8;
  const auto high = static_cast<std::size_t>(std::countr_zero(std::uint64_t{words[1]})) / 8;
  return words[0] != 0 ? low : 8 + high;
}

}  // namespace json_scan

/// Whether a text is ASCII, found out while it is scanned: what stands behind it may count too, which costs nothing but
/// a second look.
class SeenBytes {
 public:
  void add(json_scan::Bytes bytes) { m_seen |= bytes; }
  bool ascii() const {
    const auto words = std::bit_cast<json_scan::Words>(m_seen);
    return ((words[0] | words[1]) & 0x8080808080808080u) == 0;
  }

 private:
  json_scan::Bytes m_seen{};
};

/// The first quote, backslash or control character from `at` on; `end` or a place behind it where there is none before.
inline const char* plainEnd(const char* at, const char* end, SeenBytes& seen) {
  while (at < end) {
    const auto bytes = json_scan::load(at);
    seen.add(bytes);
    const std::size_t found = json_scan::firstOf((bytes == '"') | (bytes == '\\') | (bytes < ' '));
    at += found;
    if (found < 16) return at;
  }
  return end;
}

/// The first byte from `at` on that is no digit, of the next 16; where all are digits, the place behind them.
inline const char* digitsEnd(const char* at) {
  const auto bytes = json_scan::load(at);
  return at + json_scan::firstOf((bytes < '0') | (bytes > '9'));
}

/// A number of JSON without exponent and of at most 15 digits before and after its point, at whose end `at` is set.
struct ScannedNumber {
  bool valid = false;  ///< false: none, or of another form
  /// As it is written once it was parsed (by fmt); null where that would have to be worked out.
  std::string_view text;
};

inline ScannedNumber scanNumber(const char*& at) {
  constexpr std::ptrdiff_t kMostDigits = 15, kSmallest = 4;  // small numbers are written with an exponent
  // Of decimal numbers below this, in units of their last place, each is another double, and the shortest way to write
  // that double: they are further apart than doubles of their size are.
  constexpr std::uint64_t kMostUnits = std::uint64_t{1} << 52;
  const char* const begin = at;
  at += *at == '-';
  const char* const digits = at;
  at = digitsEnd(at);
  const std::ptrdiff_t whole = at - digits;
  if (whole == 0 || whole > kMostDigits || (*digits == '0' && whole > 1)) return {};
  const bool isZero = *digits == '0';
  const bool isNegative = digits != begin;
  if (*at != '.') {
    if (isZero && isNegative) return {true, {}};
    return {true, {begin, static_cast<std::size_t>(at - begin)}};
  }
  const char* const fraction = at + 1;
  at = digitsEnd(fraction);
  const std::ptrdiff_t places = at - fraction;
  if (places == 0 || places > kMostDigits) return {};
  const char* last = at;
  while (last > fraction && last[-1] == '0') --last;
  if (last == fraction) {
    if (isNegative) return {true, {}};
    return {true, {begin, static_cast<std::size_t>(fraction - 1 - begin)}};
  }
  if (isZero) {
    const char* first = fraction;
    while (*first == '0') ++first;
    if (first - fraction >= kSmallest) return {true, {}};
  }
  if (whole + (last - fraction) > kMostDigits) {
    if (whole + (last - fraction) > kMostDigits + 1) return {true, {}};
    std::uint64_t units = 0;
    for (const char* each = digits; each < last; ++each) {
      if (*each != '.') units = units * 10 + static_cast<std::uint64_t>(*each - '0');
    }
    if (units >= kMostUnits) return {true, {}};
  }
  return {true, {begin, static_cast<std::size_t>(last - begin)}};
}

}  // namespace undelivered
