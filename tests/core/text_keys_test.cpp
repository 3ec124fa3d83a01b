// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text_keys.h"

#include <algorithm>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace undelivered {
namespace {

/// Keys of few different bytes behind a beginning that some share, each with its zero.
std::vector<std::string> someKeys(std::mt19937& random, std::size_t count) {
  std::vector<std::string> beginnings;
  for (const std::size_t size : {0u, 3u, 8u, 16u, 21u, 63u, 64u, 65u, 200u}) beginnings.emplace_back(size, '\x7F');
  beginnings.emplace_back(40, '\xFF');
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < count; ++i) {
    std::string key = beginnings[random() % beginnings.size()];
    for (auto n = random() % 12; n > 0; --n) key += "\x01\x02\x7F\x80\xFF"[random() % 5];
    keys.push_back(key + '\0');
  }
  return keys;
}

void expectSortedLikeTheLibrary(const std::vector<std::string>& keys) {
  const std::size_t count = keys.size();
  std::string together;
  std::vector<TextKey> entries;
  for (std::uint32_t row = 0; row < count; ++row) {
    entries.push_back({beginningOf(keys[row]), together.size(), static_cast<std::uint32_t>(keys[row].size()), row});
    together += keys[row];
  }
  for (const bool descending : {false, true}) {
    std::vector<std::uint32_t> expected(count);
    for (std::uint32_t row = 0; row < count; ++row) expected[row] = row;
    std::stable_sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
      return descending ? keys[b] < keys[a] : keys[a] < keys[b];
    });
    std::vector<TextKey> sorted = entries;
    sortTextKeys(sorted, together, descending, {});
    for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(sorted[i].row, expected[i]) << i << " of " << count;
  }
}

TEST(TextKeys, AreSortedLikeTheStandardLibrarySortsThem) {
  std::mt19937 random(1);
  for (const std::size_t count : {0u, 1u, 2u, 511u, 512u, 513u, 4000u, 60'000u})
    expectSortedLikeTheLibrary(someKeys(random, count));
}

TEST(TextKeys, AreSortedWhereOneAloneDiffers) {
  for (std::size_t place = 0; place < 20; ++place) {
    for (const std::size_t row : {0u, 700u, 999u}) {
      for (const char differs : {'\x02', '\x7F'}) {
        std::vector<std::string> keys(1000, std::string(20, '\x40') + '\0');
        keys[row][place] = differs;
        expectSortedLikeTheLibrary(keys);
      }
    }
  }
}

TEST(TextKeys, BrokenOffNoneIsLost) {
  std::mt19937 random(2);
  std::string keys;
  std::vector<TextKey> entries;
  for (std::uint32_t row = 0; row < 5000; ++row) {
    const std::string key = std::to_string(random()) + '\0';
    entries.push_back({beginningOf(key), keys.size(), static_cast<std::uint32_t>(key.size()), row});
    keys += key;
  }
  std::stop_source stop;
  stop.request_stop();
  sortTextKeys(entries, keys, false, stop.get_token());
  std::vector<std::uint32_t> rows;
  for (const TextKey& entry : entries) rows.push_back(entry.row);
  std::sort(rows.begin(), rows.end());
  for (std::uint32_t row = 0; row < 5000; ++row) ASSERT_EQ(rows[row], row);
}

}  // namespace
}  // namespace undelivered
