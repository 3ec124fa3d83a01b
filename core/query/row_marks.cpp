// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/row_marks.h"

#include <bit>

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

void markFew(const std::uint16_t* kinds, std::size_t words, const std::uint8_t* bits, std::uint64_t* out) {
  for (std::size_t word = 0; word < words; ++word) {
    out[word] = 0;
    for (std::size_t i = 0; i < kWordRows; ++i) {
      const std::uint16_t kind = kinds[word * kWordRows + i];
      out[word] |= std::uint64_t{static_cast<unsigned>(bits[kind / 8] >> kind % 8) & 1u} << i;
    }
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

void markFew(const std::uint16_t* kinds, std::size_t words, const std::uint8_t* bits, std::uint64_t* out) {
  const hn::CappedTag<std::int16_t, 16> d16;
  const hn::Rebind<std::uint8_t, decltype(d16)> d8;
  const hn::FixedTag<std::uint8_t, 16> table;
  constexpr std::size_t kLanes = hn::MaxLanes(d16);
  // A kind's bit is found in two steps: its byte of the table, and which bit of that byte.
  HWY_ALIGN static constexpr std::uint8_t kBitOf[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const auto byteTable = hn::LoadU(table, bits);
  const auto bitTable = hn::Load(table, kBitOf);
  const auto low = hn::Set(d8, std::uint8_t{15});
  for (std::size_t word = 0; word < words; ++word) {
    std::uint64_t marks = 0;
    for (std::size_t i = 0; i < kWordRows; i += kLanes) {
      const auto wide = hn::LoadU(d16, reinterpret_cast<const std::int16_t*>(kinds) + word * kWordRows + i);
      const auto kind = hn::DemoteTo(d8, wide);
      const auto byte = hn::TableLookupBytes(byteTable, hn::ShiftRight<3>(kind));
      const auto bit = hn::TableLookupBytes(bitTable, hn::And(kind, low));
      const auto passes = hn::Eq(hn::And(byte, bit), bit);
      std::uint8_t lanes[8] = {};
      hn::StoreMaskBits(d8, passes, lanes);
      std::uint64_t part = 0;
      for (std::size_t b = 0; b < kLanes / 8; ++b) part |= std::uint64_t{lanes[b]} << 8 * b;
      marks |= part << i;
    }
    out[word] = marks;
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
      std::uint8_t lanes[8] = {};
      hn::StoreMaskBits(d, hn::Lt(hn::Sub(time, first), limit), lanes);
      inside |= (std::uint64_t{lanes[0]} | std::uint64_t{lanes[1]} << 8) << i;
    }
    marks[word] &= inside;
  }
}

#endif

}  // namespace HWY_NAMESPACE
}  // namespace undelivered
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace undelivered {

HWY_EXPORT(markFew);
HWY_EXPORT(keepRange);

namespace {

constexpr std::size_t kWordRows = 64;

}  // namespace

KindTable::KindTable(std::vector<std::uint8_t> passes) : m_passes(std::move(passes)) {
  if (!few()) return;
  for (std::size_t kind = 0; kind < m_passes.size(); ++kind) {
    m_bits[kind / 8] = static_cast<std::uint8_t>(m_bits[kind / 8] | (m_passes[kind] ? 1u << kind % 8 : 0u));
  }
}

MarkWords markKinds(std::span<const std::uint16_t> kinds, const KindTable& table) {
  MarkWords marks((kinds.size() + kWordRows - 1) / kWordRows);
  const std::size_t whole = table.few() ? kinds.size() / kWordRows : 0;
  if (whole > 0) HWY_DYNAMIC_DISPATCH(markFew)(kinds.data(), whole, table.bits().data(), marks.data());
  const std::uint8_t* passes = table.passes().data();
  for (std::size_t row = whole * kWordRows; row < kinds.size(); ++row) {
    marks[row / kWordRows] |= std::uint64_t{passes[kinds[row]]} << row % kWordRows;
  }
  return marks;
}

void keepTimes(std::span<const std::uint32_t> times, std::uint32_t since, std::uint32_t width, MarkWords& marks) {
  const std::size_t whole = times.size() / kWordRows;
  if (whole > 0) HWY_DYNAMIC_DISPATCH(keepRange)(times.data(), whole, since, width, marks.data());
  for (std::size_t row = whole * kWordRows; row < times.size(); ++row) {
    if (times[row] - since >= width) marks[row / kWordRows] &= ~(std::uint64_t{1} << row % kWordRows);
  }
}

std::uint32_t countMarks(const MarkWords& marks) {
  std::uint32_t count = 0;
  for (const std::uint64_t word : marks) count += static_cast<std::uint32_t>(std::popcount(word));
  return count;
}

void writeMarked(const MarkWords& marks, std::uint32_t firstRow, std::uint32_t* out) {
  for (std::size_t word = 0; word < marks.size(); ++word) {
    const std::uint32_t base = firstRow + static_cast<std::uint32_t>(word * kWordRows);
    if (marks[word] == ~std::uint64_t{0}) {  // of the commonest kind there are whole words
      for (std::uint32_t i = 0; i < kWordRows; ++i) *out++ = base + i;
      continue;
    }
    for (std::uint64_t bits = marks[word]; bits != 0; bits &= bits - 1) {
      *out++ = base + static_cast<std::uint32_t>(std::countr_zero(bits));
    }
  }
}

}  // namespace undelivered
#endif
