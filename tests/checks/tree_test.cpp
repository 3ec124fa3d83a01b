// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of the tree: the rules of the architecture, held over every file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/process.h"
#include "support/temporary_folder.h"
#include "tree.h"

namespace undelivered::checks {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::vector<std::string> kSources{".cpp", ".h"};

/// What a rule finds in all files of a folder, of which there must be some.
Findings findIn(std::string_view folder, const std::vector<std::string>& endings,
                const std::function<Findings(const File&)>& rule) {
  Findings all;
  const auto files = filesOf(folder, endings);
  EXPECT_FALSE(files.empty()) << folder;
  for (const File& file : files) {
    for (const std::string& finding : rule(file)) all.push_back(finding);
  }
  return all;
}

TEST(Tree, CoreIncludesDownwardsOnly) { EXPECT_THAT(findIn("core/", kSources, layerFindings), IsEmpty()); }

TEST(Tree, NoQtInCoreAndCommandLineProgram) {
  EXPECT_THAT(findIn("core/", kSources, qtFindings), IsEmpty());
  EXPECT_THAT(findIn("app/cli/", kSources, qtFindings), IsEmpty());
}

TEST(Tree, QtChartsInItsFolderOnly) {
  EXPECT_THAT(findIn("app/", kSources, qtChartsFindings), IsEmpty());
  EXPECT_THAT(findIn("core/", kSources, qtChartsFindings), IsEmpty());
}

TEST(Tree, SystemHeadersInOneFileOfTheCoreOnly) {
  EXPECT_THAT(findIn("core/", kSources, systemHeaderFindings), IsEmpty());
}

TEST(Tree, NoNestedEventLoopsAndNoSingletons) {
  for (const char* word : {"processEvents", "static [A-Za-z:]+ ?[&*] ?instance\\("}) {
    const auto rule = [&](const File& file) { return wordFindings(file, word); };
    EXPECT_THAT(findIn("app/", kSources, rule), IsEmpty());
    EXPECT_THAT(findIn("core/", kSources, rule), IsEmpty());
  }
}

TEST(Tree, TestsShareNoFileName) {
  // Tests run at the same time, each a process of its own: a name they share is a file they take from each other.
  const auto rule = [](const File& file) { return wordFindings(file, "::TempDir[(]|/tm[p]/"); };
  EXPECT_THAT(findIn("tests/", kSources, rule), IsEmpty());
}

TEST(Tree, NoHiddenLocaleInCore) {
  const auto rule = [](const File& file) { return wordFindings(file, "setlocale|std::locale|<locale>|localtime"); };
  EXPECT_THAT(findIn("core/", kSources, rule), IsEmpty());
}

TEST(Tree, EverySourceStartsWithItsLicence) {
  EXPECT_THAT(findIn("", {".cpp", ".h", ".mjs", ".cmake", "CMakeLists.txt", "dev"}, licenceFindings), IsEmpty());
  EXPECT_THAT(findIn("resources/catalogue/", {".toml"}, licenceFindings), IsEmpty());
  EXPECT_THAT(findIn("resources/reports/", {".toml"}, licenceFindings), IsEmpty());
}

TEST(Tree, NoFileIsTooLong) {
  EXPECT_THAT(findIn("", {".cpp", ".h", ".mjs", ".cmake", "CMakeLists.txt", "dev"}, lengthFindings), IsEmpty());
}

TEST(Tree, FilesAreNamedInSnakeCase) { EXPECT_THAT(findIn("", kSources, nameFindings), IsEmpty()); }

TEST(Tree, TranslationsAreComplete) {
  const auto files = filesOf("translations/", {".ts"});
  std::vector<std::string> names;
  for (const File& file : files) {
    names.push_back(file.path);
    EXPECT_THAT(translationFindings(file), IsEmpty());
  }
  if (files.empty()) return;  // a tree without the window has nothing to translate
  EXPECT_THAT(names, Contains("translations/undelivered_de.ts"));
  EXPECT_THAT(names, Contains("translations/undelivered_en.ts"));
}

TEST(Tree, TopLevelHoldsWhatBelongsThere) {
  const std::vector<std::string> allowed{
      "CMakeLists.txt", "app",         "core",    "resources", "translations", "tests",      "README.md",        ".ci",
      ".clang-format",  ".clang-tidy", "LICENSE", "dev",       ".gitignore",   "vcpkg.json", "CMakePresets.json"};
  for (const std::string& entry : topLevelEntries()) EXPECT_THAT(allowed, Contains(entry));
}

/// Every library that a program loads, by the loader's own word.
std::string librariesOf(const std::string& program) {
  test::ProcessSetup setup;
  setup.command = {"ldd", program};
  const auto end = test::runProcess(setup);
  EXPECT_EQ(end.exitCode, 0) << end.err;
  EXPECT_THAT(end.out, HasSubstr("libstdc++")) << "the list is one of libraries";
  return end.out;
}

TEST(LinkClosure, OfTheCommandLineProgramHasNoQt) { EXPECT_THAT(librariesOf(UNDELIVERED_CLI), Not(HasSubstr("Qt"))); }

TEST(LinkClosure, OfTheCoreHasNoQt) {
  // All of the core, whatever of it this program uses.
  const std::string libraries = test::readFile(UNDELIVERED_CORE_LIBRARIES);
  EXPECT_THAT(libraries, HasSubstr("simdjson")) << "the list is one of libraries";
  EXPECT_THAT(libraries, Not(HasSubstr("Qt")));
  EXPECT_THAT(librariesOf(UNDELIVERED_CORE_TESTS), Not(HasSubstr("Qt")));
}

}  // namespace
}  // namespace undelivered::checks
