// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/radix_sort.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "base/stoppable.h"

namespace undelivered {
namespace {

// Buckets of a pass: as many as stay in the nearest cache while they are written to.
constexpr unsigned kMostBits = 11;
constexpr std::size_t kRowsPerThread = std::size_t{1} << 17;

struct Range {
  std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t greatest = 0;
  bool sorted = true;
};

Range rangeOf(std::span<const KeyedRow> rows) {
  Range range;
  std::uint32_t last = 0;
  for (const KeyedRow& entry : rows) {
    range.least = std::min(range.least, entry.key);
    range.greatest = std::max(range.greatest, entry.key);
    range.sorted &= last <= entry.key;
    last = entry.key;
  }
  return range;
}

struct Digit {
  std::uint32_t least;
  unsigned shift, bits;

  std::size_t buckets() const { return std::size_t{1} << bits; }
  std::size_t of(std::uint32_t key) const { return (key - least) >> shift & (buckets() - 1); }
};

using Counts = std::vector<std::uint32_t>;

/// One stable pass: every thread counts its part, learns where its rows of each bucket start, and moves them there.
void pass(const KeyedRow* from, KeyedRow* to, std::size_t size, const Digit& digit, std::size_t threads,
          const std::stop_token& stop) {
  const auto part = [&](std::size_t thread) { return size * thread / threads; };
  std::vector<Counts> counts(threads, Counts(digit.buckets()));
  onThreads(threads, [&](std::size_t thread) {
    Counts own(digit.buckets());
    inStrips(part(thread), part(thread + 1), stop, [&](std::size_t first, std::size_t end) {
      for (std::size_t i = first; i < end; ++i) ++own[digit.of(from[i].key)];
    });
    counts[thread] = std::move(own);
  });
  // Counts that are not whole would lead to places outside.
  if (stop.stop_requested()) return;
  std::uint32_t begin = 0;
  for (std::size_t bucket = 0; bucket < digit.buckets(); ++bucket) {
    for (Counts& own : counts) begin += std::exchange(own[bucket], begin);
  }
  onThreads(threads, [&](std::size_t thread) {
    Counts own = counts[thread];
    inStrips(part(thread), part(thread + 1), stop, [&](std::size_t first, std::size_t end) {
      for (std::size_t i = first; i < end; ++i) to[own[digit.of(from[i].key)]++] = from[i];
    });
  });
}

}  // namespace

void radixSort(KeyedRows& rows, const std::stop_token& stop) {
  const Range range = rangeOf(rows.all());
  if (range.sorted) return;
  const std::size_t threads = threadsFor(rows.size() / kRowsPerThread);
  const auto bits = static_cast<unsigned>(std::bit_width(range.greatest - range.least));
  const unsigned passes = (bits + kMostBits - 1) / kMostBits;
  const unsigned bitsEach = (bits + passes - 1) / passes;
  KeyedRows other(rows.size());
  for (unsigned i = 0; i < passes && !stop.stop_requested(); ++i) {
    pass(rows.data(), other.data(), rows.size(), {range.least, i * bitsEach, bitsEach}, threads, stop);
    std::swap(rows, other);
  }
}

}  // namespace undelivered
