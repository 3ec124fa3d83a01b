// SPDX-License-Identifier: GPL-3.0-or-later
// summary --follow: what is appended is counted, what is replaced is told and read anew.
#include <csignal>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli.h"

namespace undelivered::test {
namespace {

using ::testing::HasSubstr;

class Follow : public testing::Test {
 protected:
  void append(const std::string& text) { std::ofstream(m_log, std::ios::binary | std::ios::app) << text; }
  static bool shows(const Process& process, const std::string& text) {
    return eventually([&] { return process.outputSoFar().find(text) != std::string::npos; });
  }
  TemporaryFolder m_folder;
  const std::string m_log = m_folder.write("log.csv", "Status\nfailed\n").string();
};

TEST_F(Follow, CountsWhatIsAppendedUntilItIsInterrupted) {
  Process process(cliSetup({"summary", m_log, "--follow"}));
  ASSERT_TRUE(shows(process, "records 1, failed 1"));
  append("delivered\nfai");
  ASSERT_TRUE(shows(process, "delivered 1"));
  append("led\n");
  ASSERT_TRUE(shows(process, "records 3, failed 2, delivered 1"));
  process.signal(SIGINT);
  EXPECT_EQ(process.wait().exitCode, 130);
}

TEST_F(Follow, ReadsAnewWhatWasReplacedAndTellsIt) {
  Process process(cliSetup({"summary", m_log, "--follow"}));
  ASSERT_TRUE(shows(process, "records 1, failed 1"));
  std::filesystem::rename(m_folder.write("new.csv", "Status\ndelivered\ndelivered\n"), m_log);
  ASSERT_TRUE(shows(process, "records 2, failed 0, delivered 2"));
  { std::ofstream(m_log, std::ios::binary | std::ios::trunc) << "Status\nsent\n"; }
  ASSERT_TRUE(shows(process, "records 1, failed 0, delivered 0, pending 1"));
  append("sent\n");
  ASSERT_TRUE(shows(process, "pending 2"));
  process.signal(SIGINT);
  const ProcessEnd end = process.wait();
  EXPECT_EQ(end.exitCode, 130);
  EXPECT_THAT(end.err, HasSubstr(m_log));
}

TEST_F(Follow, StandardInputIsRefused) {
  const ProcessEnd end = cli({"summary", "-", "--follow"});
  EXPECT_EQ(end.exitCode, 2);
  EXPECT_THAT(end.err, HasSubstr("--follow"));
}

}  // namespace
}  // namespace undelivered::test
