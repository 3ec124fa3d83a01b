// SPDX-License-Identifier: GPL-3.0-or-later
// What was not read of several logs, and what counts once: told at first sight, and listed with what to do.
#include <QDir>
#include <QFontMetrics>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>

#include "dialogs/issue_dialog.h"
#include "i18n/words.h"
#include "models/issue_list_model.h"
#include "support/pack.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

const QByteArray kLog = "code;recipient;message id;time\nEXPIRED;+491701234567;m-1;2025-03-04 08:15:00\n";

class UnreadFilesInWindow : public WindowTest {
 protected:
  UnreadFilesInWindow() { QDir(folder.path()).mkpath(QStringLiteral("days")); }

  QString writeCut(const QString& name) {
    const std::string bytes = test::gzipOf(kLog.toStdString()).substr(0, 30);
    return write(name, QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
  }
  QString days() { return folder.filePath(QStringLiteral("days")); }
  QString told() { return window->noteBar().isVisible() ? window->noteBar().text() : QString(); }
  void useGerman() {
    language.use(QStringLiteral("de"));
    QCoreApplication::sendPostedEvents();
  }
};

TEST_F(UnreadFilesInWindow, OfAFolderIsAWarningThatSaysWhatToDo) {
  write(QStringLiteral("days/a.csv"), kLog);
  write(QStringLiteral("days/readme.txt"), "Dear all\n");
  const QString cut = writeCut(QStringLiteral("days/cut.gz"));
  open({days()});
  EXPECT_EQ(shownRows(), 1u);
  EXPECT_EQ(told(), cut + QStringLiteral(" is damaged, and nothing of it was read: its compressed data ends in the "
                                         "middle, at byte 30. Get the file again, or ask for it to be sent again. 1 "
                                         "file that is no delivery log skipped."));
  EXPECT_EQ(window->noteBar().accessibleName(), QStringLiteral("Warning"));
  useGerman();
  EXPECT_TRUE(told().contains(QStringLiteral("ist beschädigt"))) << told().toStdString();
  EXPECT_EQ(window->noteBar().accessibleName(), QStringLiteral("Warnung"));

  IssueListModel issues(document().sharedLog());
  const QModelIndex first = issues.index(0, IssueListModel::WhatColumn);
  EXPECT_EQ(first.data().toString(), words(IssueKind::FileUnreadable)) << "what is missing comes first";
  const QString detail = issues.index(0, IssueListModel::DetailColumn, first).data().toString();
  EXPECT_TRUE(detail.startsWith(QStringLiteral("cut.gz ist beschädigt"))) << detail.toStdString();
}

TEST_F(UnreadFilesInWindow, OfOneKindThatIsNoLogIsANoteAlone) {
  write(QStringLiteral("days/a.csv"), kLog);
  write(QStringLiteral("days/b.csv"), kLog);
  write(QStringLiteral("days/readme.txt"), "Dear all\n");
  open({days()});
  EXPECT_EQ(told(), QStringLiteral("1 file that is no delivery log skipped, 1 copy of a log counted once."));
  EXPECT_EQ(window->noteBar().accessibleName(), QStringLiteral("Note"));
}

TEST_F(UnreadFilesInWindow, SeveralAreCounted) {
  write(QStringLiteral("days/a.csv"), kLog);
  writeCut(QStringLiteral("days/b.gz"));
  write(QStringLiteral("days/c.xls"), "\xD0\xCF\x11\xE0...");
  open({days()});
  EXPECT_EQ(told(), QStringLiteral("2 files could not be read, and what they hold is missing here."));
  useGerman();
  EXPECT_EQ(told(), QStringLiteral("2 Dateien konnten nicht gelesen werden; ihr Inhalt fehlt hier."));
}

TEST_F(UnreadFilesInWindow, AnArchiveThatWasCutIsAWarning) {
  const std::string whole = test::zipOf({{"a.csv", kLog.toStdString()}, {"b.csv", kLog.toStdString() + "x"}});
  const std::string cut = whole.substr(0, whole.find("PK\x01\x02"));
  open({write(QStringLiteral("logs.zip"), QByteArray(cut.data(), static_cast<qsizetype>(cut.size())))});
  EXPECT_TRUE(told().contains(QStringLiteral("1 part of a file not read"))) << told().toStdString();
  EXPECT_EQ(window->noteBar().accessibleName(), QStringLiteral("Warning"));
}

TEST_F(UnreadFilesInWindow, OneOfSeveralThatAreOpenedDoesNotHoldUpTheOthers) {
  const QString a = write(QStringLiteral("days/a.csv"), kLog);
  open({writeCut(QStringLiteral("days/cut.gz")), a});
  EXPECT_EQ(shownRows(), 1u);
  EXPECT_FALSE(window->errorBar().isVisible());
  EXPECT_TRUE(told().contains(QStringLiteral("cut.gz is damaged"))) << told().toStdString();
  EXPECT_EQ(window->noteBar().accessibleName(), QStringLiteral("Warning"));
}

TEST_F(UnreadFilesInWindow, MessagesOfSeveralLogsAreToldAsCountedOnceAndNotToBeCorrected) {
  const QString a = write(QStringLiteral("a.csv"), kLog);
  const QString b = write(QStringLiteral("b.csv"), kLog + "EXPIRED;+491701234568;m-2;2025-03-05 08:15:00\n");
  open({a, b});
  EXPECT_EQ(shownRows(), 2u);
  EXPECT_EQ(told(), QStringLiteral("1 message that stands in several logs counted once."));
  const auto advice = [this] {
    IssueDialog dialog(document().sharedLog());
    return dialog.findChild<QLabel*>()->text();
  };
  EXPECT_EQ(advice(), QStringLiteral("1 message that stands in several logs counted once. No log was changed. What is "
                                     "counted once needs no correction."));
  useGerman();
  EXPECT_EQ(told(), QStringLiteral("1 Nachricht, die in mehreren Protokollen steht, einmal gezählt."));
  EXPECT_TRUE(advice().endsWith(QStringLiteral("Was einmal gezählt wird, braucht keine Berichtigung.")));
  language.use(QStringLiteral("en"));
  open({b, write(QStringLiteral("c.csv"), kLog + "EXPIRED;+491701234569;m-3;someday\n")});
  EXPECT_EQ(told(), QStringLiteral("1 note on lines that were kept, 1 message that stands in several logs counted "
                                   "once."));
  EXPECT_TRUE(advice().contains(QStringLiteral("Correct what is wrong at its source and open the log again.")));
}

TEST_F(UnreadFilesInWindow, AreListedInFullWhateverTheWidth) {
  write(QStringLiteral("days/a.csv"), kLog);
  writeCut(QStringLiteral("days/cut.gz"));
  open({days()});
  useGerman();
  IssueDialog dialog(document().sharedLog());
  dialog.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&dialog));
  auto* tree = dialog.findChild<QTreeView*>();
  tree->setColumnWidth(IssueListModel::WhatColumn, 150);
  QTest::qWait(1);
  const QFontMetrics metrics = tree->fontMetrics();
  const QModelIndex kind = tree->model()->index(0, IssueListModel::WhatColumn);
  for (const QModelIndex& index : {kind, tree->model()->index(0, IssueListModel::DetailColumn, kind)}) {
    const QRect cell = tree->visualRect(index);
    const QRect needed =
        metrics.boundingRect(QRect(0, 0, cell.width() - 4, QWIDGETSIZE_MAX), Qt::TextWordWrap, index.data().toString());
    EXPECT_GT(needed.height(), metrics.height()) << "longer than a line";
    EXPECT_GE(cell.height(), needed.height());
  }
}

}  // namespace
}  // namespace undelivered
