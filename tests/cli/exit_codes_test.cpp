// SPDX-License-Identifier: GPL-3.0-or-later
// Exit codes and messages: part of the contract.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "cli.h"
#include "support/pack.h"

namespace undelivered::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class ExitCodes : public ::testing::Test {
 protected:
  void expect(const Arguments& arguments, int code, const std::string& message) {
    const ProcessEnd end = cli(arguments);
    EXPECT_EQ(end.exitCode, code) << ::testing::PrintToString(arguments) << end.err;
    EXPECT_THAT(end.err, HasSubstr(message)) << ::testing::PrintToString(arguments);
    EXPECT_EQ(end.out, "") << ::testing::PrintToString(arguments);
  }

  TemporaryFolder m_folder;
  std::string m_log = m_folder.write("log.csv", smallLog()).string();
};

TEST_F(ExitCodes, WrongArgumentsAreToldInGermanToo) {
  const std::vector<Arguments> wrong{{"summary", m_log, "--map", "foo=Was"},
                                     {"summary", m_log, "--map", "code"},
                                     {"summary", m_log, "--delimiter", "ab"},
                                     {"summary", m_log, "--header", "x"},
                                     {"summary", m_log, "--encoding", "x"},
                                     {"summary", m_log, "--by", "x"},
                                     {"summary", "-", "--follow"},
                                     {"summary", m_log, "--since", "x"},
                                     {"records", m_log, "--limit", "x"},
                                     {"records", m_log, "--sort", "x"}};
  for (const Arguments& arguments : wrong) {
    SCOPED_TRACE(::testing::PrintToString(arguments));
    const std::string english = cli(arguments).err;
    const std::size_t reason = english.find("cannot be used: ");
    ASSERT_NE(reason, std::string::npos) << english;
    // The reason up to the names in it, which are the same in both.
    const std::string words = english.substr(reason + 16, english.find_first_of(":;,\n", reason + 16) - reason - 16);
    Arguments german = arguments;
    german.insert(german.end(), {"--lang", "de"});
    const ProcessEnd end = cli(german);
    EXPECT_EQ(end.exitCode, 2);
    EXPECT_THAT(end.err, HasSubstr("geht nicht: "));
    EXPECT_EQ(end.err.find(words), std::string::npos) << end.err;
  }
}

TEST_F(ExitCodes, TwoForAWrongCommandLine) {
  expect({}, 2, "subcommand");
  expect({"nonsense"}, 2, "subcommand");
  expect({"summary"}, 2, "LOG is required");
  expect({"records", m_log, "--format", "table"}, 2, "--format");
  expect({"records", m_log, "--limit", "-1"}, 2, "--limit");
  expect({"records", m_log, "--limit", "many"}, 2,
         "\"--limit many\" cannot be used: a whole number is needed, 0 or more");
  expect({"records", m_log, "--sort", "colour"}, 2, "\"colour\" cannot be used");
  expect({"records", m_log, "--sort", "time:up"}, 2, "\"time:up\" cannot be used");
  expect({"records", m_log, "--nonsense"}, 2, "--nonsense");
  expect({"summary", m_log, "--by", "colour"}, 2, "\"colour\" cannot be used: allowed are: reason, channel");
  expect({"summary", m_log, "--by", ""}, 2, "cannot be used");
  expect({"summary", m_log, "--channel", "fax"}, 2, "\"fax\" cannot be used: allowed are: email, sms");
  expect({"summary", m_log, "--outcome", "lost"}, 2, "allowed are: failed, delivered, pending, unknown, all");
  expect({"summary", m_log, "--persistence", "x"}, 2, "allowed are: permanent");
  expect({"summary", m_log, "--actionable", "x"}, 2, "allowed are: yes, partially, no, unknown");
  expect({"summary", m_log, "--phase", "x"}, 2, "allowed are: before, while, after, unknown");
  expect({"summary", m_log, "--since", "yesterday"}, 2, "not a date or time");
  expect({"summary", m_log, "--until", "2025-13-01"}, 2, "not a date or time");
  expect({"summary", m_log, "--zone", "Mars/Base"}, 2, "Mars/Base: there is no such time zone");
  expect({"actions", m_log, "--lang", "fr"}, 2, "--lang");
  expect({"actions", m_log, "--for", "people"}, 2, "--for");
}

TEST_F(ExitCodes, EveryMessageAboutTheCommandLineIsOneShortLineUnderTheProgramsName) {
  for (const Arguments& arguments :
       {Arguments{}, Arguments{"nonsense"}, Arguments{"summary"}, Arguments{"records", m_log, "--format", "table"},
        Arguments{"records", m_log, "--limit", "-1"}, Arguments{"records", m_log, "--nonsense"},
        Arguments{"records", m_log, "--zone"}, Arguments{"summary", m_log, "--since", "x"}}) {
    for (const char* language : {"en", "de"}) {
      ProcessSetup setup = cliSetup(arguments);
      setup.environment = {std::string("LC_ALL=") + language};
      const ProcessEnd end = runProcess(setup);
      EXPECT_EQ(end.exitCode, 2);
      EXPECT_THAT(end.err, StartsWith("undelivered-cli: "));
      EXPECT_EQ(linesOf(end.err).size(), 1u) << end.err;
      EXPECT_LT(end.err.size(), 220u) << end.err;
    }
  }
}

TEST_F(ExitCodes, MessagesAboutTheCommandLineAreGermanAsAWhole) {
  const auto german = [](Arguments arguments) {
    arguments.insert(arguments.end(), {"--lang", "de"});
    return cli(arguments).err;
  };
  EXPECT_EQ(german({"summary", m_log, "--nonsense"}),
            "undelivered-cli: Unbekannte Angabe: --nonsense. „undelivered-cli summary --help“ sagt mehr.\n");
  EXPECT_THAT(german({"summary"}), HasSubstr("LOG fehlt. "));
  EXPECT_THAT(german({"summary", m_log, "--match-case"}), HasSubstr("--match-case geht nur zusammen mit --search. "));
  EXPECT_THAT(german({"records", m_log, "--format", "x"}), HasSubstr("--format: „x“ gibt es nicht; möglich sind "));
  EXPECT_THAT(german({"records", m_log, "--limit", "-1"}), HasSubstr("gebraucht wird eine ganze Zahl ab 0"));
  EXPECT_THAT(german({"summary", m_log, "--since", "x"}), HasSubstr("weder Datum noch Uhrzeit; Beispiele: 2025"));
  EXPECT_THAT(german({"records", m_log, "--sort", "x"}), HasSubstr("gebraucht wird eine Spalte"));
  const auto broken = m_folder.write("broken.toml", "format = 1\n[[reason]]\ncode = \"X\"\ncolour = \"red\"\n");
  EXPECT_THAT(german({"reasons", "--catalogue", broken.string()}),
              HasSubstr("Zeile 4: unbekannter Schlüssel „colour“; hier bekannt: code"));
  EXPECT_THAT(german({"actions", m_log, "-o", m_folder.path().string()}), HasSubstr("(das ist ein Ordner)"));
}

TEST_F(ExitCodes, TwoForABrokenCatalogueWithLineAndCause) {
  const auto broken = m_folder.write("broken.toml", "format = 1\n[[reason]]\ncode = \"X\"\ncolour = \"red\"\n");
  expect({"summary", m_log, "--catalogue", broken.string()}, 2, broken.string() + ", line 4: unknown key \"colour\"");
  expect({"reasons", "--catalogue", broken.string()}, 2, "The catalogue file was not used");
  expect({"reasons", "--catalogue", (m_folder / "none.toml").string()}, 2, "there is no such file");
  expect({"reasons", "--catalogue", m_folder.path().string()}, 2, "a folder, not a catalogue file");
}

TEST_F(ExitCodes, ThreeForLogsThatCannotBeUsed) {
  const std::string none = (m_folder / "none.csv").string();
  expect({"summary", none}, 3, none + ": there is no such file or folder");
  expect({"records", m_folder.write("empty.csv", "").string()}, 3, "is empty");
  expect({"actions", m_folder.write("text.txt", "Dear all\nhello\n").string()}, 3, "is not a delivery log. Looked for");
  expect({"inspect", m_folder.write("other.csv", "name,age\nJo,3\n").string()}, 3, "The columns are: name, age");
  expect({"summary", m_folder.write("book.xls", "\xD0\xCF\x11\xE0 and more").string()}, 3,
         "this kind of file (xls) is not read. Save it as CSV UTF-8 or XLSX and use that");
  expect({"summary", m_folder.write("book.xlsx", "PK\x03\x04 and more").string()}, 3,
         "is damaged, and nothing of it was read: the list of its files is missing at its end");
  std::filesystem::create_directory(m_folder / "folder");
  expect({"summary", (m_folder / "folder").string()}, 3, "there is no file in this folder");
  expect({"summary", "/dev/null"}, 3, "is empty");
}

TEST_F(ExitCodes, ThreeForALogWithoutTheRightToRead) {
  std::filesystem::permissions(m_log, std::filesystem::perms::none);
  const ProcessEnd end = runProcess(asOrdinaryUser(cliSetup({"summary", m_log})));
  EXPECT_EQ(end.exitCode, 3);
  EXPECT_THAT(end.err, HasSubstr(m_log + ": access denied"));
}

TEST_F(ExitCodes, ThreeForAFolderWithALogThatMayNotBeRead) {
  const auto locked = m_folder.write("locked.csv", smallLog());
  std::filesystem::permissions(locked, std::filesystem::perms::none);
  const ProcessEnd end = runProcess(asOrdinaryUser(cliSetup({"summary", m_folder.path().string()})));
  EXPECT_EQ(end.exitCode, 3) << "what cannot be read is not what is no log";
  EXPECT_THAT(end.err, HasSubstr(locked.string() + ": access denied"));
}

TEST_F(ExitCodes, FourWhenStandardOutputIsFull) {
  for (const Arguments& arguments : {Arguments{"records", m_log}, Arguments{"summary", m_log}, Arguments{"reasons"},
                                     Arguments{"actions", m_log}, Arguments{"inspect", m_log}, Arguments{"--help"}}) {
    ProcessSetup setup = cliSetup(arguments);
    setup.outputFd = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    const ProcessEnd end = runProcess(setup);
    ::close(setup.outputFd);
    EXPECT_EQ(end.exitCode, 4) << arguments[0];
    EXPECT_THAT(end.err, HasSubstr("No space left on device")) << arguments[0];
    EXPECT_THAT(end.err, HasSubstr("What was printed before that is not complete")) << arguments[0];
    EXPECT_THAT(end.err, ::testing::Not(HasSubstr("unchanged"))) << arguments[0];
  }
}

TEST_F(ExitCodes, FourWhenThereIsNoStandardOutput) {
  ProcessSetup setup = cliSetup({"summary", m_log});
  setup.inChild = [] { ::close(1); };
  EXPECT_EQ(runProcess(setup).exitCode, 4);
}

TEST_F(ExitCodes, QuietWhenTheReaderOfThePipeHasSeenEnough) {
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  ProcessSetup setup = cliSetup({"records", samplesFolder() + "/delivery-log.csv", "--outcome", "all"});
  setup.outputFd = ends[1];
  Process process(setup);
  ::close(ends[1]);
  char first[100];
  EXPECT_GT(::read(ends[0], first, sizeof first), 0);
  ::close(ends[0]);
  const ProcessEnd end = process.wait();
  EXPECT_EQ(end.exitCode, 0) << end.signal;
  EXPECT_THAT(end.err, ::testing::Not(HasSubstr("undelivered-cli:")));
}

TEST_F(ExitCodes, InterruptedWhileWaitingForAPipe) {
  const std::string pipe = (m_folder / "pipe").string();
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const std::string target = (m_folder / "list.csv").string();
  const auto expectCancelled = [&](Process& process) {
    process.signal(SIGINT);
    const ProcessEnd end = process.wait();
    EXPECT_EQ(end.exitCode, 130) << end.err;
    EXPECT_EQ(end.err, "undelivered-cli: Cancelled.\n");
    EXPECT_THAT(m_folder.names(), ::testing::ElementsAre("log.csv", "pipe"));
  };
  {
    Process process(cliSetup({"actions", pipe, "-o", target}));
    std::this_thread::sleep_for(std::chrono::milliseconds{300});  // it waits for a writer by now
    expectCancelled(process);
  }
  Process process(cliSetup({"actions", pipe, "-o", target}));
  const int writer = ::open(pipe.c_str(), O_WRONLY | O_CLOEXEC);  // returns when the program has opened its end
  ASSERT_GE(writer, 0);
  ASSERT_EQ(::write(writer, smallLog().data(), 100), 100);
  std::this_thread::sleep_for(std::chrono::milliseconds{100});
  expectCancelled(process);
  ::close(writer);
}

TEST_F(ExitCodes, InterruptedWhileTheReaderOfItsOutputWaits) {
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  ProcessSetup setup = cliSetup({"records", samplesFolder() + "/delivery-log.csv", "--outcome", "all"});
  setup.outputFd = ends[1];
  Process process(setup);
  char first[100];
  EXPECT_GT(::read(ends[0], first, sizeof first), 0);
  std::this_thread::sleep_for(std::chrono::milliseconds{200});  // the pipe is full by now
  process.signal(SIGINT);
  const ProcessEnd end = process.wait();
  EXPECT_EQ(end.exitCode, 130) << end.err;
  EXPECT_THAT(end.err, HasSubstr("Cancelled."));
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_F(ExitCodes, MessagesAreGermanWhereAskedFor) {
  const std::string none = (m_folder / "none.csv").string();
  EXPECT_THAT(cli({"summary", none, "--lang", "de"}).err, HasSubstr("Datei oder Ordner gibt es nicht"));
  ProcessSetup setup = cliSetup({"summary", none});
  setup.environment = {"LC_ALL=", "LC_MESSAGES=", "LANG=de_AT.UTF-8"};
  EXPECT_THAT(runProcess(setup).err, HasSubstr("Datei oder Ordner gibt es nicht"));
  setup.environment = {"LC_ALL=en_GB.UTF-8", "LANG=de_AT.UTF-8"};
  EXPECT_THAT(runProcess(setup).err, HasSubstr("there is no such file or folder"));
}

TEST_F(ExitCodes, ReadIssuesAreToldOnStandardErrorInBothLanguages) {
  EXPECT_EQ(cli({"summary", m_log}).err,
            "Read with notes: 1 kept with a note. \"undelivered-cli inspect\" shows them.\n");
  EXPECT_THAT(cli({"summary", m_log, "--lang", "de"}).err,
              StartsWith("Mit Hinweisen gelesen: 1 mit Hinweis behalten. "));
}

TEST_F(ExitCodes, ThreeWhereTheOthersAreReadAndToldWhatIsMissing) {
  const std::string cut = m_folder.write("days/cut.gz", test::gzipOf(smallLog()).substr(0, 30)).string();
  const std::string other = m_folder.write("days/a.csv", "Status\nfailed\n").string();
  m_folder.write("days/letter.txt", "Dear all\n");
  const std::string days = (m_folder / "days").string();
  for (const std::vector<std::string>& logs : {std::vector{cut, other}, {days}}) {
    std::vector<std::string> arguments{"summary"};
    arguments.insert(arguments.end(), logs.begin(), logs.end());
    const ProcessEnd end = cli(arguments);
    EXPECT_EQ(end.exitCode, 3);
    EXPECT_THAT(end.out, HasSubstr("records 1, failed 1"));
    EXPECT_THAT(end.err, StartsWith("undelivered-cli: " + cut +
                                    ": is damaged, and nothing of it was read: its compressed data ends in the middle, "
                                    "at byte 30. Get the file again.\nRead with notes: 1 file not read"));
  }
  EXPECT_THAT(cli({"summary", days, "--lang", "de"}).err, HasSubstr("1 Datei nicht gelesen, 1 ausgelassen."));
  EXPECT_THAT(cli({"inspect", days}).out, HasSubstr("missing: 1\n  " + cut + ": is damaged"));
  std::filesystem::remove(cut);
  EXPECT_EQ(cli({"summary", days}).exitCode, 0) << "a letter is no log";
}

TEST_F(ExitCodes, MessagesOfSeveralLogsAreToldAsCountedOnce) {
  const std::string rows = "Message ID;Time;Status;Recipient\nm-1;2025-03-04 08:15;failed;a@b.de\n";
  const std::string a = m_folder.write("a.csv", rows).string();
  const std::string b = m_folder.write("b.csv", rows + "m-2;2025-03-04 08:16;failed;c@d.de\n").string();
  const std::string copy = m_folder.write("copy.csv", rows).string();
  EXPECT_THAT(cli({"summary", a, b, copy}).err,
              StartsWith("Read with notes: 1 message that stands in several logs counted once, 1 copy of a log counted "
                         "once."));
  EXPECT_THAT(cli({"summary", a, b, "--lang", "de"}).err,
              StartsWith("Mit Hinweisen gelesen: 1 Nachricht, die in mehreren Protokollen steht, einmal gezählt. "));
}

TEST_F(ExitCodes, ProgressWhereStandardErrorIsATerminal) {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  ASSERT_GE(terminal, 0);
  ASSERT_EQ(::grantpt(terminal), 0);
  ASSERT_EQ(::unlockpt(terminal), 0);
  const std::string name = ::ptsname(terminal);
  ProcessSetup setup = cliSetup({"summary", samplesFolder() + "/latin1.csv"});
  setup.inChild = [name] { ::dup2(::open(name.c_str(), O_RDWR | O_NOCTTY), 2); };
  EXPECT_EQ(runProcess(setup).exitCode, 0);
  ::fcntl(terminal, F_SETFL, O_NONBLOCK);
  char text[1000] = {};
  EXPECT_GT(::read(terminal, text, sizeof text - 1), 0);
  EXPECT_THAT(std::string(text), HasSubstr("\r100 %"));
  ::close(terminal);
}

TEST_F(ExitCodes, NoProgressWhereStandardErrorIsNoTerminal) {
  EXPECT_EQ(cli({"summary", samplesFolder() + "/latin1.csv"}).err, "");
}

}  // namespace
}  // namespace undelivered::test
