// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/radix_sort.h"

#include <algorithm>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace undelivered {
namespace {

std::vector<KeyedRow> randomRows(std::size_t size, std::uint32_t least, std::uint32_t greatest) {
  std::mt19937 random(static_cast<std::uint32_t>(size) + greatest);
  std::uniform_int_distribution<std::uint32_t> keys(least, greatest);
  std::vector<KeyedRow> rows(size);
  for (std::uint32_t i = 0; i < size; ++i) rows[i] = {keys(random), i};
  return rows;
}

void expectSortedLikeTheLibrary(std::vector<KeyedRow> rows) {
  const auto before = [](const KeyedRow& a, const KeyedRow& b) { return a.key < b.key; };
  const auto sorted = sortByKey(rows.size(), [&rows](std::size_t begin, std::span<KeyedRow> into) {
    std::copy_n(rows.begin() + static_cast<std::ptrdiff_t>(begin), into.size(), into.begin());
  });
  ASSERT_EQ(!sorted, std::is_sorted(rows.begin(), rows.end(), before)) << "nothing where nothing is to do";
  if (!sorted) return;
  std::stable_sort(rows.begin(), rows.end(), before);
  ASSERT_EQ(sorted->size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) ASSERT_EQ((*sorted)[i], rows[i].row) << i;
}

TEST(RadixSort, AgreesWithTheStandardLibrarysStableSort) {
  expectSortedLikeTheLibrary({});
  expectSortedLikeTheLibrary(randomRows(1, 0, 0));
  expectSortedLikeTheLibrary(randomRows(1000, 7, 9));
  expectSortedLikeTheLibrary(randomRows(5000, 0, 0xFFFF'FFFF));
  expectSortedLikeTheLibrary(randomRows(5000, 0xFFFF'FF00, 0xFFFF'FFFF));
}

TEST(RadixSort, AgreesOnSeveralThreadsToo) {
  expectSortedLikeTheLibrary(randomRows(700'001, 1'700'000'000, 1'750'000'000));
  expectSortedLikeTheLibrary(randomRows(400'000, 0, 3));
}

TEST(RadixSort, AgreesWhereOneKeyStandsApart) {
  for (const std::uint32_t apart : {0u, 3'000'000'000u, kLastKey}) {
    std::vector<KeyedRow> rows = randomRows(900'000, 1'700'000'000, 1'700'400'000);
    rows[450'000].key = apart;  // the others are in one bucket then
    expectSortedLikeTheLibrary(std::move(rows));
  }
}

TEST(RadixSort, AgreesForKeysOfEveryWidth) {
  std::mt19937 random(3);
  for (unsigned bits = 0; bits <= 32; ++bits) {
    const auto greatest = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - 1);
    for (const std::size_t size : {2u, 63u, 65u, 3000u, 40'000u, 300'000u}) {
      std::vector<KeyedRow> rows = randomRows(size, 0, greatest);
      for (KeyedRow& entry : rows) {
        if (random() % 50 == 0) entry.key = kLastKey;
      }
      expectSortedLikeTheLibrary(std::move(rows));
      if (HasFatalFailure()) FAIL() << bits << " bits, " << size << " rows";
    }
  }
}

TEST(RadixSort, DoesNotTurnRowsThatAreReversedInPartsOnly) {
  std::vector<KeyedRow> rows(600'000);
  for (const std::uint32_t parts : {2u, 3u, 4u, 8u, 16u}) {  // one for each thread, of machines with so many
    const std::uint32_t size = 600'000 / parts;
    for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = {i / size * 1000 + 900 - i % size / 1000, i};
    expectSortedLikeTheLibrary(rows);
  }
}

TEST(RadixSort, LeavesSortedRowsAndTurnsReversedOnes) {
  std::vector<KeyedRow> rows(300'000);
  for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = {i / 3, i};
  expectSortedLikeTheLibrary(rows);
  for (const std::uint32_t equal : {1u, 3u, 2047u, 2048u, 7000u, 100'000u, 150'000u, 151'000u, 299'999u}) {
    for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = {300'000 - i / equal, i};
    expectSortedLikeTheLibrary(rows);
    for (std::uint32_t i = 0; i < 5000; ++i) rows[i].key = kLastKey;
    expectSortedLikeTheLibrary(rows);
    std::swap(rows[160'000].key, rows[299'999].key);  // not quite
    expectSortedLikeTheLibrary(rows);
  }
}

}  // namespace
}  // namespace undelivered
