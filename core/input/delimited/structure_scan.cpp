// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/structure_scan.h"

#include <algorithm>
#include <bit>
#include <cstring>

// Highway compiles this file once for each instruction set and picks one of them at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "input/delimited/structure_scan.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace undelivered {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

struct Masks {
  std::uint64_t quote = 0, delimiter = 0, lineFeed = 0, carriageReturn = 0;
};

HWY_INLINE Masks masksOf(const char* group, char delimiter) {
  const hn::CappedTag<std::uint8_t, 64> d;
  constexpr std::size_t kLanes = hn::MaxLanes(d);
  const auto quote = hn::Set(d, std::uint8_t{'"'});
  const auto separator = hn::Set(d, static_cast<std::uint8_t>(delimiter));
  const auto lineFeed = hn::Set(d, std::uint8_t{'\n'});
  const auto carriageReturn = hn::Set(d, std::uint8_t{'\r'});
  Masks masks;
  for (std::size_t i = 0; i < 64; i += kLanes) {
    const auto bytes = hn::LoadU(d, reinterpret_cast<const std::uint8_t*>(group) + i);
    const auto bits = [&](auto wanted) HWY_ATTR {
      std::uint64_t word = 0;
      hn::StoreMaskBits(d, hn::Eq(bytes, wanted), reinterpret_cast<std::uint8_t*>(&word));
      return word << i;
    };
    masks.quote |= bits(quote);
    masks.delimiter |= bits(separator);
    masks.lineFeed |= bits(lineFeed);
    masks.carriageReturn |= bits(carriageReturn);
  }
  return masks;
}

/// Bit i of the result: the parity of bits 0 to i.
HWY_INLINE std::uint64_t prefixXor(std::uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

HWY_INLINE std::uint32_t* flatten(std::uint32_t* out, std::uint32_t base, std::uint64_t bits) {
  std::uint32_t* const end = out + std::popcount(bits);
  while (bits) {
    // Eight at a time without a test in between: what is written beyond the end is overwritten by the next group.
    for (int i = 0; i < 8; ++i) {
      out[i] = base + static_cast<std::uint32_t>(std::countr_zero(bits));
      bits &= bits - 1;
    }
    out += 8;
  }
  return end;
}

std::uint32_t scanGroups(const char* text, std::uint32_t from, std::uint32_t to, char delimiter,
                         StructureScan::State& carried, StructureScan::Lists& lists) {
  StructureScan::State state = carried;
  std::uint32_t at = from;
  for (; at < to; at += 64) {
    Masks masks = masksOf(text + at, delimiter);
    const std::uint32_t left = to - at;
    if (HWY_UNLIKELY(left < 64)) {
      const std::uint64_t valid = (std::uint64_t{1} << left) - 1;
      masks.quote &= valid;
      masks.delimiter &= valid;
      masks.carriageReturn &= valid;
    }
    const std::uint64_t beforeLineFeed =
        masks.lineFeed >> 1 | (text[at + 64] == '\n' ? std::uint64_t{1} << 63 : std::uint64_t{0});
    if (HWY_UNLIKELY(left < 64)) masks.lineFeed &= (std::uint64_t{1} << left) - 1;
    const std::uint64_t lineEnd = masks.lineFeed | (masks.carriageReturn & ~beforeLineFeed);

    const std::uint64_t inside = prefixXor(masks.quote) ^ state.inside;
    const std::uint64_t open = masks.quote & inside;
    const std::uint64_t close = masks.quote & ~inside;
    const std::uint64_t boundary = (masks.delimiter | masks.lineFeed | masks.carriageReturn) & ~inside;
    const std::uint64_t opensWrong = open & ~((boundary | close) << 1 | state.afterBoundary);
    std::uint64_t closesWrong = (close << 1 | state.afterClose) & ~(boundary | open);
    if (HWY_UNLIKELY(left < 64)) closesWrong &= (std::uint64_t{1} << left) - 1;
    if (HWY_UNLIKELY((opensWrong | closesWrong) != 0)) break;

    const std::uint64_t structural = (masks.delimiter | lineEnd) & ~inside;
    std::uint64_t ends = lineEnd & ~inside;
    while (ends) {
      const std::uint64_t below = (ends & (~ends + 1)) - 1;
      *lists.lineEnds++ = lists.structuralIndex + static_cast<std::uint32_t>(std::popcount(structural & below));
      ends &= ends - 1;
    }
    std::uint64_t breaks = lineEnd & inside;
    while (HWY_UNLIKELY(breaks != 0)) {
      lists.innerBreaks->push_back(at + static_cast<std::uint32_t>(std::countr_zero(breaks)));
      breaks &= breaks - 1;
    }
    lists.structurals = flatten(lists.structurals, at, structural);
    lists.structuralIndex += static_cast<std::uint32_t>(std::popcount(structural));

    state.inside = std::uint64_t{0} - (inside >> 63);
    state.afterBoundary = (boundary | close) >> 63;
    state.afterClose = close >> 63;
  }
  carried = state;
  return std::min(at, to);
}

}  // namespace HWY_NAMESPACE
}  // namespace undelivered
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace undelivered {

HWY_EXPORT(scanGroups);

StructureScan::StructureScan() = default;

void StructureScan::reset() {
  m_structuralCount = 0;
  m_lineEndCount = 0;
  m_innerBreaks.clear();
  m_state = {};
}

void StructureScan::reserve(std::uint32_t bytes) {
  // One more group than there is text: flatten() writes in steps of eight.
  const std::size_t structurals = m_structuralCount + std::size_t{bytes} + 128;
  if (m_structurals.size() < structurals) m_structurals.resize(structurals);
  const std::size_t lineEnds = m_lineEndCount + std::size_t{bytes} + 128;
  if (m_lineEnds.size() < lineEnds) m_lineEnds.resize(lineEnds);
}

std::uint32_t StructureScan::scan(const char* text, std::uint32_t from, std::uint32_t to, char delimiter) {
  reserve(to - from);
  Lists lists{m_structurals.data() + m_structuralCount, m_lineEnds.data() + m_lineEndCount, m_structuralCount,
              &m_innerBreaks};
  const std::uint32_t stopped = HWY_DYNAMIC_DISPATCH(scanGroups)(text, from, to, delimiter, m_state, lists);
  m_structuralCount = lists.structuralIndex;
  m_lineEndCount = static_cast<std::uint32_t>(lists.lineEnds - m_lineEnds.data());
  return stopped;
}

void StructureScan::consume(std::uint32_t count, std::uint32_t position) {
  std::memmove(m_structurals.data(), m_structurals.data() + count, (m_structuralCount - count) * sizeof(std::uint32_t));
  m_structuralCount -= count;
  m_lineEndCount = 0;
  const auto keep = std::lower_bound(m_innerBreaks.begin(), m_innerBreaks.end(), position);
  m_innerBreaks.erase(m_innerBreaks.begin(), keep);
}

}  // namespace undelivered
#endif
