// SPDX-License-Identifier: GPL-3.0-or-later
// The action list as a file: what is in it, and that it is there as a whole or not at all.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "cli.h"
#include "data/bulk_log.h"

namespace undelivered::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::string kEnglishHeader =
    "Time,Channel,Recipient,Customer number,Reference number,Reason code,Persistence,Actionable,Phase,Explanation,"
    "Recommended action,Diagnostic,Source file,Line\r\n";

class ActionsCommand : public ::testing::Test {
 protected:
  TemporaryFolder m_folder;
  std::filesystem::path m_log = m_folder.write("log.csv", smallLog());
};

TEST_F(ActionsCommand, ForMachinesInEnglish) {
  EXPECT_EQ(cliOutput({"actions", m_log.string(), "--for", "machine", "--lang", "en", "--search", "m-1", "--until",
                       "2025-03-03"}),
            kEnglishHeader +
                "2025-03-03T08:15:30Z,E-mail,erika@example.org,K-1,RE-1,BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE,Permanent,"
                "No,After sending,\"The receiving server says that the address does not exist, so sending to it must "
                "stop. collect.AI puts the contact on the suppression list by itself.\",No action needed from you,"
                "\"smtp; 550 5.1.1 \"\"unknown\"\"\",log.csv,2\r\n");
}

TEST_F(ActionsCommand, ForExcelInGerman) {
  EXPECT_EQ(cliOutput({"actions", m_log.string(), "--lang", "de", "--search", "+49170"}),
            "\xEF\xBB\xBFZeitpunkt;Kanal;Empfänger;Kundennummer;Referenznummer;Fehlercode;Dauerhaftigkeit;"
            "Selbst behebbar;Phase;Erklärung;Empfohlene Maßnahme;Diagnose;Quelldatei;Zeile\r\n"
            "03.03.2025 10:00:00;SMS;'+491701234567;K-2;RE-2;REJECTED;Vorübergehend;Nein;Nach dem Versand;"
            "Der Netzbetreiber hat die Nachricht abgelehnt: Die Nummer ist gesperrt oder das Ziel ungültig. Mit der "
            "nächsten fälligen Nachricht wird es erneut versucht.;Von Ihnen ist nichts zu tun;;log.csv;3\r\n");
}

TEST_F(ActionsCommand, GuardsFormulasForExcelOnly) {
  EXPECT_THAT(cliOutput({"actions", m_log.string(), "--search", "m-12"}), HasSubstr(",'=1+1,log.csv,14\r\n"));
  EXPECT_THAT(cliOutput({"actions", m_log.string(), "--search", "m-12", "--for", "machine"}),
              HasSubstr(",=1+1,log.csv,14\r\n"));
}

TEST_F(ActionsCommand, FileHoldsWhatStandardOutputWould) {
  const auto target = m_folder / "list.csv";
  const ProcessEnd end = cli({"actions", m_log.string(), "-o", target.string()});
  EXPECT_EQ(end.exitCode, 0) << end.err;
  EXPECT_EQ(end.out, "");
  EXPECT_THAT(end.err, HasSubstr(target.string() + ": 9"));
  EXPECT_EQ(readFile(target), cliOutput({"actions", m_log.string(), "-o", "-"}));
  EXPECT_THAT(m_folder.names(), ElementsAre("list.csv", "log.csv"));
}

TEST_F(ActionsCommand, TargetMayBeARelativePath) {
  ProcessSetup setup = cliSetup({"actions", "log.csv", "-o", "list.csv"});
  setup.folder = m_folder.path();
  EXPECT_EQ(runProcess(setup).exitCode, 0);
  EXPECT_THAT(m_folder.names(), ElementsAre("list.csv", "log.csv"));
}

TEST_F(ActionsCommand, ReplacesAnOldFileAndKeepsItsRights) {
  const auto target = m_folder.write("list.csv", "old");
  std::filesystem::permissions(target, std::filesystem::perms{0640});
  EXPECT_EQ(cli({"actions", m_log.string(), "-o", target.string(), "--for", "machine"}).exitCode, 0);
  EXPECT_THAT(readFile(target), StartsWith("Time,"));
  EXPECT_EQ(std::filesystem::status(target).permissions(), std::filesystem::perms{0640});
}

TEST_F(ActionsCommand, NeverReplacesALogThatIsOpen) {
  const auto soft = m_folder / "soft.csv";
  std::filesystem::create_symlink("log.csv", soft);
  const auto hard = m_folder / "hard.csv";
  std::filesystem::create_hard_link(m_log, hard);
  const auto other = m_folder.write("other.csv", smallLog());
  for (const auto& target : {m_log, soft, hard, m_folder / "." / "log.csv", other}) {
    const ProcessEnd end = cli({"actions", m_folder.path().string(), "-o", target.string()});
    EXPECT_EQ(end.exitCode, 4) << target;
    EXPECT_THAT(end.err, HasSubstr("undelivered-cli: " + target.string() + ": is a log that is being read")) << target;
  }
  ProcessSetup setup = cliSetup({"actions", "-", "-o", "log.csv", "--lang", "de"});
  setup.folder = m_folder.path();
  setup.inputFd = ::open(m_log.c_str(), O_RDONLY | O_CLOEXEC);
  const ProcessEnd end = runProcess(setup);
  ::close(setup.inputFd);
  EXPECT_EQ(end.exitCode, 4);
  EXPECT_THAT(end.err, HasSubstr("log.csv: ist ein Protokoll, das gerade gelesen wird"));
  EXPECT_EQ(readFile(m_log), smallLog());
  EXPECT_EQ(readFile(other), smallLog());
  EXPECT_TRUE(std::filesystem::is_symlink(soft));
  EXPECT_THAT(m_folder.names(), ElementsAre("hard.csv", "log.csv", "other.csv", "soft.csv"));
}

TEST_F(ActionsCommand, NothingFoundIsAListWithAHeader) {
  EXPECT_EQ(cliOutput({"actions", m_log.string(), "--for", "machine", "--reason", "EXPIRED"}), kEnglishHeader);
}

TEST_F(ActionsCommand, LostFolderAndReadOnlyTargetAreTold) {
  const ProcessEnd lost = cli({"actions", m_log.string(), "-o", (m_folder / "no" / "list.csv").string()});
  EXPECT_EQ(lost.exitCode, 4);
  EXPECT_THAT(lost.err, HasSubstr("could not be written"));
  const ProcessEnd folder = cli({"actions", m_log.string(), "-o", m_folder.path().string()});
  EXPECT_EQ(folder.exitCode, 4);
  EXPECT_THAT(folder.err, HasSubstr("Is a directory"));
  const auto target = m_folder.write("list.csv", "old");
  std::filesystem::permissions(target, std::filesystem::perms{0440});
  const ProcessEnd locked = runProcess(asOrdinaryUser(cliSetup({"actions", m_log.string(), "-o", target.string()})));
  EXPECT_EQ(locked.exitCode, 4);
  EXPECT_THAT(locked.err, HasSubstr("access denied"));
  EXPECT_EQ(readFile(target), "old");
  EXPECT_THAT(m_folder.names(), ElementsAre("list.csv", "log.csv"));
}

TEST_F(ActionsCommand, FullDiskLeavesTheOldFile) {
  const auto target = m_folder.write("list.csv", "old");
  ProcessSetup setup = cliSetup({"actions", samplesFolder(), "-o", target.string()});
  setup.inChild = [] {  // a file may grow to 64 KiB: writing then fails like on a full disk
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{65536, 65536};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  };
  const ProcessEnd end = runProcess(setup);
  EXPECT_EQ(end.exitCode, 4);
  EXPECT_THAT(end.err, HasSubstr(target.string() + ": could not be written (File too large)"));
  EXPECT_EQ(readFile(target), "old");
  EXPECT_THAT(m_folder.names(), ElementsAre("list.csv", "log.csv"));
}

TEST_F(ActionsCommand, FullDeviceIsTold) {
  const ProcessEnd end = cli({"actions", m_log.string(), "-o", "/dev/full"});
  EXPECT_EQ(end.exitCode, 4);
  EXPECT_THAT(end.err, HasSubstr("No space left on device"));
}

/// An export that takes long enough to be met in the middle.
class LongExport : public ActionsCommand {
 protected:
  LongExport() { EXPECT_TRUE(samples::writeBulkLog(m_log.string(), 150'000, samples::BulkKind::Failures, 1)); }

  /// Starts it over an old file and waits until the first bytes are on the disk.
  std::unique_ptr<Process> start() {
    auto process = std::make_unique<Process>(cliSetup({"actions", m_log.string(), "-o", m_target.string()}));
    EXPECT_TRUE(eventually([&] { return partBytes() > 0; }));
    return process;
  }
  std::uintmax_t partBytes() const {
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.path())) {
      std::error_code ignored;
      if (entry.path().extension() == ".part") return entry.file_size(ignored);
    }
    return 0;
  }

  std::filesystem::path m_target = m_folder.write("list.csv", "old");
};

TEST_F(LongExport, KilledInTheMiddleLeavesTheOldFile) {
  const auto process = start();
  process->signal(SIGKILL);
  const ProcessEnd end = process->wait();
  ASSERT_EQ(end.signal, SIGKILL) << "the export was over before it could be killed";
  EXPECT_EQ(readFile(m_target), "old");
}

TEST_F(LongExport, InterruptedInTheMiddleRemovesWhatItWrote) {
  for (int signal : {SIGINT, SIGTERM}) {
    const auto process = start();
    process->signal(signal);
    const ProcessEnd end = process->wait();
    ASSERT_EQ(end.exitCode, 130) << end.err;
    EXPECT_EQ(end.err, "undelivered-cli: Cancelled.\n");
    EXPECT_EQ(readFile(m_target), "old");
    EXPECT_THAT(m_folder.names(), ElementsAre("list.csv", "log.csv"));
  }
}

TEST_F(LongExport, FolderLostInTheMiddleIsTold) {
  const auto process = start();
  const auto moved = m_folder / "moved";
  std::filesystem::create_directory(moved);
  process->signal(SIGSTOP);
  for (const auto& name : m_folder.names()) {
    if (name.ends_with(".part")) std::filesystem::rename(m_folder / name, moved / name);
  }
  process->signal(SIGCONT);
  const ProcessEnd end = process->wait();
  EXPECT_EQ(end.exitCode, 4) << end.err;
  EXPECT_THAT(end.err, HasSubstr("could not be written"));
  EXPECT_EQ(readFile(m_target), "old");
}

}  // namespace
}  // namespace undelivered::test
