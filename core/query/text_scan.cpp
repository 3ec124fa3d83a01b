// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text_scan.h"

#include <bit>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "query/text_scan.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace undelivered {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// The bit that tells upper from lower case, for letters; nothing for other bytes.
HWY_INLINE std::uint8_t caseBit(char c) { return c >= 'a' && c <= 'z' ? 0x20 : 0; }

HWY_INLINE bool matches(const char* text, std::string_view needle) {
  for (std::size_t i = 0; i < needle.size(); ++i) {
    const char c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) != needle[i]) return false;
  }
  return true;
}

struct GroupMasks {
  std::uint64_t candidate = 0, doubtful = 0;
};

HWY_INLINE GroupMasks masksOf(const char* group, const TextNeedle& needle) {
  const hn::CappedTag<std::uint8_t, 64> d;
  constexpr std::size_t kLanes = hn::MaxLanes(d);
  const char first = needle.folded.front();
  const char last = needle.folded.back();
  const auto firstByte = hn::Set(d, static_cast<std::uint8_t>(first));
  const auto lastByte = hn::Set(d, static_cast<std::uint8_t>(last));
  const auto firstBit = hn::Set(d, caseBit(first));
  const auto lastBit = hn::Set(d, caseBit(last));
  const auto highBit = hn::Set(d, std::uint8_t{0x80});
  const auto backslash = hn::Set(d, needle.stopAtBackslash ? std::uint8_t{'\\'} : std::uint8_t{0xFF});
  GroupMasks masks;
  for (std::size_t i = 0; i < 64; i += kLanes) {
    const auto* p = reinterpret_cast<const std::uint8_t*>(group) + i;
    const auto here = hn::LoadU(d, p);
    const auto there = hn::LoadU(d, p + needle.folded.size() - 1);
    const auto candidate = hn::And(hn::Eq(hn::Or(here, firstBit), firstByte), hn::Eq(hn::Or(there, lastBit), lastByte));
    const auto doubtful = hn::Or(hn::Ne(hn::And(here, highBit), hn::Zero(d)), hn::Eq(here, backslash));
    std::uint64_t bits = 0;
    hn::StoreMaskBits(d, candidate, reinterpret_cast<std::uint8_t*>(&bits));
    masks.candidate |= bits << i;
    bits = 0;
    hn::StoreMaskBits(d, doubtful, reinterpret_cast<std::uint8_t*>(&bits));
    masks.doubtful |= bits << i;
  }
  return masks;
}

void scanRecordsOf(const char* text, std::uint32_t size, const std::vector<std::uint32_t>& starts,
                   const TextNeedle& needle, std::vector<TextHit>& hits) {
  std::size_t record = 0;  // hits before starts[record] are of records that are decided
  for (std::uint32_t at = 0; at < size; at += 64) {
    const GroupMasks masks = masksOf(text + at, needle);
    std::uint64_t bits = masks.candidate | masks.doubtful;
    while (HWY_UNLIKELY(bits != 0)) {
      const int bit = std::countr_zero(bits);
      bits &= bits - 1;
      const std::uint32_t position = at + static_cast<std::uint32_t>(bit);
      if (position >= size) return;
      if (record < starts.size() && position < starts[record]) continue;
      const bool doubtful = (masks.doubtful >> bit & 1) != 0;
      if (!doubtful && !matches(text + position, needle.folded)) continue;
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
