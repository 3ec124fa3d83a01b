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
  const ProcessEnd end = cli({"summary", path, "--header", "9", "--lang", "de"});
  EXPECT_EQ(end.exitCode, 2);
  EXPECT_THAT(end.err, HasSubstr("„9“ geht nicht: in dieser Zeile steht keine Kopfzeile"));
}

}  // namespace
}  // namespace undelivered::test
