// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recipient.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "base/short_text.h"

namespace undelivered {
namespace {

std::string normalised(std::string_view text) {
  std::string buffer;
  return std::string(normaliseRecipient(text, buffer));
}

std::uint32_t hashOf(const std::string& text) {
  std::string buffer;
  const std::string padded = text + std::string(kPaddedBytes, 'Z');
  const std::uint32_t hash = hashRecipient(std::string_view(padded).substr(0, text.size()), true, buffer);
  EXPECT_EQ(hash, hashRecipient(text, false, buffer)) << text;
  return hash;
}

TEST(Recipient, SpellingsOfOneAreOne) {
  EXPECT_EQ(normalised("Erika Muster <Erika@Example.ORG>"), "erika@example.org");
  EXPECT_EQ(normalised("erika+tag@example.org"), "erika+tag@example.org");
  EXPECT_EQ(normalised("+49 (176) 040-69/000"), "4917604069000");
  EXPECT_EQ(normalised("004917604069000"), "4917604069000");
  EXPECT_EQ(normalised("Postfach 12"), "Postfach 12");
  EXPECT_EQ(normalised("+"), "+");
  EXPECT_EQ(hashOf("erika@example.org"), hashOf("Erika Muster <Erika@Example.ORG>"));
  EXPECT_EQ(hashOf("+4917604069000"), hashOf("0049 176 04069000"));
  EXPECT_EQ(hashOf("+4917604069000"), hashOf("4917604069000"));
  EXPECT_EQ(hashOf(""), 0u);
  EXPECT_NE(hashOf("+"), 0u);
}

TEST(Recipient, HashesAreEqualWhereTheNormalisedFormsAre) {
  std::mt19937 random(11);
  std::map<std::string, std::uint32_t> seen;
  std::map<std::uint32_t, std::string> owner;
  for (int i = 0; i < 200'000; ++i) {
    // Few characters and sizes around those of words, so that spellings of the same meet.
    std::string text(random() % 36, ' ');
    const std::string_view letters = i % 2 == 0 ? "00149+ -:" : "aAbZz@<>.0";
    for (char& c : text) c = letters[random() % letters.size()];
    if (i % 5 == 0 && text.size() > 3) text[0] = '+';
    const std::string normal = normalised(text);
    const std::uint32_t hash = hashOf(text);
    const auto [entry, isNew] = seen.emplace(normal, hash);
    ASSERT_EQ(entry->second, hash) << text << " and another spelling of " << normal;
    if (isNew) owner.emplace(hash, normal);
  }
  // Collisions of 32 bits are rare: about three among so many.
  EXPECT_GT(owner.size() + 30, seen.size());
}

TEST(Recipient, SpellingsOfOneAreOneHoweverLongItIs) {
  std::map<std::uint32_t, std::string> hashes;
  for (std::size_t size = 1; size <= 90; ++size) {
    const std::string address = std::string(size, 'a') + "@x.de";
    EXPECT_EQ(hashOf(address), hashOf(std::string(size, 'A') + "@X.de")) << size;
    EXPECT_EQ(hashOf(address), hashOf("A <" + address + ">")) << size;
    const std::string number(size, '7');
    EXPECT_EQ(hashOf(number), hashOf("+" + number)) << size;
    EXPECT_EQ(hashOf(number), hashOf("00 " + number)) << size;
    for (const std::string& text : {address, number, std::string(size, 'x')})
      EXPECT_TRUE(hashes.emplace(hashOf(text), text).second) << text;
  }
}

}  // namespace
}  // namespace undelivered
