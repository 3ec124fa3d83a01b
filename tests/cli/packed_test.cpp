// SPDX-License-Identifier: GPL-3.0-or-later
// Packed logs on the command line: from a file, a folder, standard input; and what is told of what cannot be read.
#include <gmock/gmock.h>

#include "cli.h"
#include "support/pack.h"

namespace undelivered::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class Packed : public ::testing::Test {
 protected:
  static std::string countOf(const Arguments& arguments, const std::string& input = {}) {
    Arguments all{"summary", "--by", "channel", "--format", "csv"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return cliOutput(all, input);
  }

  TemporaryFolder m_folder;
};

TEST_F(Packed, LogsCountAsTheyAre) {
  const std::string right = countOf({m_folder.write("log.csv", smallLog()).string()});
  EXPECT_EQ(countOf({m_folder.write("log.csv.gz", gzipOf(smallLog())).string()}), right);
  EXPECT_EQ(countOf({m_folder.write("log.csv.zst", zstdOf(smallLog())).string()}), right);
  EXPECT_EQ(countOf({m_folder.write("log.zip", zipOf({{"log.csv", smallLog()}})).string()}), right);
  EXPECT_EQ(countOf({"-"}, gzipOf(smallLog())), right);
  EXPECT_EQ(countOf({"-"}, zipOf({{"log.csv", smallLog()}})), right);
  EXPECT_EQ(countOf({m_folder.path().string()}), right) << "four times the same";
}

TEST_F(Packed, InspectTellsTheContainerAndWhatWasNotRead) {
  const auto zip = m_folder.write(
      "logs.zip", zipOf({{"a/log.csv.gz", gzipOf(smallLog()) + std::string(9, '\0')}, {"read me.txt", "Dear all\n"}}));
  const std::string english = cliOutput({"inspect", zip.string(), "--lang", "en"});
  EXPECT_THAT(english, AllOf(HasSubstr(zip.string() + "/a/log.csv.gz\n"), HasSubstr(", packed in zip/gzip\n"),
                             HasSubstr(zip.string() + "/read me.txt:0  Dear all"),
                             HasSubstr("9 zero bytes behind the compressed data")));
  const std::string german = cliOutput({"inspect", zip.string(), "--lang", "de"});
  EXPECT_THAT(german, AllOf(HasSubstr(", gepackt in zip/gzip\n"), HasSubstr("9 Null-Bytes hinter den komprimierten")));
  const std::string text = cliOutput({"inspect", zip.string(), "--format", "json"});
  EXPECT_THAT(text, AllOf(HasSubstr(R"("container":"zip/gzip")"), HasSubstr(R"("partNotRead")")));
}

TEST_F(Packed, DamageIsToldInBothLanguages) {
  const auto cut = m_folder.write("log.gz", gzipOf(smallLog()).substr(0, 100));
  const ProcessEnd english = cli({"summary", cut.string(), "--lang", "en"});
  EXPECT_EQ(english.exitCode, 3);
  EXPECT_EQ(english.out, "");
  EXPECT_EQ(english.err,
            "undelivered-cli: " + cut.string() +
                ": is damaged, and nothing of it was read: its compressed data ends in the middle, at byte "
                "100. Get the file again.\n");
  EXPECT_THAT(
      cli({"summary", cut.string(), "--lang", "de"}).err,
      HasSubstr("ist beschädigt, nichts davon wurde gelesen: die komprimierten Daten brechen mittendrin ab, bei "
                "Byte 100"));
  const auto locked = m_folder.write("locked.zip", zipOf({{"a.csv", smallLog(), ZipMember::Stored, 1}}));
  EXPECT_THAT(cli({"summary", locked.string(), "--lang", "en"}).err, HasSubstr("a.csv: is protected by a password"));
  EXPECT_THAT(cli({"summary", locked.string(), "--lang", "de"}).err, HasSubstr("durch ein Kennwort geschützt"));
}

TEST_F(Packed, TextThatFindsNoRoomIsToldAndNothingIsLeft) {
  const auto log = m_folder.write("log.gz", gzipOf(smallLog()));
  ProcessSetup setup = cliSetup({"summary", log.string(), "--lang", "en"});
  setup.environment.push_back("TMPDIR=" + (m_folder / "none").string());
  const ProcessEnd end = runProcess(setup);
  EXPECT_EQ(end.exitCode, 4);
  EXPECT_THAT(end.err, AllOf(HasSubstr((m_folder / "none").string() + ": could not be written"),
                             HasSubstr("unpacking " + log.string())));
  EXPECT_THAT(m_folder.names(), testing::ElementsAre("log.gz"));
}

}  // namespace
}  // namespace undelivered::test
