// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QHeaderView>
#include <QImage>
#include <QSignalSpy>

#include "document/choice.h"
#include "export/words.h"
#include "i18n/words.h"
#include "report/report.h"
#include "store/load_log.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

/// Output files whose disk is full after a few bytes.
class FullDisk final : public FileSystem {
 public:
  Result<std::shared_ptr<const RandomAccessFile>> open(const std::filesystem::path& path) const override {
    return systemFiles().open(path);
  }
  Result<std::shared_ptr<TemporaryFile>> createTemporary() const override { return systemFiles().createTemporary(); }
  Result<std::unique_ptr<OutputFile>> createOutput(const std::filesystem::path& target) const override {
    return std::make_unique<Output>(target);
  }

 private:
  struct Output final : OutputFile {
    explicit Output(std::filesystem::path path) : target(std::move(path)) {}
    Result<void> write(std::string_view bytes) override {
      room -= std::min(room, bytes.size());
      if (room > 0) return {};
      return tl::unexpected(Error{ErrorCode::WriteFailed, target.string(), {}, 0, ENOSPC});
    }
    Result<void> commit() override { return {}; }
    std::filesystem::path target;
    std::size_t room = 1000;
  };
};

class OutputTest : public WindowTest {
 protected:
  void exportTo(const QString& target, ExportKind kind) {
    QSignalSpy ended(&window->exporter().job(), &ExportJob::ended);
    window->exporter().write(document().filter(), target, kind);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !ended.empty(); }, kPatienceMs));
  }
};

TEST_F(OutputTest, ExportsExactlyTheRowsShownInTheirOrder) {
  open({sampleFolder()});
  Filter filter = document().filter();
  filter.channels = {Channel::Sms};
  filter.persistences = {Persistence::Permanent};
  setFilter(filter);
  document().setSort({ColumnId::Customer, false, "en"});
  ASSERT_TRUE(waitUntilQuiet());
  const QString target = folder.filePath(QStringLiteral("list.csv"));
  exportTo(target, ExportKind::TableForExcel);
  const QStringList lines = contentsOf(target).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
  ASSERT_EQ(static_cast<std::uint32_t>(lines.size()), shownRows() + 1);
  for (int row = 0; row < records().rowCount(); ++row) {
    EXPECT_TRUE(lines[row + 1].contains(cell(row, ColumnId::Customer)));
    EXPECT_TRUE(lines[row + 1].startsWith(cell(row, ColumnId::Time)));
  }
}

TEST_F(OutputTest, WritesTheActionListInTheLanguageOfTheWindow) {
  open({sampleLog()});
  language.use(QStringLiteral("de"));
  const QString target = folder.filePath(QStringLiteral("liste.csv"));
  exportTo(target, ExportKind::ActionListForExcel);
  const QString header = contentsOf(target).section(QLatin1Char('\n'), 0, 0);
  EXPECT_TRUE(header.contains(QStringLiteral("Empfohlene Maßnahme"))) << header.toStdString();
  EXPECT_TRUE(header.contains(QLatin1Char(';')));
}

TEST_F(OutputTest, WritesPlainCsvForOtherPrograms) {
  open({sampleLog()});
  const QString target = folder.filePath(QStringLiteral("list.csv"));
  exportTo(target, ExportKind::ActionListForMachines);
  const QString text = contentsOf(target);
  EXPECT_TRUE(text.startsWith(QStringLiteral("Time,Channel,")));
  EXPECT_TRUE(text.section(QLatin1Char('\n'), 1, 1).contains(QLatin1Char('T')));
}

TEST_F(OutputTest, AFullDiskLeavesTheOldFileAndIsTold) {
  const FullDisk files;
  const QString target = write(QStringLiteral("list.csv"), "what was there");
  open({sampleLog()});
  ExportJob job(files);
  QSignalSpy failed(&job, &ExportJob::failed);
  ActionListOptions options;
  job.start({document().query(), document().filter(), document().sort(), options, target});
  ASSERT_TRUE(QTest::qWaitFor([&] { return !failed.empty(); }, kPatienceMs));
  EXPECT_EQ(contentsOf(target), QStringLiteral("what was there"));
  EXPECT_EQ(failed[0][0].value<Error>().systemError, ENOSPC);
}

TEST_F(OutputTest, AFolderThatIsGoneIsTold) {
  open({sampleLog()});
  exportTo(folder.filePath(QStringLiteral("no such folder/list.csv")), ExportKind::ActionListForExcel);
  EXPECT_TRUE(window->exportBar().isVisible());
  EXPECT_TRUE(window->exportBar().text().contains(QStringLiteral("list.csv")))
      << window->exportBar().text().toStdString();
  EXPECT_FALSE(window->errorBar().isVisible());
  exportTo(folder.filePath(QStringLiteral("list.csv")), ExportKind::ActionListForExcel);
  EXPECT_TRUE(window->exportBar().text().contains(QStringLiteral("written to"))) << "in place of the warning";
  EXPECT_FALSE(window->errorBar().isVisible());
}

TEST_F(OutputTest, NeverReplacesALogThatIsOpen) {
  const QString log = folder.filePath(QStringLiteral("own.csv"));
  ASSERT_TRUE(QFile::copy(sampleLog(), log));
  const QString linked = folder.filePath(QStringLiteral("linked.csv"));
  ASSERT_TRUE(QFile::link(log, linked));
  open({log});
  for (const QString& target : {log, linked}) {
    exportTo(target, ExportKind::ActionListForExcel);
    EXPECT_TRUE(window->exportBar().text().contains(QStringLiteral("is a log that is open")))
        << window->exportBar().text().toStdString();
    EXPECT_EQ(contentsOf(log), contentsOf(sampleLog()));
  }
}

TEST_F(OutputTest, RemembersTheFolderOfAnExportThatSucceeded) {
  open({sampleLog()});
  const QString before = settings.exportFolder();
  exportTo(folder.filePath(QStringLiteral("no such folder/list.csv")), ExportKind::ActionListForExcel);
  EXPECT_EQ(settings.exportFolder(), before);
  exportTo(folder.filePath(QStringLiteral("list.csv")), ExportKind::ActionListForExcel);
  EXPECT_EQ(settings.exportFolder(), folder.path());
}

TEST_F(OutputTest, WhatAnExportCameToIsToldInTheLanguageOfTheMoment) {
  open({sampleLog()});
  exportTo(folder.filePath(QStringLiteral("list.csv")), ExportKind::ActionListForExcel);
  language.use(QStringLiteral("de"));
  QTest::qWait(1);
  EXPECT_TRUE(window->exportBar().isVisible());
  EXPECT_TRUE(window->exportBar().text().contains(QStringLiteral("geschrieben")))
      << window->exportBar().text().toStdString();
  exportTo(folder.filePath(QStringLiteral("nowhere/list.csv")), ExportKind::ActionListForExcel);
  language.use(QStringLiteral("en"));
  QTest::qWait(1);
  EXPECT_TRUE(window->exportBar().text().contains(QStringLiteral("could not be written")))
      << window->exportBar().text().toStdString();
}

TEST_F(OutputTest, CopiesSelectedRowsWithAndWithoutHeaders) {
  open({sampleLog()});
  window->table().selectAll();
  window->table().selectionModel()->select(
      QItemSelection(records().index(1, 0), records().index(2, records().columnCount() - 1)),
      QItemSelectionModel::ClearAndSelect);
  QApplication::clipboard()->clear();
  const QString first = cell(1, ColumnId::Recipient);
  window->actions().copy->trigger();
  ASSERT_TRUE(QTest::qWaitFor([] { return !QApplication::clipboard()->text().isEmpty(); }, kPatienceMs));
  QString copied = QApplication::clipboard()->text();
  EXPECT_EQ(copied.count(QLatin1Char('\n')), 2);
  EXPECT_TRUE(copied.contains(first)) << copied.toStdString();
  window->actions().copyWithHeaders->trigger();
  ASSERT_TRUE(QTest::qWaitFor([&] { return QApplication::clipboard()->text() != copied; }, kPatienceMs));
  copied = QApplication::clipboard()->text();
  EXPECT_TRUE(copied.startsWith(QStringLiteral("Time\tChannel\tRecipient"))) << copied.toStdString();
  EXPECT_EQ(copied.count(QLatin1Char('\n')), 3);
}

TEST_F(OutputTest, RemembersColumnsBetweenWindows) {
  const int recipient = RecordTableModel::columnOf(ColumnId::Recipient);
  const int line = RecordTableModel::columnOf(ColumnId::Line);
  window->table().setColumnHidden(recipient, true);
  window->table().setColumnHidden(line, false);
  auto* header = window->table().horizontalHeader();
  header->moveSection(header->visualIndex(line), 0);
  window->table().setColumnWidth(line, 123);
  window->close();
  makeWindow();
  EXPECT_TRUE(window->table().isColumnHidden(recipient));
  EXPECT_EQ(window->table().shownColumns().front(), ColumnId::Line);
  EXPECT_EQ(window->table().columnWidth(line), 123);
  open({sampleLog()});
  emit window->actions().columns->aboutToShow();
  const auto entries = window->actions().columns->actions();
  ASSERT_EQ(entries.size(), static_cast<int>(kColumns.size()) + 2);
  entries.last()->trigger();  // the standard columns
  EXPECT_EQ(window->table().shownColumns().front(), ColumnId::Time);
}

TEST_F(OutputTest, SortsByEveryColumnBothWays) {
  open({sampleLog()});
  for (const ColumnId column : kColumns) {
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
      window->table().horizontalHeader()->setSortIndicator(RecordTableModel::columnOf(column), order);
      ASSERT_TRUE(waitUntilQuiet());
      EXPECT_EQ(document().sort().column, column);
      EXPECT_EQ(document().sort().descending, order == Qt::DescendingOrder);
      EXPECT_EQ(shownRows(), document().facets().rows);
    }
  }
}

TEST_F(OutputTest, WritesAReportAsFiles) {
  const auto loaded = loadAndWait(*window, {sampleFolder()});
  ASSERT_TRUE(loaded.has_value());
  const QString target = folder.filePath(QStringLiteral("report/of today"));
  const auto names = writeReport(*window, target);
  ASSERT_TRUE(names.has_value());
  for (const QString& name : *names) EXPECT_TRUE(QFile::exists(QDir(target).filePath(name))) << name.toStdString();
  LoadRequest request;
  request.paths = {QDir(target).filePath(QStringLiteral("action-list.csv")).toStdString()};
  const auto list = loadLog(request);
  ASSERT_TRUE(list.has_value()) << "an action list is a log again";
  EXPECT_EQ((*list)->recordCount(), shownRows());
  const QString summary = contentsOf(QDir(target).filePath(QStringLiteral("summary.txt")));
  EXPECT_TRUE(summary.contains(number(document().facets().totals.failed)));
  const QImage chart(QDir(target).filePath(QStringLiteral("chart-reasons.png")));
  EXPECT_GT(chart.width(), 200);
}

TEST_F(OutputTest, AReportOfWhatIsNoLogFails) {
  const auto loaded = loadAndWait(*window, {folder.filePath(QStringLiteral("nothing.csv"))});
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, ErrorCode::FileNotFound);
}

}  // namespace
}  // namespace undelivered
