// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/short_text.h"
#include "store/recipient.h"

// Highway compiles this file once for each instruction set and picks one of them at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "store/recipient_hashes.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace undelivered {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::uint16_t kTwoZeros = 0x3030;  // "00"

template <std::size_t kBytes>
constexpr std::array<std::int8_t, 2 * kBytes> kOnesAndZeros = [] {
  std::array<std::int8_t, 2 * kBytes> bytes{};
  for (std::size_t i = 0; i < kBytes; ++i) bytes[i] = -1;
  return bytes;
}();

/// A recipient of at most 8 * kWords bytes without a leading plus, with zeros behind its end.
template <std::size_t kWords>
struct Plain {
  // Not set before they are known: there are many of this.
  std::array<std::uint64_t, kWords> words;
  std::uint32_t length;
  std::uint32_t mask;  ///< all ones where it is a plain one
};

/// Bit i says it of byte i.
struct Bits {
  std::uint64_t noAddress = 0, at = 0, noDigit = 0;
};

/// Looks at a whole vector of bytes at a time, whatever stands behind the text, and keeps the text in `into`.
template <std::size_t kWords>
HWY_INLINE Bits bitsOf(const char* text, std::uint32_t length, Plain<kWords>& into) {
  const hn::CappedTag<std::int8_t, 8 * kWords> d;
  constexpr std::size_t kLanes = hn::MaxLanes(d);
  const std::int8_t* const ones = kOnesAndZeros<8 * kWords>.data() + 8 * kWords - length;
  Bits all;
  for (std::size_t i = 0; i < 8 * kWords; i += kLanes) {
    const auto bytes = hn::LoadU(d, reinterpret_cast<const std::int8_t*>(text) + i);
    hn::StoreU(hn::And(bytes, hn::LoadU(d, ones + i)), d, reinterpret_cast<std::int8_t*>(into.words.data()) + i);
    const auto all8 = [&](int value) HWY_ATTR { return hn::Set(d, static_cast<std::int8_t>(value)); };
    const auto bits = [&](auto mask) HWY_ATTR {
      std::uint64_t word = 0;
      hn::StoreMaskBits(d, mask, reinterpret_cast<std::uint8_t*>(&word));
      return word << i;
    };
    // Comparisons are signed, as every processor has them: ranges are moved to the upper end of what a byte holds.
    const auto upper = hn::Gt(hn::Add(bytes, all8(0x7F - 'Z')), all8(0x7F - 26));
    // A quote, a blank and a # are less, and so is what is no ASCII.
    const auto odd = hn::Or(hn::Lt(bytes, all8('$')), hn::Eq(bytes, all8('>')));
    all.noAddress |= bits(hn::Or(upper, odd));
    all.at |= bits(hn::Eq(bytes, all8('@')));
    all.noDigit |= bits(hn::Lt(hn::Add(bytes, all8(0x7F - '9')), all8(0x7F - 9)));
  }
  return all;
}

template <std::size_t kWords>
HWY_INLINE void look(std::string_view recipient, Plain<kWords>& into) {
  constexpr std::size_t kBytes = 8 * kWords;
  const std::size_t size = recipient.size();
  const bool plus = (*recipient.data() == '+') & (size != 0);
  const char* const text = recipient.data() + plus;
  const auto length = static_cast<std::uint32_t>(std::min(size - plus, kBytes));
  const Bits bits = bitsOf(text, length, into);
  const std::uint64_t all = ~std::uint64_t{0} >> ((64 - length) % 64);
  // Addresses and numbers follow one another at random: what speaks for either is gathered without a branch.
  std::uint16_t two = 0;
  std::memcpy(&two, text, sizeof two);
  const bool isAddress = ((bits.noAddress & all) == 0) & ((bits.at & all) != 0) & !plus;
  const bool maybeWithoutZero = *recipient.data() == '1';
  const bool isNumber = ((bits.noDigit & all) == 0) & (two != kTwoZeros) & !maybeWithoutZero;
  into.length = length;
  into.mask = std::uint32_t{0} - ((isAddress | isNumber) & (length != 0));
}

template <std::size_t kWords>
HWY_INLINE std::uint32_t hashOf(const Plain<kWords>& plain) {
  const std::uint64_t hash = ShortText<kWords>::hashOf(plain.words, plain.length);
  const auto half = static_cast<std::uint32_t>(hash ^ hash >> 32);
  return (half + (half == 0)) & plain.mask;
}

/// Which of the hashes it is hangs on the length without a plus, as in hashRecipient(); no number is as long.
[[gnu::noinline]] std::uint32_t hashLonger(std::string_view recipient) {
  if (recipient.size() > ShortText<8>::kBytes || recipient.front() == '+') return 0;
  Plain<8> plain;
  look(recipient, plain);
  return hashOf(plain);
}

void hashAll(const PlainRecords& records, PlainRecords::Numbers& hashes) {
  constexpr std::size_t kShort = ShortText<4>::kBytes;
  const std::uint32_t count = records.count;
  // In two loops, so that what either needs stays in registers.
  std::array<Plain<4>, PlainRecords::kRoom> plain;
  PlainRecords::Numbers longer;
  std::uint32_t longerCount = 0;
  PlainRecords::Cells cells = records.recipient;
  for (std::uint32_t i = 0; i < count; ++i, cells.toNext()) {
    const std::string_view recipient = cells.front();
    look(recipient, plain[i]);
    longer[longerCount] = i;
    longerCount += recipient.size() > kShort;
  }
  for (std::uint32_t i = 0; i < count; ++i) hashes[i] = hashOf(plain[i]);
  for (std::uint32_t i = 0; i < longerCount; ++i) hashes[longer[i]] = hashLonger(records.recipient.at(longer[i]));
}

}  // namespace HWY_NAMESPACE
}  // namespace undelivered
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace undelivered {

HWY_EXPORT(hashAll);

void hashRecipients(const PlainRecords& records, PlainRecords::Numbers& hashes) {
  HWY_DYNAMIC_DISPATCH(hashAll)(records, hashes);
}

}  // namespace undelivered
#endif
