// SPDX-License-Identifier: GPL-3.0-or-later
// The beginning and the end of the program: the window first, the logs of the last session behind it, nothing left.
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <thread>

#include <QElapsedTimer>
#include <QProcess>
#include <QScopeGuard>

#include "views/start_page.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

/// The system's files, slow, which tell that they are asked for.
class SlowFiles final : public FileSystem {
 public:
  Result<std::shared_ptr<const RandomAccessFile>> open(const std::filesystem::path& path) const override {
    if (onOpen) onOpen();
    auto file = systemFiles().open(path);
    if (!file) return file;
    return std::make_shared<const SlowFile>(*this, *file);
  }
  Result<std::shared_ptr<TemporaryFile>> createTemporary() const override { return systemFiles().createTemporary(); }
  Result<std::unique_ptr<OutputFile>> createOutput(const std::filesystem::path& target) const override {
    return systemFiles().createOutput(target);
  }

  std::function<void()> onOpen;
  std::chrono::milliseconds pause{0};
  mutable std::atomic<int> reads = 0;

 private:
  struct SlowFile final : RandomAccessFile {
    SlowFile(const SlowFiles& all, std::shared_ptr<const RandomAccessFile> behind)
        : files(all), file(std::move(behind)) {}
    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> into) const override {
      ++files.reads;
      std::this_thread::sleep_for(files.pause);
      return file->readAt(offset, into);
    }
    Result<FileState> state() const override { return file->state(); }

    const SlowFiles& files;
    std::shared_ptr<const RandomAccessFile> file;
  };
};

class StartTest : public WindowTest {
 protected:
  /// As main() does it.
  void start(const QStringList& named = {}, const FileSystem& files = systemFiles()) {
    LogDocument::Setup setup;
    setup.zone = berlin();
    window = std::make_unique<MainWindow>(settings, language, setup, files);
    window->openWhenPainted(named);
    window->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
    QTest::qWait(1);
    ASSERT_TRUE(waitUntilQuiet());
  }
};

TEST_F(StartTest, OpensTheLogsOfTheLastSession) {
  open({sampleLog()});
  window->close();
  start();
  ASSERT_TRUE(document().hasLog());
  EXPECT_EQ(document().paths(), QStringList{sampleLog()});
}

TEST_F(StartTest, OpensWhatIsNamedInstead) {
  open({sampleLog()});
  start({sampleFolder()});
  EXPECT_EQ(document().paths(), QStringList{sampleFolder()});
}

TEST_F(StartTest, OpensNothingThatWasClosed) {
  open({sampleLog()});
  window->actions().close->trigger();
  start();
  EXPECT_FALSE(document().hasLog());
  EXPECT_TRUE(window->findChild<StartPage*>()->isVisible());
}

TEST_F(StartTest, OpensNothingWhereItIsSwitchedOff) {
  EXPECT_TRUE(window->actions().openLast->isChecked()) << "on by default";
  open({sampleLog()});
  window->actions().openLast->trigger();
  start();
  EXPECT_FALSE(document().hasLog());
  EXPECT_FALSE(window->actions().openLast->isChecked());
  window->actions().openLast->trigger();
  start();
  EXPECT_TRUE(document().hasLog());
}

TEST_F(StartTest, LogThatIsGoneIsToldAndStaysRemembered) {
  const QString path = write(QStringLiteral("log.csv"), "status;code\nfailed;EXPIRED\n");
  open({path});
  ASSERT_TRUE(QFile::rename(path, path + QStringLiteral(".away")));
  start();
  EXPECT_TRUE(window->errorBar().isVisible());
  ASSERT_TRUE(QFile::rename(path + QStringLiteral(".away"), path));
  start();
  EXPECT_TRUE(document().hasLog());
}

/// Counts the paint events of everything in the program.
class PaintCounter final : public QObject {
 public:
  PaintCounter() { qApp->installEventFilter(this); }
  bool eventFilter(QObject* object, QEvent* event) override {
    if (event->type() == QEvent::Paint && object->isWidgetType()) ++paints;
    return false;
  }
  std::atomic<int> paints = 0;
};

TEST_F(StartTest, PaintsTheWindowBeforeALogIsTouched) {
  settings.setLastLogs({sampleLog()});
  window.reset();
  SlowFiles files;
  PaintCounter counter;
  std::atomic<int> paintedBefore = 0;
  files.onOpen = [&] { paintedBefore = counter.paints.load(); };
  start({}, files);
  ASSERT_TRUE(document().hasLog());
  EXPECT_GT(paintedBefore, 5) << "the window and its parts";
  window.reset();  // before the files that it reads
}

std::size_t entriesOf(const char* folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
  return count;
}

TEST_F(StartTest, ClosingTheWindowDuringALoadLeavesNothingBehind) {
  window.reset();
  QByteArray rows = "status;code;recipient;note\n";
  for (int i = 0; i < 400; ++i) {
    rows += "failed;EXPIRED;" + QByteArray::number(i) + "@b.de;" + QByteArray(20'000, 'x') + "\n";
  }
  QByteArray wide("\xFF\xFE");
  for (const char c : std::as_const(rows)) wide.append(c).append('\0');
  rows += "failed;EXPIRED;another@b.de;\n";  // the same text under two names would count once
  const QStringList paths{write(QStringLiteral("wide.txt"), wide), write(QStringLiteral("narrow.csv"), rows)};
  const std::size_t threads = entriesOf("/proc/self/task");
  const std::size_t files = entriesOf("/proc/self/fd");
  // Where unpacked and decoded texts go: into a folder that is nobody else's.
  const QTemporaryDir temporary;
  const QByteArray before = qgetenv("TMPDIR");
  qputenv("TMPDIR", temporary.path().toLocal8Bit());
  const auto back = qScopeGuard([&] { before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before); });
  const std::size_t names = entriesOf(qPrintable(temporary.path()));
  for (const int reads : {1, 20, 64, 68}) {  // in the decoding of one, in the loading of both
    SlowFiles slow;
    slow.pause = std::chrono::milliseconds{5};
    makeWindow(slow);
    window->openPaths(paths);
    ASSERT_TRUE(QTest::qWaitFor([&] { return slow.reads >= reads; }, kPatienceMs));
    window->close();
    window.reset();
    EXPECT_LE(slow.reads, reads + 10) << "closed at read " << reads;
    EXPECT_EQ(entriesOf("/proc/self/task"), threads) << "closed at read " << reads;
    EXPECT_EQ(entriesOf("/proc/self/fd"), files) << "closed at read " << reads;
  }
  EXPECT_EQ(entriesOf(qPrintable(temporary.path())), names);
}

TEST(Program, TellsWhenItHasPainted) {
  // The figure is printed, not judged: it hangs on what else the machine does.
  const QTemporaryDir home;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
  environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("undelivered.start=true"));
  QProcess program;
  program.setProcessEnvironment(environment);
  program.setProgram(QStringLiteral(UNDELIVERED_PROGRAM));
  QElapsedTimer clock;
  clock.start();
  program.setReadChannel(QProcess::StandardError);
  program.start();
  QByteArray told;
  while (!told.contains("painted") && program.waitForReadyRead(kPatienceMs)) told += program.readAllStandardError();
  std::printf("painted %lld ms after the start of the process\n", static_cast<long long>(clock.elapsed()));
  EXPECT_TRUE(told.contains("painted")) << told.toStdString();
  program.kill();
  program.waitForFinished();
}

#ifdef Q_OS_LINUX
TEST(WithoutDisplay, HelpAndReportWorkAndTheWindowSaysWhatIsMissing) {
  QTemporaryDir home;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) environment.remove(QLatin1String(name));
  environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
  environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("en"));
  const auto run = [&](const QStringList& arguments) {
    QProcess program;
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QStringLiteral(UNDELIVERED_PROGRAM), arguments);
    program.waitForFinished(kPatienceMs);
    EXPECT_EQ(program.exitStatus(), QProcess::NormalExit);
    return std::pair(program.exitCode(), program.readAll().toStdString());
  };
  EXPECT_EQ(run({QStringLiteral("--help")}).first, 0);
  const auto [code, said] = run({});
  EXPECT_EQ(code, 2);
  EXPECT_NE(said.find("no display"), std::string::npos) << said;
  const QString report = home.filePath(QStringLiteral("report"));
  EXPECT_EQ(run({QStringLiteral("--report"), report, sampleLog()}).first, 0);
  EXPECT_TRUE(QFile::exists(report));
}
#endif

}  // namespace
}  // namespace undelivered
