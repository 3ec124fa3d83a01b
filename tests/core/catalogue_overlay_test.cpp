// SPDX-License-Identifier: GPL-3.0-or-later
// A user's catalogue: what it adds and overrides, and what it is refused for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "classify/built_in_catalogue.h"
#include "classify/catalogue.h"
#include "support/memory_files.h"

namespace undelivered {
namespace {

using ::testing::HasSubstr;

Result<std::shared_ptr<const Catalogue>> overlay(const std::string& toml) {
  return Catalogue::parse(toml, "mine.toml", Catalogue::builtIn().get());
}

std::shared_ptr<const Catalogue> taken(const std::string& toml) {
  const auto made = overlay(toml);
  EXPECT_TRUE(made) << made.error().line << ": " << made.error().detail;
  return made ? *made : Catalogue::builtIn();
}

const Reason& find(const Catalogue& catalogue, const char* code) {
  const auto id = catalogue.find(code);
  EXPECT_TRUE(id) << code;
  return catalogue.reason(id.value_or(ReasonId{0}));
}

TEST(CatalogueOverlay, AddsAReasonWithEverything) {
  const auto catalogue = taken(R"(
format = 1
[[reason]]
code = "COMPLAINT"
aliases = ["SPAM_REPORT"]
channels = ["email", "letter"]
persistence = "permanent"
actionable = "partially"
phase = "after"
[reason.text.en]
title = "Complaint"
explanation = "They complained."
action = "Call."
[reason.text.fr]
title = "Plainte"
)");
  EXPECT_EQ(catalogue->reasons().size(), 15u);
  const Reason& reason = find(*catalogue, "spam-report");
  EXPECT_EQ(reason.code, "COMPLAINT");
  EXPECT_EQ(reason.channels, (EnumSet<Channel>{Channel::Email, Channel::Letter}));
  EXPECT_EQ(reason.persistence, Persistence::Permanent);
  EXPECT_EQ(reason.actionability, Actionability::Partially);
  EXPECT_EQ(reason.phase, Phase::After);
  EXPECT_EQ(reason.text("en").action, "Call.");
  EXPECT_EQ(reason.text("fr").title, "Plainte");
  EXPECT_EQ(reason.text("de").title, "Complaint") << "English where a language has no text";
  EXPECT_EQ(catalogue->languages(), (std::vector<std::string>{"de", "en", "fr"}));
}

TEST(CatalogueOverlay, OverridesOnlyWhatItNames) {
  const auto catalogue = taken(R"(
format = 1
[[reason]]
code = "expired"
phase = "while"
[reason.text.de]
title = "Zu spät"
)");
  const Reason& before = find(*Catalogue::builtIn(), "EXPIRED");
  const Reason& after = find(*catalogue, "EXPIRED");
  EXPECT_EQ(catalogue->reasons().size(), 14u);
  EXPECT_EQ(after.code, "EXPIRED");
  EXPECT_EQ(after.phase, Phase::While);
  EXPECT_EQ(after.persistence, before.persistence);
  EXPECT_EQ(after.channels, before.channels);
  EXPECT_EQ(after.text("de").title, "Zu spät");
  EXPECT_EQ(after.text("de").explanation, before.text("de").explanation);
  EXPECT_EQ(after.text("en"), before.text("en"));
}

TEST(CatalogueOverlay, AddsAnAliasToABuiltInReason) {
  const auto catalogue = taken("format = 1\n[[reason]]\ncode = \"REJECTD\"\naliases = [\"BLOCKED\", \"rejected\"]\n");
  EXPECT_EQ(find(*catalogue, "blocked").code, "REJECTED");
  EXPECT_EQ(find(*catalogue, "BLOCKED").aliases, (std::vector<std::string>{"REJECTD", "BLOCKED"}));
}

TEST(CatalogueOverlay, LeavesTheBuiltInOneAsItWas) {
  taken("format = 1\n[[reason]]\ncode = \"NEW\"\n[[reason]]\ncode = \"EXPIRED\"\nphase = \"before\"\n");
  EXPECT_EQ(Catalogue::builtIn()->reasons().size(), 14u);
  EXPECT_EQ(find(*Catalogue::builtIn(), "EXPIRED").phase, Phase::After);
}

TEST(CatalogueOverlay, BuiltInTextIsACatalogueFileByItself) {
  const auto again = Catalogue::parse(builtInCatalogueText(), "again.toml", nullptr);
  ASSERT_TRUE(again);
  EXPECT_EQ((*again)->reasons().size(), 14u);
}

struct Broken {
  const char* toml;
  std::uint64_t line;
  const char* cause;
};

TEST(CatalogueRefusal, TellsLineAndCause) {
  const std::vector<Broken> cases{
      {"format = 1\n[[reason]\ncode = \"X\"\n", 2, ""},
      {"format = 1\n[[reason]]\ncode = \"X\n", 3, ""},
      {"format = 1\n[[reason]]\ncode = \"X\"\ncode = \"Y\"\n", 4, ""},
      {"format = 1\n# M\xFCller\n", 2, "must be saved as UTF-8"},
      {"[[reason]]\ncode = \"X\"\n", 1, "\"format = 1\" is missing"},
      {"\nformat = 2\n", 2, "format must be 1"},
      {"format = 1\n\ncolour = \"red\"\n", 3, "unknown key \"colour\"; known here: format, reason"},
      {"format = 1\n[[reason]]\ncode = \"X\"\ncolour = \"red\"\n", 4, "unknown key \"colour\""},
      {"format = 1\n[[reason]]\ncode = \"X\"\n[reason.text.en]\ntitel = \"T\"\n", 5, "unknown key \"titel\""},
      {"format = 1\n[[reason]]\ncode = \"X\"\npersistence = \"forever\"\n", 4, "\"persistence\" must be one of"},
      {"format = 1\n[[reason]]\ncode = \"X\"\nactionable = true\n", 4, "\"actionable\" must be one of"},
      {"format = 1\n[[reason]]\ncode = \"X\"\nphase = 3\n", 4, "\"phase\" must be one of: before, while, after"},
      {"format = 1\n[[reason]]\ncode = \"X\"\nchannels = [\"fax\"]\n", 4, "unknown channel \"fax\""},
      {"format = 1\n[[reason]]\ncode = \"X\"\nchannels = \"sms\"\n", 4, "must be a list of texts"},
      {"format = 1\n[[reason]]\ncode = \"X\"\naliases = [1]\n", 4, "must be a text in quotes"},
      {"format = 1\n[[reason]]\ncode = 7\n", 3, "\"code\" must be a text in quotes"},
      {"format = 1\n[[reason]]\nphase = \"after\"\n", 2, "a reason needs a code"},
      {"format = 1\n[[reason]]\ncode = \" - \"\n", 3, "a code must have letters or digits"},
      {"format = 1\n[[reason]]\ncode = \"X\"\naliases = [\"\"]\n", 4, "an alias must have letters or digits"},
      {"format = 1\n[[reason]]\ncode = \"X\"\naliases = [\n  \"A\",\n  \"\"]\n", 6,
       "an alias must have letters or digits"},
      {"format = 1\n[[reason]]\ncode = \"X\"\nchannels = [\"sms\",\n\"fax\"]\n", 5, "unknown channel \"fax\""},
      {"format = 1\nreason = 1\n", 2, "reasons are written as [[reason]]"},
      {"format = 1\n[[reason]]\ncode = \"X\"\ntext = \"T\"\n", 4, "texts are written as [reason.text.en]"},
  };
  for (const Broken& broken : cases) {
    const auto made = overlay(broken.toml);
    ASSERT_FALSE(made) << broken.toml;
    EXPECT_EQ(made.error().code, ErrorCode::CatalogueInvalid) << broken.toml;
    EXPECT_EQ(made.error().subject, "mine.toml") << broken.toml;
    EXPECT_EQ(made.error().line, broken.line) << broken.toml << made.error().detail;
    EXPECT_THAT(made.error().detail, HasSubstr(broken.cause)) << broken.toml;
    EXPECT_FALSE(made.error().detail.empty()) << broken.toml;
  }
}

TEST(CatalogueRefusal, SpellingThatTwoReasonsClaim) {
  const auto builtIn = overlay("format = 1\n[[reason]]\ncode = \"NEW\"\naliases = [\"re-jectd\"]\n");
  ASSERT_FALSE(builtIn);
  EXPECT_EQ(builtIn.error().line, 4u);
  EXPECT_EQ(builtIn.error().detail, "\"re-jectd\" is claimed by REJECTED and by NEW");
  const auto own =
      overlay("format = 1\n[[reason]]\ncode = \"A\"\naliases = [\"C\"]\n[[reason]]\ncode = \"B\"\naliases = [\"c\"]\n");
  ASSERT_FALSE(own);
  EXPECT_EQ(own.error().line, 7u);
  EXPECT_EQ(own.error().detail, "\"c\" is claimed by A and by B");
  const auto code = overlay("format = 1\n[[reason]]\ncode = \"A\"\naliases = [\"B\"]\n[[reason]]\ncode = \"B\"\n");
  ASSERT_FALSE(code);
  EXPECT_EQ(code.error().line, 6u);
  const auto twice = overlay("format = 1\n[[reason]]\ncode = \"A\"\n[[reason]]\ncode = \"a\"\n");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().line, 5u);
  EXPECT_EQ(twice.error().detail, "\"a\" is described twice");
}

TEST(CatalogueLoad, ReadsAFileAndTellsWhatIsWrongWithIt) {
  test::MemoryFiles files;
  files.files["mine.toml"] = "format = 1\n[[reason]]\ncode = \"NEW\"\n";
  files.files["bad.toml"] = "format = 1\nx = 1\n";
  const auto made = Catalogue::load("mine.toml", files);
  ASSERT_TRUE(made);
  EXPECT_EQ((*made)->reasons().size(), 15u);
  EXPECT_EQ(Catalogue::load("bad.toml", files).error().line, 2u);
  EXPECT_EQ(Catalogue::load("none.toml", files).error().code, ErrorCode::FileNotFound);
  files.readFault = [](std::uint64_t) { return EIO; };
  EXPECT_EQ(Catalogue::load("mine.toml", files).error().code, ErrorCode::ReadFailed);
  files.readFault = nullptr;
  files.files["mine.toml"] = "\xEF\xBB\xBF" + files.files["mine.toml"];  // as Notepad saves it
  EXPECT_TRUE(Catalogue::load("mine.toml", files));
  files.files["huge.toml"] = "format = 1\n" + std::string(17 << 20, '#');
  EXPECT_EQ(Catalogue::load("huge.toml", files).error().code, ErrorCode::CatalogueInvalid);
}

}  // namespace
}  // namespace undelivered
