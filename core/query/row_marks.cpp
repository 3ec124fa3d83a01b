// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/row_marks.h"

#include <algorithm>
#include <bit>
#include <type_traits>

// Highway compiles this file once for each instruction set and picks one of them at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "query/row_marks.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace undelivered {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// Rows that follow one another are looked at together, so many of them as fill a word of marks.
constexpr std::size_t kWordRows = 64;

#if HWY_TARGET == HWY_SCALAR

void keepFew(const std::uint16_t* kinds, std::size_t words, const std::uint8_t* bits, std::uint64_t* marks) {
  for (std::size_t word = 0; word < words; ++word) {
    std::uint64_t passing = 0;
    for (std::size_t i = 0; i < kWordRows; ++i) {
      const std::uint16_t kind = kinds[word * kWordRows + i];
      passing |= std::uint64_t{static_cast<unsigned>(bits[kind / 8] >> kind % 8) & 1u} << i;
    }
    marks[word] &= passing;
  }
}

void keepRange(const std::uint32_t* times, std::size_t words, std::uint32_t since, std::uint32_t width,
               std::uint64_t* marks) {
  for (std::size_t word = 0; word < words; ++word) {
    std::uint64_t inside = 0;
    for (std::size_t i = 0; i < kWordRows; ++i) {
      inside |= std::uint64_t{times[word * kWordRows + i] - since < width} << i;
    }
    marks[word] &= inside;
  }
}

#else

/// The bits of a mask, which GCC takes by way of the stack where they are written to more room than they need.
template <class D, class Mask>
HWY_INLINE std::uint64_t bitsOf(D d, Mask mask) {
  constexpr std::size_t kLanes = hn::MaxLanes(d);
  using Bits =
      std::conditional_t<(kLanes > 16), std::uint32_t, std::conditional_t<(kLanes > 8), std::uint16_t, std::uint8_t> >;
  Bits bits = 0;
  hn::StoreMaskBits(d, mask, reinterpret_cast<std::uint8_t*>(&bits));
  return bits;
}

void keepFew(const std::uint16_t* kinds, std::size_t words, const std::uint8_t* bits, std::uint64_t* marks) {
  const hn::CappedTag<std::uint16_t, 32> d16;
  const hn::Repartition<std::uint8_t, decltype(d16)> d8;
  constexpr std::size_t kLanes = hn::MaxLanes(d16);
  // A kind's bit is found in two steps: its byte of the table, and which bit of that byte. Both are looked up in the
  // lower half of each lane; in the upper one the second step finds nothing.
  HWY_ALIGN static constexpr std::uint8_t kBitOf[16] = {1, 2, 4, 8, 16, 32, 64, 128};
  const auto byteTable = hn::LoadDup128(d8, bits);
  const auto bitTable = hn::LoadDup128(d8, kBitOf);
  const auto low = hn::Set(d16, std::uint16_t{7});
  const auto noUpper = hn::Set(d16, std::uint16_t{0x8000});
  for (std::size_t word = 0; word < words; ++word) {
    std::uint64_t passing = 0;
    for (std::size_t i = 0; i < kWordRows; i += kLanes) {
      const auto kind = hn::LoadU(d16, kinds + word * kWordRows + i);
      const auto byte = hn::TableLookupBytes(byteTable, hn::BitCast(d8, hn::ShiftRight<3>(kind)));
      const auto which = hn::BitCast(d8, hn::Or(hn::And(kind, low), noUpper));
      const auto bit = hn::TableLookupBytesOr0(bitTable, which);
      const auto set = hn::BitCast(d16, hn::And(byte, bit));
      passing |= bitsOf(d16, hn::Ne(set, hn::Zero(d16))) << i;
    }
    marks[word] &= passing;
  }
}

void keepRange(const std::uint32_t* times, std::size_t words, std::uint32_t since, std::uint32_t width,
               std::uint64_t* marks) {
  const hn::CappedTag<std::uint32_t, 16> d;
  constexpr std::size_t kLanes = hn::MaxLanes(d);
  const auto first = hn::Set(d, since);
  const auto limit = hn::Set(d, width);
  for (std::size_t word = 0; word < words; ++word) {
    std::uint64_t inside = 0;
    for (std::size_t i = 0; i < kWordRows; i += kLanes) {
      const auto time = hn::LoadU(d, times + word * kWordRows + i);
      inside |= bitsOf(d, hn::Lt(hn::Sub(time, first), limit)) << i;
    }
    marks[word] &= inside;
  }
}

#endif

/// Here and not below, since these instruction sets count bits in one step.
std::uint32_t countWords(const std::uint64_t* marks, std::size_t words) {
  std::uint32_t count = 0;
  for (std::size_t word = 0; word < words; ++word) count += static_cast<std::uint32_t>(std::popcount(marks[word]));
  return count;
}

std::uint32_t countEachBlock(const std::uint64_t* marks, std::size_t blockWords, std::uint32_t* before,
                             std::size_t blocks) {
  std::uint32_t count = 0;
  for (std::size_t block = 0; block < blocks; ++block) {
    before[block] = count;
    count += countWords(marks + block * blockWords, blockWords);
  }
  return count;
}

HWY_INLINE std::uint32_t* writeOneByOne(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) {
  for (; bits != 0; bits &= bits - 1) *out++ = base + static_cast<std::uint32_t>(std::countr_zero(bits));
  return out;
}

/// The rows of one word, without a branch that could be foretold wrongly; may write up to 64 numbers.
HWY_INLINE std::uint32_t* writeTogether(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) {
#if HWY_TARGET == HWY_SCALAR
  return writeOneByOne(bits, base, out);
#else
  const hn::CappedTag<std::uint32_t, 16> d;
  constexpr std::size_t kLanes = hn::MaxLanes(d);
  if (bits == ~std::uint64_t{0}) {  // of a range of days, and of the commonest kind, there are whole words
    for (std::size_t i = 0; i < kWordRows; i += kLanes) {
      hn::StoreU(hn::Iota(d, base + static_cast<std::uint32_t>(i)), d, out + i);
    }
    return out + kWordRows;
  }
  for (std::size_t i = 0; i < kWordRows; i += kLanes) {
    const auto part = static_cast<std::uint32_t>(bits >> i & ((std::uint64_t{1} << kLanes) - 1));
    std::uint8_t lanes[8] = {static_cast<std::uint8_t>(part), static_cast<std::uint8_t>(part >> 8)};
    const auto rows = hn::Iota(d, base + static_cast<std::uint32_t>(i));
    hn::StoreU(hn::CompressBits(rows, lanes), d, out);
    out += std::popcount(part);
  }
  return out;
#endif
}

void writeWords(const std::uint64_t* marks, std::size_t words, std::uint32_t firstRow, std::uint32_t* out,
                const std::uint32_t* end) {
#if HWY_TARGET == HWY_SCALAR
  constexpr int kMany = 1;
#else
  // Sixteen rows a step cost less than a wrong guess of how often a loop runs; shorter steps take more of them.
  constexpr int kMany = hn::MaxLanes(hn::CappedTag<std::uint32_t, 16>()) == 16 ? 1 : 20;
#endif
  for (std::size_t word = 0; word < words; ++word) {
    const std::uint32_t base = firstRow + static_cast<std::uint32_t>(word * kWordRows);
    if (marks[word] == 0) continue;
    // What is written beyond a word's rows is written over by the next; another thread's rows follow the last.
    const bool together = std::popcount(marks[word]) >= kMany && static_cast<std::size_t>(end - out) >= kWordRows;
    out = together ? writeTogether(marks[word], base, out) : writeOneByOne(marks[word], base, out);
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace undelivered
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace undelivered {

HWY_EXPORT(keepFew);
HWY_EXPORT(keepRange);
HWY_EXPORT(countWords);
HWY_EXPORT(countEachBlock);
HWY_EXPORT(writeWords);

namespace {

constexpr std::size_t kWordRows = 64;

}  // namespace

KindTable::KindTable(std::vector<std::uint8_t> passes)
    : m_passes(std::move(passes)),
      m_passesAll(std::find(m_passes.begin(), m_passes.end(), std::uint8_t{0}) == m_passes.end()) {
  if (!few()) return;
  for (std::size_t kind = 0; kind < m_passes.size(); ++kind) {
    m_bits[kind / 8] = static_cast<std::uint8_t>(m_bits[kind / 8] | (m_passes[kind] ? 1u << kind % 8 : 0u));
  }
}

void markAll(std::size_t rows, Marks marks) {
  std::fill(marks.begin(), marks.end(), ~std::uint64_t{0});
  if (rows % kWordRows) marks.back() = (std::uint64_t{1} << rows % kWordRows) - 1;
}

void keepKinds(std::span<const std::uint16_t> kinds, const KindTable& table, Marks marks) {
  const std::size_t whole = table.few() ? kinds.size() / kWordRows : 0;
  if (whole > 0) HWY_DYNAMIC_DISPATCH(keepFew)(kinds.data(), whole, table.bits().data(), marks.data());
  const std::uint8_t* passes = table.passes().data();
  for (std::size_t row = whole * kWordRows; row < kinds.size(); ++row) {
    marks[row / kWordRows] &= ~(std::uint64_t{passes[kinds[row]] == 0} << row % kWordRows);
  }
}

void keepTimes(std::span<const std::uint32_t> times, std::uint32_t since, std::uint32_t width, Marks marks) {
  const std::size_t whole = times.size() / kWordRows;
  if (whole > 0) HWY_DYNAMIC_DISPATCH(keepRange)(times.data(), whole, since, width, marks.data());
  for (std::size_t row = whole * kWordRows; row < times.size(); ++row) {
    if (times[row] - since >= width) marks[row / kWordRows] &= ~(std::uint64_t{1} << row % kWordRows);
  }
}

std::uint32_t countMarks(std::span<const std::uint64_t> marks) {
  return HWY_DYNAMIC_DISPATCH(countWords)(marks.data(), marks.size());
}

std::uint32_t countBlocks(std::span<const std::uint64_t> marks, std::span<std::uint32_t> before) {
  if (before.empty()) return 0;
  return HWY_DYNAMIC_DISPATCH(countEachBlock)(marks.data(), marks.size() / before.size(), before.data(), before.size());
}

void writeMarked(std::span<const std::uint64_t> marks, std::uint32_t firstRow, std::uint32_t count,
                 std::uint32_t* out) {
  HWY_DYNAMIC_DISPATCH(writeWords)(marks.data(), marks.size(), firstRow, out, out + count);
}

}  // namespace undelivered
#endif
