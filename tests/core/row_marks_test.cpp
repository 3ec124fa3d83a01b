// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/row_marks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace undelivered {
namespace {

/// Rows and kinds of all sizes around those that are looked at together.
TEST(RowMarks, AreThoseOfAPlainLoop) {
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t kindCount = round % 3 == 0 ? 1 + random() % 400 : 1 + random() % 140;
    std::vector<std::uint8_t> passes(kindCount);
    for (auto& pass : passes) pass = static_cast<std::uint8_t>(round % 5 == 0 ? 1 : random() % 2);
    const std::size_t rows = random() % 300;
    std::vector<std::uint16_t> kinds(rows);
    std::vector<std::uint32_t> times(rows);
    for (auto& kind : kinds) kind = static_cast<std::uint16_t>(random() % kindCount);
    for (auto& time : times) time = random() % 4 == 0 ? 0 : static_cast<std::uint32_t>(random());
    const auto since = static_cast<std::uint32_t>(1 + random());
    const auto width = static_cast<std::uint32_t>(random() % 7 == 0 ? 0 : random());

    std::vector<std::uint64_t> marks(markWords(rows));
    markAll(rows, marks);
    EXPECT_EQ(countMarks(marks), rows);
    keepKinds(kinds, KindTable(passes), marks);
    std::vector<std::uint32_t> expected;
    for (std::uint32_t row = 0; row < rows; ++row) {
      if (passes[kinds[row]]) expected.push_back(row + 1000);
    }
    const auto writtenRows = [&marks] {
      constexpr std::uint32_t kUntouched = 77;
      const std::uint32_t count = countMarks(marks);
      std::vector<std::uint32_t> written(count + 70, kUntouched);
      writeMarked(marks, 1000, count, written.data());
      for (std::size_t i = count; i < written.size(); ++i) EXPECT_EQ(written[i], kUntouched) << "rows of others";
      written.resize(count);
      return written;
    };
    ASSERT_EQ(KindTable(passes).passesAll(), std::count(passes.begin(), passes.end(), 0) == 0);
    ASSERT_EQ(writtenRows(), expected) << "round " << round;

    keepTimes(times, since, width, marks);
    std::erase_if(expected, [&](std::uint32_t row) { return times[row - 1000] - since >= width; });
    ASSERT_EQ(writtenRows(), expected) << "round " << round;
  }
}

}  // namespace
}  // namespace undelivered
