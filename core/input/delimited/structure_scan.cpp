// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/structure_scan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

// Highway compiles this file once for each instruction set and picks one of them at run time; this one only if asked.
#define HWY_WANT_AVX3_DL
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
#if HWY_ARCH_X86 && HWY_TARGET <= HWY_SSE4
  // A product without carries by all ones adds up, without carries, all bits at and below each place.
  const hn::FixedTag<std::uint64_t, 2> d;
  return hn::GetLane(hn::CLMulLower(hn::Set(d, bits), hn::Set(d, ~std::uint64_t{0})));
#else
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
#endif
}

/// Writes the places of the bits that are set, and more behind them that do not count.
#if HWY_TARGET == HWY_AVX3_DL
HWY_INLINE std::uint32_t* flatten(std::uint32_t* out, std::uint32_t base, std::uint64_t bits) {
  const auto sixteen = [base](__m128i places) HWY_ATTR {
    return _mm512_add_epi32(_mm512_cvtepu8_epi32(places), _mm512_set1_epi32(static_cast<int>(base)));
  };
  alignas(64) static constexpr std::array<std::uint8_t, 64> kPlaces = [] {
    std::array<std::uint8_t, 64> places{};
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = static_cast<std::uint8_t>(i);
    return places;
  }();
  const __m512i places = _mm512_maskz_compress_epi8(bits, _mm512_load_si512(kPlaces.data()));
  const auto count = static_cast<std::uint32_t>(std::popcount(bits));
  _mm512_storeu_si512(out, sixteen(_mm512_castsi512_si128(places)));
  if (HWY_UNLIKELY(count > 16)) {
    _mm512_storeu_si512(out + 16, sixteen(_mm512_extracti32x4_epi32(places, 1)));
    _mm512_storeu_si512(out + 32, sixteen(_mm512_extracti32x4_epi32(places, 2)));
    _mm512_storeu_si512(out + 48, sixteen(_mm512_extracti32x4_epi32(places, 3)));
  }
  return out + count;
}
#else
HWY_INLINE std::uint32_t* flatten(std::uint32_t* out, std::uint32_t base, std::uint64_t bits) {
  // So that there is a lowest bit, which changes no other answer.
  constexpr std::uint64_t kTop = std::uint64_t{1} << 63;
  std::uint32_t* const end = out + std::popcount(bits);
  do {
    // Eight at a time without a test in between: what is written beyond the end is overwritten by the next group.
    for (int i = 0; i < 8; ++i) {
      out[i] = base + static_cast<std::uint32_t>(hwy::Num0BitsBelowLS1Bit_Nonzero64(bits | kTop));
      bits &= bits - 1;
    }
    out += 8;
  } while (HWY_UNLIKELY(bits != 0));
  return end;
}
#endif

/// One group of 64 bytes, of which those in `valid` count. False, and nothing done, where it holds an irregular quote.
HWY_INLINE bool scanGroup(const char* text, std::uint32_t at, std::uint64_t valid, char delimiter,
                          StructureScan::State& state, StructureScan::Lists& lists) {
  const Masks masks = masksOf(text + at, delimiter);
  const std::uint64_t quote = masks.quote & valid;
  const std::uint64_t carriageReturn = masks.carriageReturn & valid;
  std::uint64_t lineEnd = masks.lineFeed & valid;
  const std::uint64_t separator = (masks.delimiter & valid) | lineEnd | carriageReturn;
  if (carriageReturn != 0) {  // in every group or in none, mostly
    const std::uint64_t beforeLineFeed = masks.lineFeed >> 1 | std::uint64_t{text[at + 64] == '\n'} << 63;
    lineEnd |= carriageReturn & ~beforeLineFeed;
  }

  const std::uint64_t inside = prefixXor(quote) ^ state.inside;
  const std::uint64_t open = quote & inside;
  const std::uint64_t close = quote & ~inside;
  // What may stand before a quote that opens and behind one that closes; between two quotes of which one does, the
  // other does the opposite.
  const std::uint64_t edge = (separator & ~inside) | quote;
  const std::uint64_t opensWrong = open & ~(edge << 1 | state.afterEdge);
  const std::uint64_t closesWrong = (close << 1 | state.afterClose) & ~edge & valid;
  if (HWY_UNLIKELY((opensWrong | closesWrong) != 0)) return false;

  const std::uint64_t structural = ((masks.delimiter & valid) | lineEnd) & ~inside;
  // The first one without asking whether there is one, which nobody could foretell; without one it is overwritten.
  std::uint64_t ends = lineEnd & ~inside;
  std::uint32_t* lineEndOut = lists.lineEnds;
  lists.lineEnds += std::popcount(ends);
  do {
    const std::uint64_t below = (ends & (~ends + 1)) - 1;
    *lineEndOut++ = lists.structuralIndex + static_cast<std::uint32_t>(std::popcount(structural & below));
    ends &= ends - 1;
  } while (HWY_UNLIKELY(ends != 0));
  for (std::uint64_t breaks = lineEnd & inside; HWY_UNLIKELY(breaks != 0); breaks &= breaks - 1) {
    lists.innerBreaks->push_back(at + static_cast<std::uint32_t>(std::countr_zero(breaks)));
  }
  lists.structurals = flatten(lists.structurals, at, structural);
  lists.structuralIndex += static_cast<std::uint32_t>(std::popcount(structural));

  state.inside = std::uint64_t{0} - (inside >> 63);
  state.afterEdge = edge >> 63;
  state.afterClose = close >> 63;
  return true;
}

std::uint32_t scanGroups(const char* text, std::uint32_t from, std::uint32_t to, char delimiter,
                         StructureScan::State& carried, StructureScan::Lists& lists) {
  // Copies, which stay in registers: what is written through a pointer could be these.
  StructureScan::State state = carried;
  StructureScan::Lists out = lists;
  std::uint32_t at = from;
  bool regular = true;
  while (to - at >= 64 && (regular = scanGroup(text, at, ~std::uint64_t{0}, delimiter, state, out))) at += 64;
  if (regular && at < to) {
    const std::uint64_t valid = (std::uint64_t{1} << (to - at)) - 1;
    if (scanGroup(text, at, valid, delimiter, state, out)) at = to;
  }
  carried = state;
  lists = out;
  return at;
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
  const std::size_t structurals = kFront + m_structuralCount + std::size_t{bytes} + 128;
  if (m_structurals.size() < structurals) m_structurals.resize(structurals);
  const std::size_t lineEnds = m_lineEndCount + std::size_t{bytes} + 128;
  if (m_lineEnds.size() < lineEnds) m_lineEnds.resize(lineEnds);
}

std::uint32_t StructureScan::scan(const char* text, std::uint32_t from, std::uint32_t to, char delimiter) {
  reserve(to - from);
  Lists lists{structurals() + m_structuralCount, m_lineEnds.data() + m_lineEndCount, m_structuralCount, &m_innerBreaks};
  const std::uint32_t stopped = HWY_DYNAMIC_DISPATCH(scanGroups)(text, from, to, delimiter, m_state, lists);
  m_structuralCount = lists.structuralIndex;
  m_lineEndCount = static_cast<std::uint32_t>(lists.lineEnds - m_lineEnds.data());
  return stopped;
}

void StructureScan::consume(std::uint32_t count, std::uint32_t position) {
  std::memmove(structurals(), structurals() + count, (m_structuralCount - count) * sizeof(std::uint32_t));
  m_structuralCount -= count;
  m_lineEndCount = 0;
  const auto keep = std::lower_bound(m_innerBreaks.begin(), m_innerBreaks.end(), position);
  m_innerBreaks.erase(m_innerBreaks.begin(), keep);
}

}  // namespace undelivered
#endif
