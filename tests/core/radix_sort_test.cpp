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
  KeyedRows sorted(rows.size());
  std::copy(rows.begin(), rows.end(), sorted.data());
  radixSort(sorted);
  std::stable_sort(rows.begin(), rows.end(), [](const KeyedRow& a, const KeyedRow& b) { return a.key < b.key; });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ASSERT_EQ(sorted[i].key, rows[i].key) << i;
    ASSERT_EQ(sorted[i].row, rows[i].row) << i << ": equal keys keep their order";
  }
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

TEST(RadixSort, LeavesSortedRowsAndTurnsReversedOnes) {
  std::vector<KeyedRow> rows(300'000);
  for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = {i / 3, i};
  expectSortedLikeTheLibrary(rows);
  for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = {100'000 - i / 3, i};
  expectSortedLikeTheLibrary(rows);
}

}  // namespace
}  // namespace undelivered
