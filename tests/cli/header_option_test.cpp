// SPDX-License-Identifier: GPL-3.0-or-later
// Headers that stand somewhere else, on the command line.
#include "cli.h"

namespace undelivered::test {
namespace {

using ::testing::HasSubstr;

TEST(HeaderOption, NamesTheLineOrNone) {
  TemporaryFolder folder;
  const auto path = folder.write("a.csv", "code;status\nwho;why\nx;EXPIRED\n").string();
  EXPECT_THAT(cliOutput({"records", path, "--header", "2", "--map", "code=why", "--format", "csv"}),
              HasSubstr("EXPIRED"));
  EXPECT_THAT(cliOutput({"inspect", path, "--header", "2", "--map", "code=why"}), HasSubstr(", header in line 2\n"));
  EXPECT_THAT(cliOutput({"inspect", path, "--header", "none", "--map", "code=#2", "--lang", "de"}),
              HasSubstr(", ohne Kopfzeile\n"));
  EXPECT_THAT(cliOutput({"inspect", path, "--header", "2", "--map", "code=why", "--format", "json"}),
              HasSubstr(R"("headerLine":2)"));
}

TEST(HeaderOption, ThatCannotBeIsToldAsWrongUsage) {
  TemporaryFolder folder;
  const auto path = folder.write("a.csv", "code\nEXPIRED\n").string();
  for (const char* wrong : {"0", "-1", "x", "2x", ""}) {
    const ProcessEnd end = cli({"summary", path, "--header", wrong});
    EXPECT_EQ(end.exitCode, *wrong ? 2 : 0) << wrong << end.err;
  }
}

TEST(HeaderOption, BeyondTheLinesOfAFileIsAnErrorOfThatFile) {
  TemporaryFolder folder;
  const auto path = folder.write("logs/short.csv", "code\nEXPIRED\n").string();
  const ProcessEnd end = cli({"summary", path, "--header", "9"});
  EXPECT_EQ(end.exitCode, 3);
  EXPECT_THAT(end.err,
              HasSubstr("short.csv: has no header where --header says: its last line is line 2, so there is no "
                        "header in line 9."));
  EXPECT_THAT(cli({"summary", path, "--header", "9", "--lang", "de"}).err,
              HasSubstr("die letzte Zeile ist Zeile 2, also steht keine Kopfzeile in Zeile 9."));
  folder.write("logs/long.csv", "a\nb\n\ncode;email\nEXPIRED;a@example.org\n");
  const std::string both = (folder / "logs").string();
  EXPECT_THAT(cliOutput({"summary", both, "--header", "4"}), HasSubstr("records 1, failed 1"));
  EXPECT_THAT(cliOutput({"inspect", both, "--header", "4"}),
              HasSubstr("its last line is line 2, so there is no header in line 4"));
  const std::string longer = (folder / "logs" / "long.csv").string();
  EXPECT_THAT(cli({"summary", longer, "--header", "3"}).err, HasSubstr("line 3 has no header"));
}

}  // namespace
}  // namespace undelivered::test
