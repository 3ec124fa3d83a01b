// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/short_text.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

namespace undelivered {
namespace {

TEST(ShortText, HashHangsOnTheTextAloneAndNotOnWhatFollows) {
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string text = std::string("BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE_AND_MORE").substr(0, size);
    const std::string followedByA = text + std::string(kPaddedBytes, 'a');
    const std::string followedByB = text + std::string(kPaddedBytes, '\xFF');
    const std::uint64_t hash = hashWords(text, false);
    EXPECT_EQ(hash, hashWords(std::string_view(followedByA).substr(0, size), true)) << size;
    EXPECT_EQ(hash, hashWords(std::string_view(followedByB).substr(0, size), true)) << size;
  }
}

TEST(ShortText, DifferentTextsHaveDifferentHashes) {
  std::mt19937 random(7);
  std::set<std::string> texts;
  for (std::size_t size = 0; size <= 34; ++size) texts.insert(std::string(size, '\0'));  // the size alone differs
  for (int c = 1; c < 256; ++c) {  // and where the first character differs as well
    for (std::size_t zeros = 0; zeros < 16; ++zeros) texts.insert(static_cast<char>(c) + std::string(zeros, '\0'));
  }
  while (texts.size() < 20000) {
    std::string text(random() % 34, ' ');
    for (char& c : text) c = "ab01"[random() % 4];
    texts.insert(text);
  }
  std::set<std::uint64_t> hashes;
  for (const std::string& text : texts) hashes.insert(hashWords(text, false));
  EXPECT_EQ(hashes.size(), texts.size());
}

}  // namespace
}  // namespace undelivered
