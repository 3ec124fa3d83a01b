// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text_scan.h"

#include <bit>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "query/text_scan.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace undelivered {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// The bit that tells upper from lower case, for letters where case does not count; nothing for other bytes.
HWY_INLINE std::uint8_t caseBit(char c, const TextNeedle& needle) {
  return !needle.matchCase && c >= 'a' && c <= 'z' ? 0x20 : 0;
}

HWY_INLINE bool matches(const char* text, const TextNeedle& needle) {
  if (needle.matchCase) return std::memcmp(text, needle.text.data(), needle.text.size()) == 0;
  for (std::size_t i = 0; i < needle.text.size(); ++i) {
    const char c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) != needle.text[i]) return false;
  }
  return true;
}

struct GroupMasks {
  std::uint64_t candidate = 0, doubtful = 0;
};

/// The bits of case of a needle's first and last byte, found out once for all groups.
struct CaseBits {
  std::uint8_t first = 0, last = 0;
};

HWY_INLINE GroupMasks masksOf(const char* group, const TextNeedle& needle, CaseBits caseBits) {
  const hn::CappedTag<std::uint8_t, 64> d;
  constexpr std::size_t kLanes = hn::MaxLanes(d);
  const bool hasText = !needle.text.empty();
  const char first = hasText ? needle.text.front() : '\0';
  const char last = hasText ? needle.text.back() : '\0';
  const std::size_t lastPlace = hasText ? needle.text.size() - 1 : 0;
  const auto firstByte = hn::Set(d, static_cast<std::uint8_t>(first));
  const auto lastByte = hn::Set(d, static_cast<std::uint8_t>(last));
  const auto firstBit = hn::Set(d, caseBits.first);
  const auto lastBit = hn::Set(d, caseBits.last);
  // In the order of signed bytes: the non-ASCII ones are negative, and those up to `below` begin no character.
  const hn::RebindToSigned<decltype(d)> ds;
  const auto zero = hn::Zero(ds);
  const auto below = hn::Set(ds, static_cast<std::int8_t>(needle.suspects.least - 1));
  const auto backslash = hn::Set(d, needle.json ? std::uint8_t{'\\'} : std::uint8_t{0xFF});
  const bool fromAll = needle.suspects.least == 0x80;
  GroupMasks masks;
  for (std::size_t i = 0; i < 64; i += kLanes) {
    const auto* p = reinterpret_cast<const std::uint8_t*>(group) + i;
    const auto here = hn::LoadU(d, p);
    const auto here8 = hn::BitCast(ds, here);
    auto beginsOther = hn::Lt(here8, zero);
    if (!fromAll) beginsOther = hn::And(beginsOther, hn::Gt(here8, below));
    const auto doubtful = hn::Or(hn::RebindMask(d, beginsOther), hn::Eq(here, backslash));
    std::uint64_t bits = 0;
    hn::StoreMaskBits(d, doubtful, reinterpret_cast<std::uint8_t*>(&bits));
    masks.doubtful |= bits << i;
    if (!hasText) continue;
    const auto there = hn::LoadU(d, p + lastPlace);
    const auto candidate = hn::And(hn::Eq(hn::Or(here, firstBit), firstByte), hn::Eq(hn::Or(there, lastBit), lastByte));
    bits = 0;
    hn::StoreMaskBits(d, candidate, reinterpret_cast<std::uint8_t*>(&bits));
    masks.candidate |= bits << i;
  }
  return masks;
}

/// Whether the bytes there may stand for a part of a match that they do not show.
HWY_INLINE bool isDoubtful(const char* place, const TextNeedle& needle) {
  if (static_cast<std::int8_t>(*place) < 0) return needle.suspects.contains(place);
  // The short escapes stand for characters that the needle does not have.
  return needle.json && *place == '\\' && place[1] == 'u';
}

void scanRecordsOf(const char* text, std::uint32_t size, const std::vector<std::uint32_t>& starts,
                   const TextNeedle& needle, std::vector<TextHit>& hits) {
  std::size_t record = 0;  // hits before starts[record] are of records that are decided
  CaseBits caseBits;
  if (!needle.text.empty()) caseBits = {caseBit(needle.text.front(), needle), caseBit(needle.text.back(), needle)};
  for (std::uint32_t at = 0; at < size; at += 64) {
    const GroupMasks masks = masksOf(text + at, needle, caseBits);
    std::uint64_t bits = masks.candidate | masks.doubtful;
    while (HWY_UNLIKELY(bits != 0)) {
      const int bit = std::countr_zero(bits);
      bits &= bits - 1;
      const std::uint32_t position = at + static_cast<std::uint32_t>(bit);
      if (position >= size) return;
      if (record < starts.size() && position < starts[record]) continue;
      const bool doubtful = (masks.doubtful >> bit & 1) != 0 && isDoubtful(text + position, needle);
      const bool candidate = (masks.candidate >> bit & 1) != 0 && matches(text + position, needle);
      if (!doubtful && !candidate) continue;
      hits.push_back({position, doubtful});
      while (record < starts.size() && starts[record] <= position) ++record;
      if (record == starts.size()) return;
    }
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace undelivered
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace undelivered {

HWY_EXPORT(scanRecordsOf);

void scanRecords(const char* text, std::uint32_t size, const std::vector<std::uint32_t>& starts,
                 const TextNeedle& needle, std::vector<TextHit>& hits) {
  HWY_DYNAMIC_DISPATCH(scanRecordsOf)(text, size, starts, needle, hits);
}

}  // namespace undelivered
#endif
