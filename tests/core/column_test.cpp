// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/column.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>
#include <vector>

namespace undelivered {
namespace {

TEST(Column, HasTheFirstValues) {
  ColumnMemory memory;
  const std::vector<std::uint32_t> values{7, 8, 65535, 9};
  const auto column = memory.copyOf<std::uint16_t>(values, 3);
  EXPECT_EQ(std::vector<std::uint16_t>(column.begin(), column.end()), (std::vector<std::uint16_t>{7, 8, 65535}));
  EXPECT_EQ(column.back(), 65535);
  EXPECT_TRUE(memory.copyOf<std::uint16_t>(values, 0).empty());
}

TEST(Column, OutlivesItsMemoryAndSharesNothingWithItsNeighbours) {
  std::vector<Column<std::uint32_t>> columns;
  {
    ColumnMemory memory;
    // Sizes around that of a first piece of memory, and larger than the next ones.
    for (std::size_t size : {1u, 15u, 16u, 17u, 16000u, 16384u, 16385u, 1u, 500'000u, 3'000'000u, 5u}) {
      std::vector<std::uint32_t> values(size);
      std::iota(values.begin(), values.end(), static_cast<std::uint32_t>(columns.size()));
      columns.push_back(memory.copyOf<std::uint32_t>(values, size));
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t row = 0; row < columns[i].size(); ++row) ASSERT_EQ(columns[i][row], i + row) << i << ", " << row;
  }
}

TEST(Column, KeepsItsFirstValuesWhereACopyIsShortened) {
  ColumnMemory memory;
  const std::vector<std::uint32_t> values{1, 2, 3};
  const auto whole = memory.copyOf<std::uint32_t>(values, 3);
  auto start = whole;
  start.shrinkTo(1);
  EXPECT_EQ(start.size(), 1u);
  EXPECT_EQ(whole.size(), 3u);
  EXPECT_EQ(whole[2], 3u);
}

}  // namespace
}  // namespace undelivered
