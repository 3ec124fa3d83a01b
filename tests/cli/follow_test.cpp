// SPDX-License-Identifier: GPL-3.0-or-later
// summary --follow: what is appended is counted, what is replaced is told and read anew.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli.h"
#include "support/pack.h"

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
  EXPECT_THAT(end.err, HasSubstr(m_log + ": was replaced by another file while it was being used. It is read anew."));
  EXPECT_EQ(end.err.find("Run the command again"), std::string::npos);
}

TEST_F(Follow, ReadsWhatIsNewInAFolderAndTellsWhatHasGone) {
  m_folder.write("days/b.csv", "Status\nfailed\nfailed\n");
  m_folder.write("days/a.csv", "Status\nfailed\n");
  Process process(cliSetup({"summary", (m_folder / "days").string(), "--follow"}));
  ASSERT_TRUE(shows(process, "records 3, failed 3"));
  m_folder.write("days/sub/c.csv", "Status\ndelivered\n");
  ASSERT_TRUE(shows(process, "records 4, failed 3, delivered 1"));
  const auto gone = m_folder / "days" / "a.csv";
  std::filesystem::remove(gone);
  m_folder.write("days/letter.txt", "Dear all\n");
  m_folder.write("days/sub/d.csv", "Status\ndelivered\nsent\n");
  ASSERT_TRUE(shows(process, "records 6, failed 3, delivered 2, pending 1"));
  std::ofstream(m_folder / "days" / "sub" / "d.csv", std::ios::app) << "sent\n";
  ASSERT_TRUE(shows(process, "records 7, failed 3, delivered 2, pending 2"));
  process.signal(SIGINT);
  const ProcessEnd end = process.wait();
  EXPECT_EQ(end.exitCode, 130);
  EXPECT_THAT(end.err, HasSubstr(gone.string() + ": is not in its folder any more."));
  EXPECT_EQ(end.err.find("any more"), end.err.rfind("any more")) << "told once";
  EXPECT_THAT(end.err, HasSubstr("letter.txt: not a delivery log, file skipped (Dear all)"));
}

TEST_F(Follow, TellsOfAFileThatIsDeletedAndGoesOnWhenItComesBack) {
  Process process(cliSetup({"summary", m_log, "--follow"}));
  ASSERT_TRUE(shows(process, "records 1, failed 1"));
  std::filesystem::remove(m_log);
  const std::string gone = m_log + ": is not in its folder any more.";
  ASSERT_TRUE(eventually([&] { return process.errorsSoFar().find(gone) != std::string::npos; }));
  m_folder.write("log.csv", "Status\nfailed\ndelivered\ndelivered\n");
  ASSERT_TRUE(shows(process, "records 3, failed 1, delivered 2"));
  append("sent\n");
  ASSERT_TRUE(shows(process, "pending 1"));
  process.signal(SIGINT);
  const ProcessEnd end = process.wait();
  EXPECT_EQ(end.exitCode, 130);
  EXPECT_EQ(end.err.find(gone), end.err.rfind(gone)) << "told once";
}

TEST_F(Follow, StartsOnAnEmptyFileAndOnAnEmptyFolder) {
  const std::string file = m_folder.write("new.csv", "").string();
  std::filesystem::create_directory(m_folder / "inbox");
  for (const auto& [path, log, said] :
       {std::tuple(file, file, "new.csv: is empty. Waiting for what comes."),
        std::tuple((m_folder / "inbox").string(), (m_folder / "inbox" / "a.csv").string(),
                   "inbox: there is no file in this folder. Waiting for what comes.")}) {
    Process process(cliSetup({"summary", path, "--follow"}));
    ASSERT_TRUE(eventually([&, text = std::string(said)] {
      return process.errorsSoFar().find(text) != std::string::npos;
    })) << said;
    { std::ofstream(log, std::ios::binary) << "Status\nfailed\n"; }
    ASSERT_TRUE(shows(process, "records 1, failed 1"));
    { std::ofstream(log, std::ios::binary | std::ios::app) << "delivered\n"; }
    ASSERT_TRUE(shows(process, "records 2, failed 1, delivered 1"));
    process.signal(SIGINT);
    EXPECT_EQ(process.wait().exitCode, 130);
  }
  EXPECT_EQ(cli({"summary", (m_folder / "missing.csv").string(), "--follow"}).exitCode, 3);
}

TEST_F(Follow, WaitsForWhatIsHalfWrittenHoweverLongItTakes) {
  const std::string file = m_folder.write("new.csv", "").string();
  const auto put = [&](const std::string& text, std::ios::openmode mode) {
    std::ofstream(file, std::ios::binary | mode) << text;
  };
  Process process(cliSetup({"summary", file, "--follow"}));
  const auto says = [&](const std::string& text) {
    return eventually([&] { return process.errorsSoFar().find(text) != std::string::npos; });
  };
  ASSERT_TRUE(says("is empty. Waiting for what comes."));
  put("date;no", std::ios::app);
  ASSERT_TRUE(says("new.csv: no column holds"));
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));  // several readings of the same
  put("te;status\n2025-03-04;x;failed\n", std::ios::app);
  ASSERT_TRUE(shows(process, "records 1, failed 1"));
  put("date;no", std::ios::trunc);
  ASSERT_TRUE(says("has become shorter"));
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  put("te;status\n2025-03-04;x;failed\n2025-03-04;x;sent\n", std::ios::app);
  ASSERT_TRUE(shows(process, "records 2, failed 1, delivered 0, pending 1"));
  process.signal(SIGINT);
  const ProcessEnd end = process.wait();
  EXPECT_EQ(end.exitCode, 130);
  const std::string told = "no column holds";
  EXPECT_NE(end.err.find(told), end.err.rfind(told)) << "once for each time";
}

TEST_F(Follow, WaitsForTheRestOfWhatIsPacked) {
  const std::string member = gzipOf("failed\ndelivered\n");
  const std::string file = m_folder.write("log.csv.gz", gzipOf("Status\nsent\n")).string();
  Process process(cliSetup({"summary", file, "--follow"}));
  ASSERT_TRUE(shows(process, "records 1, failed 0, delivered 0, pending 1"));
  std::ofstream(file, std::ios::binary | std::ios::app) << member.substr(0, member.size() / 2);
  ASSERT_TRUE(eventually([&] { return process.errorsSoFar().find("is damaged") != std::string::npos; }));
  std::ofstream(file, std::ios::binary | std::ios::app) << member.substr(member.size() / 2);
  ASSERT_TRUE(shows(process, "records 3, failed 1, delivered 1, pending 1"));
  process.signal(SIGINT);
  EXPECT_EQ(process.wait().exitCode, 130);
}

TEST_F(Follow, TellsWhatIsToBeSaidOfWhatWasAppended) {
  const std::string file = m_folder.write("log.ndjson", "").string();
  const auto event = [](const std::string& id) {
    return R"({"type":"MESSAGE_NOT_DELIVERED","date":"2025-03-04T08:15:30Z","eventId":")" + id +
           R"(","claim":{"communication":{"channel":"SMS","recipients":["+4917604069000"],"errorCode":"UNDELIV"}}})" +
           "\n";
  };
  { std::ofstream(file, std::ios::binary) << event("e-1"); }
  Process process(cliSetup({"summary", file, "--follow"}));
  ASSERT_TRUE(shows(process, "records 1, failed 1"));
  EXPECT_EQ(process.errorsSoFar(), "");
  { std::ofstream(file, std::ios::binary | std::ios::app) << event("e-1") << event("e-2"); }
  ASSERT_TRUE(shows(process, "records 2, failed 2"));
  ASSERT_TRUE(
      eventually([&] { return process.errorsSoFar().find("1 repeated event counted once") != std::string::npos; }));
  process.signal(SIGINT);
  EXPECT_EQ(process.wait().exitCode, 130);
}

TEST_F(Follow, StandardInputIsRefused) {
  const ProcessEnd end = cli({"summary", "-", "--follow"});
  EXPECT_EQ(end.exitCode, 2);
  EXPECT_THAT(end.err, HasSubstr("--follow"));
}

}  // namespace
}  // namespace undelivered::test
