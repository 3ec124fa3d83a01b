// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <atomic>
#include <thread>

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QUrl>

#include "dialogs/issue_dialog.h"
#include "i18n/words.h"
#include "views/loading_bar.h"
#include "views/start_page.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

/// The system's files, whose reading waits at a gate.
class GatedFiles final : public FileSystem {
 public:
  Result<std::shared_ptr<const RandomAccessFile>> open(const std::filesystem::path& path) const override {
    auto file = systemFiles().open(path);
    if (!file) return file;
    return std::make_shared<const GatedFile>(*this, *file);
  }
  Result<std::shared_ptr<TemporaryFile>> createTemporary() const override { return systemFiles().createTemporary(); }
  Result<std::unique_ptr<OutputFile>> createOutput(const std::filesystem::path& target) const override {
    return systemFiles().createOutput(target);
  }

  std::atomic<bool> isOpen = false;

 private:
  struct GatedFile final : RandomAccessFile {
    GatedFile(const GatedFiles& files, std::shared_ptr<const RandomAccessFile> behind)
        : gate(files), file(std::move(behind)) {}
    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> into) const override {
      while (!gate.isOpen) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      return file->readAt(offset, into);
    }
    Result<FileState> state() const override { return file->state(); }

    const GatedFiles& gate;
    std::shared_ptr<const RandomAccessFile> file;
  };
};

TEST_F(WindowTest, StartsWithAPageThatSaysWhatToDo) {
  auto* start = window->findChild<StartPage*>();
  ASSERT_NE(start, nullptr);
  EXPECT_TRUE(start->isVisible());
  EXPECT_FALSE(window->actions().exportList->isEnabled());
}

TEST_F(WindowTest, OpensALogAndShowsItsFailures) {
  open({sampleLog()});
  ASSERT_TRUE(document().hasLog());
  EXPECT_FALSE(window->findChild<StartPage*>()->isVisible());
  EXPECT_GT(shownRows(), 0u);
  EXPECT_EQ(shownRows(), document().facets().totals.failed);
  EXPECT_TRUE(window->windowTitle().startsWith(QStringLiteral("delivery-log.csv")));
}

TEST_F(WindowTest, OpensWhatIsDroppedOnIt) {
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(sampleFolder())});
  QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(window.get(), &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(window.get(), &drop);
  ASSERT_TRUE(waitUntilQuiet());
  ASSERT_TRUE(document().hasLog());
  EXPECT_GT(document().log().sources().size(), 4u);
}

TEST_F(WindowTest, DoesNotTakeADropWithoutFiles) {
  QMimeData data;
  data.setText(QStringLiteral("just text"));
  QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  enter.ignore();
  QApplication::sendEvent(window.get(), &enter);
  EXPECT_FALSE(enter.isAccepted());
}

TEST_F(WindowTest, TellsWhyAFileIsNoLogAndKeepsWhatIsOpen) {
  open({sampleLog()});
  const std::uint32_t before = shownRows();
  open({write(QStringLiteral("poem.txt"), "Roses are red\nviolets are blue\n")});
  EXPECT_TRUE(window->errorBar().isVisible());
  EXPECT_TRUE(window->errorBar().text().contains(QStringLiteral("poem.txt")))
      << window->errorBar().text().toStdString();
  EXPECT_EQ(shownRows(), before);
  open({sampleLog()});
  EXPECT_FALSE(window->errorBar().isVisible());
}

TEST_F(WindowTest, ShowsProgressAndCancelsWithoutLosingWhatIsOpen) {
  GatedFiles files;
  makeWindow(files);
  files.isOpen = true;
  open({sampleLog()});
  const auto* before = &document().log();
  files.isOpen = false;
  window->openPaths({sampleFolder()});
  auto* bar = window->findChild<LoadingBar*>();
  ASSERT_TRUE(QTest::qWaitFor([&] { return bar->isVisible(); }, kPatienceMs));
  EXPECT_TRUE(window->isEnabled());
  QTest::mouseClick(bar->findChild<QPushButton*>(), Qt::LeftButton);
  files.isOpen = true;
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_FALSE(bar->isVisible());
  EXPECT_EQ(&document().log(), before);
  EXPECT_FALSE(window->errorBar().isVisible()) << "a cancel is no error";
}

TEST_F(WindowTest, CancelsAWaitForAPipeThatNobodyWritesTo) {
  const QString pipe = folder.filePath(QStringLiteral("pipe"));
  ASSERT_EQ(mkfifo(qPrintable(pipe), 0600), 0);
  window->openPaths({pipe});
  QTest::qWait(50);
  EXPECT_TRUE(document().isOpening());
  document().cancelOpening();
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_FALSE(document().hasLog());
}

TEST_F(WindowTest, LetsTheLatestOfTwoOpeningsWin) {
  window->openPaths({sampleFolder()});
  window->openPaths({sampleLog()});
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(document().log().sources().size(), 1u);
}

TEST_F(WindowTest, ShowsPlaceholdersInsteadOfWaitingForTheDisk) {
  GatedFiles files;
  makeWindow(files);
  files.isOpen = true;
  open({sampleLog()});
  files.isOpen = false;
  setFilter(Filter());  // other rows: none of them is read yet
  const QModelIndex recipient = records().index(0, RecordTableModel::columnOf(ColumnId::Recipient));
  EXPECT_EQ(recipient.data().toString(), QStringLiteral("…"));
  EXPECT_NE(records().index(0, RecordTableModel::columnOf(ColumnId::Time)).data().toString(), QStringLiteral("…"));
  QSignalSpy changed(&records(), &QAbstractItemModel::dataChanged);
  files.isOpen = true;
  EXPECT_TRUE(QTest::qWaitFor([&] { return !changed.empty(); }, kPatienceMs));
  EXPECT_NE(recipient.data().toString(), QStringLiteral("…"));
}

TEST_F(WindowTest, TellsOfReadIssuesAndListsThem) {
  const QString path = write(QStringLiteral("damaged.csv"),
                             "Zeitpunkt;Kanal;Empfänger;Fehlercode\n"
                             "04.03.2025 08:15;SMS;+491701234567;EXPIRED\n"
                             "gestern;SMS;+491701234567;EXPIRED\n"
                             "04.03.2025 08:15;SMS\n");
  open({path});
  EXPECT_TRUE(window->noteBar().isVisible());
  IssueListModel issues(document().sharedLog());
  ASSERT_GE(issues.rowCount(), 2);
  QStringList kinds;
  for (int row = 0; row < issues.rowCount(); ++row) kinds.append(issues.index(row, 0).data().toString());
  EXPECT_TRUE(kinds.contains(words(IssueKind::BadTime)));
  const QModelIndex badTime = issues.index(static_cast<int>(kinds.indexOf(words(IssueKind::BadTime))), 0);
  EXPECT_EQ(issues.index(0, IssueListModel::PlaceColumn, badTime).data().toString(), QStringLiteral("line 3"));
  EXPECT_EQ(issues.index(0, IssueListModel::DetailColumn, badTime).data().toString(), QStringLiteral("gestern"));
}

TEST_F(WindowTest, RemembersWhatWasOpened) {
  open({sampleLog()});
  open({sampleFolder()});
  ASSERT_EQ(settings.recent().size(), 2);
  EXPECT_EQ(settings.recent().first(), QStringList{sampleFolder()});
  const auto entries = window->actions().recent->actions();
  entries.at(1)->trigger();
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(document().paths(), QStringList{sampleLog()});
}

TEST_F(WindowTest, TellsWhenALogChangesUnderneathAndOpensItAgain) {
  QByteArray rows = "time;channel;recipient;reason\n";
  for (int i = 0; i < 400; ++i) rows += "2025-03-04T08:15:00Z;sms;+4917012345" + QByteArray::number(i) + ";EXPIRED\n";
  const QString path = write(QStringLiteral("growing.csv"), rows);
  open({path});
  ASSERT_EQ(shownRows(), 400u);
  write(QStringLiteral("growing.csv"), "time;channel;recipient;reason\n2025-03-05T08:15:00Z;sms;+4917;EXPIRED\n");
  records().index(399, RecordTableModel::columnOf(ColumnId::Recipient)).data();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->errorBar().isVisible(); }, kPatienceMs));
  EXPECT_TRUE(window->errorBar().text().contains(QStringLiteral("shorter"))) << window->errorBar().text().toStdString();
  QTest::mouseClick(window->errorBar().findChild<QPushButton*>(), Qt::LeftButton);
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(shownRows(), 1u);
}

TEST_F(WindowTest, ClosesALog) {
  open({sampleLog()});
  window->actions().close->trigger();
  EXPECT_FALSE(document().hasLog());
  EXPECT_EQ(shownRows(), 0u);
  EXPECT_TRUE(window->findChild<StartPage*>()->isVisible());
}

}  // namespace
}  // namespace undelivered
