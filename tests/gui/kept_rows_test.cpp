// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "document/kept_rows.h"

namespace undelivered {
namespace {

using Places = std::vector<PlaceRange>;

SelectedPlaces placed(const RowSet& after, const RowSet& before, const SelectedPlaces& selected, bool same = false) {
  return placesIn(after, before, selected, same, {}).value();
}

RowSet reversed(std::uint32_t count) {
  std::vector<std::uint32_t> rows(count);
  std::iota(rows.rbegin(), rows.rend(), 0u);
  return RowSet(std::move(rows));
}

std::set<std::uint32_t> idsOf(const RowSet& rows, const Places& ranges) {
  std::set<std::uint32_t> ids;
  for (const PlaceRange& range : ranges) {
    for (std::uint32_t place = range.first; place <= range.last; ++place) ids.insert(rows[place].value);
  }
  return ids;
}

TEST(KeptRows, AreFoundInTheOtherOrder) {
  const SelectedPlaces selected{{{0, 1}, {7, 7}}, 7};
  const SelectedPlaces kept = placed(reversed(10), RowSet::all(10), selected);
  EXPECT_EQ(kept.ranges, (Places{{2, 2}, {8, 9}}));
  EXPECT_EQ(kept.current, 2u);
  const SelectedPlaces back = placed(RowSet::all(10), reversed(10), kept);
  EXPECT_EQ(back.ranges, selected.ranges);
  EXPECT_EQ(back.current, selected.current);
}

TEST(KeptRows, ThatAreFilteredOutAreLeftOut) {
  const RowSet after(std::vector<std::uint32_t>{9, 3, 4, 1});
  const SelectedPlaces kept = placed(after, RowSet::all(10), {{{2, 4}}, 2});
  EXPECT_EQ(kept.ranges, (Places{{1, 2}}));
  EXPECT_EQ(kept.current, std::nullopt);
  EXPECT_TRUE(placed({}, RowSet::all(10), {{{2, 4}}, 2}).ranges.empty());
}

TEST(KeptRows, AllOfTheSameRowsAreAllAgain) {
  const SelectedPlaces all{{{0, 999}}, 10};
  for (const bool same : {true, false}) {
    const SelectedPlaces kept = placed(reversed(1000), RowSet::all(1000), all, same);
    EXPECT_EQ(kept.ranges, (Places{{0, 999}}));
    EXPECT_EQ(kept.current, 989u);
  }
  const SelectedPlaces part = placed(reversed(1000), RowSet::all(1000), {{{0, 998}}, {}}, true);
  EXPECT_EQ(part.ranges, (Places{{1, 999}})) << "a part of the same rows is looked for";
}

TEST(KeptRows, AllOfFewerRowsAreAPartOfMore) {
  const RowSet before(std::vector<std::uint32_t>{5, 6, 20});
  EXPECT_EQ(placed(RowSet::all(30), before, {{{0, 2}}, {}}).ranges, (Places{{5, 6}, {20, 20}}));
}

TEST(KeptRows, TheLastRowThereCanBeIsKept) {
  const RowSet rows(std::vector<std::uint32_t>{0, 4'294'967'294, 4'294'967'295});
  const SelectedPlaces kept = placed(rows, rows, {{{1, 2}}, 2});
  EXPECT_EQ(kept.ranges, (Places{{1, 2}}));
  EXPECT_EQ(kept.current, 2u);
}

TEST(KeptRows, ScatteredOverTooManyRangesNoneIsKeptButTheCurrentRowIs) {
  const std::uint32_t count = 3 * static_cast<std::uint32_t>(kMostRangesKept);
  SelectedPlaces selected{{}, 7};
  for (std::uint32_t place = 0; selected.ranges.size() < kMostRangesKept; place += 2) {
    selected.ranges.push_back({place, place});
  }
  EXPECT_EQ(placed(reversed(count), RowSet::all(count), selected).ranges.size(), kMostRangesKept);
  EXPECT_FALSE(placed(reversed(count), RowSet::all(count), selected).tooScattered);
  const std::uint32_t further = selected.ranges.back().last + 2;
  selected.ranges.push_back({further, further});
  const SelectedPlaces kept = placed(reversed(count), RowSet::all(count), selected);
  EXPECT_TRUE(kept.ranges.empty());
  EXPECT_TRUE(kept.tooScattered);
  EXPECT_EQ(kept.current, count - 8);
}

TEST(KeptRows, AreTheSameAsLookedForOneByOne) {
  std::minstd_rand engine(7);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  for (int round = 0; round < 200; ++round) {
    const auto shuffled = [&] {
      std::vector<std::uint32_t> rows(200);
      std::iota(rows.begin(), rows.end(), 1000u);
      std::shuffle(rows.begin(), rows.end(), engine);
      rows.resize(random() % 200 + 1);
      return RowSet(std::move(rows));
    };
    const RowSet before = shuffled();
    const RowSet after = shuffled();
    SelectedPlaces selected;
    for (std::uint32_t place = random() % 9; place < before.size(); place += random() % 30 + 2) {
      const std::uint32_t end = std::min(before.size() - 1, place + random() % 5);
      selected.ranges.push_back({place, end});
      place = end;
    }
    std::set<std::uint32_t> expected;
    const auto wanted = idsOf(before, selected.ranges);
    for (std::uint32_t place = 0; place < after.size(); ++place) {
      if (wanted.contains(after[place].value)) expected.insert(after[place].value);
    }
    const Places ranges = placed(after, before, selected).ranges;
    EXPECT_EQ(idsOf(after, ranges), expected);
    for (std::size_t i = 1; i < ranges.size(); ++i) EXPECT_GT(ranges[i].first, ranges[i - 1].last + 1);
  }
}

TEST(KeptRows, StopWhenTheyAreAskedTo) {
  std::stop_source stop;
  stop.request_stop();
  const auto kept = placesIn(reversed(10), RowSet::all(10), {{{0, 1}}, {}}, false, stop.get_token());
  ASSERT_FALSE(kept.has_value());
  EXPECT_TRUE(kept.error().isCancelled());
}

}  // namespace
}  // namespace undelivered
