// SPDX-License-Identifier: GPL-3.0-or-later
// A log that changes while it is open: told where it is met, and read again without losing what was set.
#include <filesystem>
#include <fstream>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolBar>
#include <QUndoStack>

#include "document/choice.h"
#include "support/pack.h"
#include "views/details_pane.h"
#include "views/loading_bar.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

namespace fs = std::filesystem;

const char kHeader[] = "time;channel;recipient;customer;reason;note\n";

/// A row of about 20 kB: what is read for one row holds no other.
QByteArray row(int number, const char* reason = "EXPIRED") {
  const QByteArray digits = QByteArray::number(1000 + number);
  return "2025-03-04T08:15:00Z;" + QByteArray(number % 2 ? "sms" : "email") + ";+4917012345" + digits + ";K" + digits +
         ";" + reason + ";" + QByteArray(20'000, 'x') + "\n";
}

QByteArray logOf(int rows, const char* reason = "EXPIRED") {
  QByteArray text = kHeader;
  for (int i = 0; i < rows; ++i) text += row(i, reason);
  return text;
}

class ChangedLog : public WindowTest {
 protected:
  static constexpr int kRows = 300;

  ChangedLog() { path = write(QStringLiteral("log.csv"), logOf(kRows)); }

  void append(const QByteArray& text) {
    std::ofstream(path.toStdString(), std::ios::app | std::ios::binary).write(text.data(), text.size());
  }
  QPushButton* errorButton() {
    for (QPushButton* button : window->errorBar().findChildren<QPushButton*>()) {
      if (button->isVisible()) return button;
    }
    return nullptr;
  }
  /// Asks for a cell that has not been read yet, until the bar tells of it.
  void meetInTheTable() {
    const QModelIndex last = records().index(kRows - 1, RecordTableModel::columnOf(ColumnId::Recipient));
    last.data();
    ASSERT_TRUE(QTest::qWaitFor([&] { return window->errorBar().isVisible(); }, kPatienceMs));
    EXPECT_EQ(last.data().toString(), QStringLiteral("not readable"));
    EXPECT_EQ(last.data(Qt::ToolTipRole).toString(), window->errorBar().text());
    EXPECT_FALSE(last.siblingAtColumn(RecordTableModel::columnOf(ColumnId::Time)).data().toString().isEmpty())
        << "what the store holds is still shown";
  }
  void expectTold(const char* word) {
    EXPECT_TRUE(window->errorBar().text().contains(QString::fromLatin1(word)))
        << window->errorBar().text().toStdString();
    EXPECT_TRUE(window->errorBar().text().contains(path));
    ASSERT_NE(errorButton(), nullptr);
    const bool grew = QByteArray(word) == "longer";
    EXPECT_EQ(errorButton()->text(), grew ? QStringLiteral("Read what is new") : QStringLiteral("Read again"));
  }
  void expectReadAgain(std::uint32_t rows) {
    QTest::mouseClick(errorButton(), Qt::LeftButton);
    ASSERT_TRUE(waitUntilQuiet());
    EXPECT_FALSE(window->errorBar().isVisible());
    ASSERT_EQ(shownRows(), rows);
    EXPECT_TRUE(cell(static_cast<int>(rows) - 1, ColumnId::Recipient).startsWith(QStringLiteral("+4917012345")));
  }

  QString path;
};

TEST_F(ChangedLog, ThatGrewIsToldInTheTableAndReadAgain) {
  open({path});
  append(row(kRows));
  meetInTheTable();
  expectTold("longer");
  expectReadAgain(kRows + 1);
}

TEST_F(ChangedLog, ThatGrowsIsToldWithoutBeingReadAndOnlyWhatIsNewIsRead) {
  open({path});
  const std::shared_ptr<const DeliveryLog> before = document().sharedLog();
  append(row(kRows) + row(kRows + 1, "SOMETHING_NEW"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->errorBar().isVisible(); }, kPatienceMs));
  expectTold("longer");
  expectReadAgain(kRows + 2);
  EXPECT_EQ(document().log().sources().front()->file, before->sources().front()->file) << "it was read on, not anew";
  append(row(kRows + 2));
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->errorBar().isVisible(); }, kPatienceMs));
  expectReadAgain(kRows + 3);
}

TEST_F(ChangedLog, ThatIsReplacedIsToldWithoutBeingRead) {
  open({path});
  fs::rename(write(QStringLiteral("new.csv"), logOf(20)).toStdString(), path.toStdString());
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->errorBar().isVisible(); }, kPatienceMs));
  expectTold("replaced");
  expectReadAgain(20);
}

TEST_F(ChangedLog, ThatShrankIsTold) {
  open({path});
  fs::resize_file(path.toStdString(), static_cast<std::uintmax_t>(logOf(100).size()));
  meetInTheTable();
  expectTold("shorter");
  expectReadAgain(100);
}

TEST_F(ChangedLog, ThatWasRewrittenIsTold) {
  open({path});
  const auto time = fs::last_write_time(path.toStdString());
  std::fstream file(path.toStdString(), std::ios::in | std::ios::out | std::ios::binary);  // without cutting it first
  const QByteArray other = logOf(kRows, "OTHERED");
  file.write(other.data(), other.size());
  file.close();
  fs::last_write_time(path.toStdString(), time + std::chrono::seconds{2});
  meetInTheTable();
  expectTold("was changed");
  expectReadAgain(kRows);
}

TEST_F(ChangedLog, ThatWasReplacedIsTold) {
  open({path});
  fs::rename(write(QStringLiteral("new.csv"), logOf(20)).toStdString(), path.toStdString());
  meetInTheTable();
  expectTold("replaced");
  expectReadAgain(20);
}

TEST_F(ChangedLog, IsToldInTheDetails) {
  open({path});
  append(row(kRows));
  window->table().selectRow(kRows - 10);
  const auto* details = window->findChild<DetailsPane*>();
  const auto tells = [&] {
    for (const QLabel* label : details->findChildren<QLabel*>()) {
      if (label->isVisible() && label->text().contains(QStringLiteral("longer"))) return true;
    }
    return false;
  };
  EXPECT_TRUE(QTest::qWaitFor(tells, kPatienceMs));
}

TEST_F(ChangedLog, IsToldBySearchSortAndExport) {
  open({path});
  append(row(kRows));
  Filter filter = document().filter();
  filter.search = "4917";
  setFilter(filter);
  EXPECT_TRUE(window->errorBar().isVisible());
  expectTold("longer");
  setFilter(defaultFilter());
  window->errorBar().hide();
  document().setSort({ColumnId::Customer, false, "en"});
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_TRUE(window->errorBar().isVisible());
  expectTold("longer");
  document().setSort({ColumnId::Time, false, "en"});
  ASSERT_TRUE(waitUntilQuiet());
  window->errorBar().hide();
  const QString target = folder.filePath(QStringLiteral("list.csv"));
  QSignalSpy ended(&window->exporter().job(), &ExportJob::ended);
  window->exporter().write(document().filter(), target, ExportKind::ActionListForExcel);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !ended.empty(); }, kPatienceMs));
  EXPECT_TRUE(window->errorBar().isVisible());
  expectTold("longer");
  EXPECT_FALSE(QFile::exists(target));
  expectReadAgain(kRows + 1);
}

TEST_F(ChangedLog, KeepsFilterOrderSearchAndHistoryWhenItIsReadAgain) {
  open({path});
  Filter filter = document().filter();
  filter.channels = {Channel::Sms};
  setFilter(filter);
  filter.search = "+4917012345";
  setFilter(filter);
  document().setSort({ColumnId::Customer, true, "en"});
  ASSERT_TRUE(waitUntilQuiet());
  const std::uint32_t before = shownRows();
  EXPECT_EQ(before, kRows / 2u);
  append(row(1001) + row(1002));
  QSignalSpy changed(&document(), &LogDocument::logChanged);
  QTest::keyClick(window.get(), Qt::Key_F5);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !changed.empty(); }, kPatienceMs));
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(document().filter(), filter);
  EXPECT_EQ(document().sort().column, ColumnId::Customer);
  EXPECT_TRUE(document().sort().descending);
  EXPECT_EQ(window->findChild<QToolBar*>()->findChild<QLineEdit*>()->text(), QStringLiteral("+4917012345"));
  EXPECT_EQ(shownRows(), before + 1);
  EXPECT_EQ(cell(0, ColumnId::Customer), QStringLiteral("K2001"));
  window->actions().undo->trigger();
  window->actions().undo->trigger();
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(document().filter(), defaultFilter());
  EXPECT_EQ(shownRows(), kRows + 2u);
}

TEST_F(ChangedLog, InAnArchiveIsToldAndReadAgainToo) {
  const auto packed = [](int rows) {
    const auto bytes = test::zipOf({{"a/log.csv", logOf(rows).toStdString()}, {"b.csv", logOf(2, "x").toStdString()}});
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
  };
  const QString archive = write(QStringLiteral("logs.zip"), packed(5));
  open({archive});
  EXPECT_EQ(shownRows(), 7u);
  EXPECT_EQ(cell(0, ColumnId::SourceFile), QStringLiteral("logs.zip/a/log.csv"));
  write(QStringLiteral("logs.zip"), packed(9));
  QSignalSpy changed(&document(), &LogDocument::logChanged);
  QTest::keyClick(window.get(), Qt::Key_F5);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !changed.empty(); }, kPatienceMs));
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(shownRows(), 11u);
}

TEST_F(ChangedLog, IsReadAgainFromTheMenuOnlyWhereOneIsOpen) {
  EXPECT_FALSE(window->actions().readAgain->isEnabled());
  open({path});
  EXPECT_TRUE(window->actions().readAgain->isEnabled());
  append(row(kRows));
  window->actions().readAgain->trigger();
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(shownRows(), kRows + 1u);
}

TEST_F(ChangedLog, ThatIsGoneKeepsWhatIsOpenAndCanBeTriedAgain) {
  open({path});
  ASSERT_TRUE(QFile::remove(path));
  window->actions().readAgain->trigger();
  ASSERT_TRUE(waitUntilQuiet());
  expectTold("does not exist");
  EXPECT_EQ(shownRows(), static_cast<std::uint32_t>(kRows));
  write(QStringLiteral("log.csv"), logOf(5));
  expectReadAgain(5);
}

TEST_F(ChangedLog, ThatCouldNotBeOpenedCanBeTriedAgain) {
  ASSERT_TRUE(QFile::rename(path, folder.filePath(QStringLiteral("aside"))));
  open({path});
  expectTold("does not exist");
  language.use(QStringLiteral("de"));
  QCoreApplication::sendPostedEvents();
  EXPECT_EQ(errorButton()->text(), QStringLiteral("Neu einlesen"));
  language.use(QStringLiteral("en"));
  ASSERT_TRUE(QFile::rename(folder.filePath(QStringLiteral("aside")), path));
  expectReadAgain(kRows);
}

TEST_F(ChangedLog, WhatIsNoLogIsNotOfferedAgain) {
  open({write(QStringLiteral("poem.txt"), "Roses are red\nviolets are blue\n")});
  EXPECT_TRUE(window->errorBar().isVisible());
  ASSERT_NE(errorButton(), nullptr);
  EXPECT_EQ(errorButton()->text(), QStringLiteral("Read it differently…"));
  open({write(QStringLiteral("picture.csv"), QByteArray("\x89PNG\0\0\x1a\n\0", 9))});
  EXPECT_TRUE(window->errorBar().isVisible());
  EXPECT_EQ(errorButton(), nullptr) << "nothing that could be said would make it one";
}

}  // namespace
}  // namespace undelivered
