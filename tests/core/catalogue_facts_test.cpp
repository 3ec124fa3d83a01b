// SPDX-License-Identifier: GPL-3.0-or-later
// The platform's table of communication errors, typed here a second time: the built-in catalogue must say just this.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "classify/catalogue.h"

namespace undelivered {
namespace {

using enum Persistence;
constexpr EnumSet<Channel> kEmail{Channel::Email};
constexpr EnumSet<Channel> kSms{Channel::Sms};
constexpr EnumSet<Channel> kBoth{Channel::Email, Channel::Sms};

struct Fact {
  const char* code;
  std::vector<std::string> aliases;
  EnumSet<Channel> channels;
  Persistence persistence;
  Actionability actionability;
  Phase phase;
  bool hasAction;
};

const std::vector<Fact>& facts() {
  using A = Actionability;
  static const std::vector<Fact> kFacts{
      {"INVALID_EMAIL_ADDRESS", {}, kEmail, Permanent, A::Yes, Phase::Before, true},
      {"INVALID_MOBILE_NUMBER", {}, kSms, Permanent, A::Yes, Phase::Before, true},
      {"BOUNCE_TRANSIENT_MESSAGE_TOO_LARGE", {}, kEmail, Temporary, A::Yes, Phase::After, true},
      {"BOUNCE_TRANSIENT_CONTENT_REJECTED", {}, kEmail, Temporary, A::Yes, Phase::After, true},
      {"BOUNCE_TRANSIENT_ATTACHMENT_REJECTED", {}, kEmail, Temporary, A::Yes, Phase::After, true},
      {"BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE", {}, kEmail, Permanent, A::No, Phase::After, false},
      {"BOUNCE_PERMANENT_ON_SUPPRESSION_LIST", {}, kEmail, Permanent, A::Partially, Phase::After, true},
      {"BOUNCE_PERMANENT_GENERAL", {}, kEmail, Permanent, A::No, Phase::After, false},
      {"REJECTED", {"REJECTD"}, kSms, Temporary, A::No, Phase::After, false},
      {"HANDOVER_ERROR", {}, kBoth, Temporary, A::Yes, Phase::While, false},
      {"BOUNCE_TRANSIENT_MBX_FULL", {}, kEmail, Temporary, A::No, Phase::After, false},
      {"BOUNCE_TRANSIENT_GENERAL", {}, kEmail, Temporary, A::No, Phase::After, false},
      {"UNDELIV", {"FAILED"}, kSms, Permanent, A::Yes, Phase::After, true},
      {"EXPIRED", {}, kSms, Permanent, A::Yes, Phase::After, true},
  };
  return kFacts;
}

TEST(CatalogueFacts, EveryReasonWithEveryFact) {
  const auto catalogue = Catalogue::builtIn();
  ASSERT_EQ(catalogue->reasons().size(), 14u);
  std::size_t spellings = 0;
  for (const Fact& fact : facts()) {
    const auto id = catalogue->find(fact.code);
    ASSERT_TRUE(id) << fact.code;
    const Reason& reason = catalogue->reason(*id);
    EXPECT_EQ(reason.code, fact.code);
    EXPECT_EQ(reason.aliases, fact.aliases) << fact.code;
    EXPECT_EQ(reason.channels, fact.channels) << fact.code;
    EXPECT_EQ(reason.persistence, fact.persistence) << fact.code;
    EXPECT_EQ(reason.actionability, fact.actionability) << fact.code;
    EXPECT_EQ(reason.phase, fact.phase) << fact.code;
    for (const char* language : {"en", "de"}) {
      ASSERT_TRUE(reason.texts.contains(language)) << fact.code;
      EXPECT_FALSE(reason.text(language).title.empty()) << fact.code;
      EXPECT_FALSE(reason.text(language).explanation.empty()) << fact.code;
      EXPECT_EQ(!reason.text(language).action.empty(), fact.hasAction) << fact.code << " " << language;
    }
    EXPECT_NE(reason.text("en").explanation, reason.text("de").explanation) << fact.code;
    spellings += 1 + reason.aliases.size();
  }
  EXPECT_EQ(spellings, 16u);
}

TEST(CatalogueFacts, SpellingsMatchRegardlessOfCaseBlanksAndDashes) {
  const auto catalogue = Catalogue::builtIn();
  for (const Fact& fact : facts()) {
    std::vector<std::string> spellings = fact.aliases;
    spellings.push_back(fact.code);
    for (const std::string& spelling : spellings) {
      std::string lower = spelling;
      std::string dashed = spelling;
      std::string blanks = " ";
      for (char& c : lower) c = static_cast<char>(std::tolower(c));
      std::replace(dashed.begin(), dashed.end(), '_', '-');
      for (char c : spelling) blanks += c == '_' ? ' ' : c;
      for (const std::string& text : {spelling, lower, dashed, blanks + " "}) {
        const auto id = catalogue->find(text);
        ASSERT_TRUE(id) << text;
        EXPECT_EQ(catalogue->reason(*id).code, fact.code) << text;
      }
    }
  }
}

TEST(CatalogueFacts, CellWithSeveralSpellingsOfOneReasonIsItsRow) {
  const auto catalogue = Catalogue::builtIn();
  for (const char* cell : {"REJECTED / REJECTD", "rejectd|rejected", "REJECTED,REJECTD"}) {
    ASSERT_TRUE(catalogue->find(cell)) << cell;
    EXPECT_EQ(catalogue->reason(*catalogue->find(cell)).code, "REJECTED");
  }
  EXPECT_EQ(catalogue->reason(*catalogue->find("UNDELIV / FAILED")).code, "UNDELIV");
  for (const char* cell : {"REJECTED / FAILED", "REJECTED / NEW", "", "/", " ", "BOUNCE", "EXPIRED!"}) {
    EXPECT_FALSE(catalogue->find(cell)) << cell;
  }
}

}  // namespace
}  // namespace undelivered
