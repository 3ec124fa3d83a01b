// SPDX-License-Identifier: GPL-3.0-or-later
// The table of records: what was selected stays so through another order and another filter.
#include <set>

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>

#include "document/choice.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

class RecordTableTest : public WindowTest {
 protected:
  RecordTableTest() { open({sampleFolder()}); }

  RecordTable& table() { return window->table(); }
  void sortBy(ColumnId column, bool descending) {
    document().setSort({column, descending, "en"});
    ASSERT_TRUE(waitUntilQuiet());
  }
  /// Not by QTableView::selectRow(), which looks at the keys that are held: those of a test before, maybe.
  void selectOnly(int row) {
    table().clearSelection();
    select(row, row);
    table().selectionModel()->setCurrentIndex(records().index(row, 0), QItemSelectionModel::NoUpdate);
  }
  void select(int first, int last) {
    table().selectionModel()->select(
        QItemSelection(records().index(first, 0), records().index(last, records().columnCount() - 1)),
        QItemSelectionModel::Select);
  }
  std::set<std::uint32_t> selectedIds() {
    const RowSet rows = table().selectedRows();
    std::set<std::uint32_t> ids;
    for (std::uint32_t place = 0; place < rows.size(); ++place) ids.insert(rows[place].value);
    EXPECT_EQ(ids.size(), table().selectedCount());
    return ids;
  }
  std::set<std::uint32_t> shownIds() {
    std::set<std::uint32_t> ids;
    for (std::uint32_t place = 0; place < shownRows(); ++place) ids.insert(records().rows()[place].value);
    return ids;
  }
};

TEST_F(RecordTableTest, SelectionThatIsTooScatteredInAnotherOrderIsDroppedAndSaidSo) {
  const int count = static_cast<int>(kMostRangesKept) + 1;
  QFile file(folder.filePath(QStringLiteral("alternating.csv")));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("time;status;code;recipient\n");
  for (int i = 0; i < 2 * count; ++i)
    file.write("2025-03-04 10:00:00;failed;EXPIRED;" + QByteArray(i % 2 ? "b" : "a") + "@example.org\n");
  file.close();
  open({file.fileName()});
  sortBy(ColumnId::Recipient, false);
  ASSERT_EQ(shownRows(), 2u * static_cast<std::uint32_t>(count));
  selectOnly(0);
  select(0, count - 2);  // the half of all rows but one, each of them between two others
  sortBy(ColumnId::Time, false);
  EXPECT_EQ(table().selectedCount(), static_cast<std::uint64_t>(count) - 1);

  sortBy(ColumnId::Recipient, false);
  select(0, count - 1);
  sortBy(ColumnId::Time, false);
  ASSERT_TRUE(QTest::qWaitFor([&] { return table().selectedCount() == 1; }, kPatienceMs));
  QStringList texts;
  for (const MessageBar* bar : window->findChildren<MessageBar*>()) {
    if (bar->isVisible()) texts += bar->text();
  }
  EXPECT_TRUE(texts.join(QLatin1Char('|')).contains(QStringLiteral("20,001 rows are no longer selected")))
      << texts.join(QLatin1Char('|')).toStdString();
}

TEST_F(RecordTableTest, AnotherOrderKeepsWhatIsSelectedAndCurrent) {
  table().clearSelection();
  select(3, 9);
  select(40, 40);
  table().selectionModel()->setCurrentIndex(records().index(40, 2), QItemSelectionModel::NoUpdate);
  const auto ids = selectedIds();
  const auto current = table().currentRow();
  ASSERT_EQ(ids.size(), 8u);
  for (const ColumnId column : {ColumnId::Recipient, ColumnId::ReasonCode, ColumnId::Time}) {
    for (const bool descending : {false, true}) {
      sortBy(column, descending);
      EXPECT_EQ(selectedIds(), ids);
      EXPECT_EQ(table().currentRow(), current);
      EXPECT_EQ(table().currentIndex().column(), 2);
      EXPECT_TRUE(table().viewport()->rect().intersects(table().visualRect(table().currentIndex()))) << "it is in view";
    }
  }
}

TEST_F(RecordTableTest, AnotherOrderIsOneResetOfTheModel) {
  QSignalSpy resets(&records(), &QAbstractItemModel::modelReset);
  QSignalSpy layouts(&records(), &QAbstractItemModel::layoutChanged);
  sortBy(ColumnId::Recipient, true);
  EXPECT_EQ(resets.size(), 1);
  EXPECT_EQ(layouts.size(), 0);
}

TEST_F(RecordTableTest, AFilterKeepsWhatItLeavesOfTheSelection) {
  table().selectAll();
  const auto all = selectedIds();
  ASSERT_EQ(all.size(), shownRows());
  Filter filter = document().filter();
  filter.channels = {Channel::Sms};
  setFilter(filter);
  ASSERT_LT(shownRows(), all.size());
  const auto sms = selectedIds();
  EXPECT_EQ(sms, shownIds()) << "all were selected: these are";
  sortBy(ColumnId::Customer, false);
  EXPECT_EQ(selectedIds(), sms);
  setFilter(defaultFilter());
  EXPECT_EQ(selectedIds(), sms) << "those that came back were not selected any more";
}

TEST_F(RecordTableTest, ACurrentRowThatIsFilteredOutGivesWayToTheFirstThatIsSelected) {
  sortBy(ColumnId::Channel, false);
  const int last = records().rowCount() - 1;
  ASSERT_NE(cell(0, ColumnId::Channel), cell(last, ColumnId::Channel));
  table().clearSelection();
  select(last - 1, last);
  table().selectionModel()->setCurrentIndex(records().index(0, 0), QItemSelectionModel::NoUpdate);
  const auto ids = selectedIds();
  Filter filter = document().filter();
  filter.channels = {document().log().kind(records().rows()[static_cast<std::uint32_t>(last)]).channel};
  setFilter(filter);
  EXPECT_EQ(selectedIds(), ids);
  ASSERT_TRUE(table().currentRow().has_value());
  EXPECT_TRUE(ids.contains(table().currentRow()->value));
}

TEST_F(RecordTableTest, WhereNothingOfTheSelectionIsLeftTheFirstRowIsSelected) {
  Filter filter = document().filter();
  filter.channels = {Channel::Sms};
  setFilter(filter);
  table().selectAll();
  filter.channels = {Channel::Letter};
  setFilter(filter);
  ASSERT_GT(shownRows(), 0u);
  EXPECT_EQ(table().currentIndex().row(), 0);
  EXPECT_EQ(table().selectedCount(), 1u);
}

TEST_F(RecordTableTest, NothingSelectedStaysNothing) {
  selectOnly(5);
  table().clearSelection();
  const auto current = table().currentRow();
  sortBy(ColumnId::Recipient, false);
  EXPECT_EQ(table().selectedCount(), 0u);
  EXPECT_EQ(table().currentRow(), current);
}

TEST_F(RecordTableTest, CopiesWhatWasSelectedBeforeTheOrderChanged) {
  table().clearSelection();
  select(10, 11);
  const QStringList recipients{cell(10, ColumnId::Recipient), cell(11, ColumnId::Recipient)};
  sortBy(ColumnId::MessageId, true);
  QApplication::clipboard()->clear();
  window->actions().copy->trigger();
  ASSERT_TRUE(QTest::qWaitFor([] { return !QApplication::clipboard()->text().isEmpty(); }, kPatienceMs));
  const QString copied = QApplication::clipboard()->text();
  EXPECT_EQ(copied.count(QLatin1Char('\n')), 2);
  for (const QString& recipient : recipients) EXPECT_TRUE(copied.contains(recipient)) << copied.toStdString();
}

TEST_F(RecordTableTest, ShiftGoesOnFromTheCurrentRowAfterTheOrderChanged) {
  table().setFocus();
  selectOnly(7);
  sortBy(ColumnId::Recipient, true);
  const int row = table().currentIndex().row();
  QTest::keyClick(&table(), row > 0 ? Qt::Key_Up : Qt::Key_Down, Qt::ShiftModifier);
  EXPECT_EQ(table().selectedCount(), 2u);
}

TEST_F(RecordTableTest, DetailsFollowTheCurrentRowThoughNothingIsSelectedAnew) {
  table().setFocus();
  selectOnly(0);
  QSignalSpy told(&table(), &RecordTable::currentRowChanged);
  QTest::keyClick(&table(), Qt::Key_End, Qt::ControlModifier);
  EXPECT_EQ(table().currentIndex().row(), records().rowCount() - 1);
  EXPECT_GE(told.size(), 1);
}

/// Rows enough for the selected ones to be looked for in the background.
class ManyRecordsTest : public WindowTest {
 protected:
  static constexpr int kRows = 300'000;
  ManyRecordsTest() {
    QByteArray text("time;channel;recipient;reason\n");
    for (int row = 0; row < kRows; ++row) {
      text += "2025-03-04T08:15:00Z;sms;" + QByteArray::number(1'000'000 + (row * 7919LL) % kRows) + ";EXPIRED\n";
    }
    open({write(QStringLiteral("many.csv"), text)});
  }
  bool waitForRow(std::uint32_t place, std::uint32_t row) {
    return QTest::qWaitFor([&] { return records().rows()[place].value == row; }, kPatienceMs);
  }
};

TEST_F(ManyRecordsTest, AreKeptInTheBackgroundTooAndTheRowsStayUntilThen) {
  RecordTable& table = window->table();
  ASSERT_EQ(shownRows(), static_cast<std::uint32_t>(kRows));
  document().setSort({std::nullopt, false, "en"});
  ASSERT_TRUE(waitUntilQuiet());
  table.selectAll();
  table.selectionModel()->select(records().index(100, 0), QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
  table.selectionModel()->setCurrentIndex(records().index(100, 0), QItemSelectionModel::NoUpdate);
  document().setSort({std::nullopt, true, "en"});
  ASSERT_TRUE(waitUntilQuiet());
  ASSERT_TRUE(waitForRow(0, kRows - 1));
  EXPECT_EQ(table.selectedCount(), static_cast<std::uint64_t>(kRows - 1));
  EXPECT_EQ(table.currentRow(), RowId{100});
  EXPECT_FALSE(table.selectionModel()->isSelected(table.currentIndex()));
  EXPECT_EQ(table.currentIndex().row(), kRows - 101);
}

TEST_F(ManyRecordsTest, WhatIsSelectedMeanwhileIsKept) {
  RecordTable& table = window->table();
  document().setSort({std::nullopt, false, "en"});
  ASSERT_TRUE(waitUntilQuiet());
  table.selectAll();
  bool changed = false;
  // The table's own slot comes first: its search for the selected rows has been started by then.
  QObject::connect(&document(), &LogDocument::rowsChanged, &table, [&] {
    if (std::exchange(changed, true)) return;
    EXPECT_EQ(records().rows()[0].value, 0u) << "the rows before are there still";
    table.clearSelection();
    table.setCurrentIndex(records().index(17, 0));
    table.selectionModel()->select(records().index(17, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
  });
  document().setSort({std::nullopt, true, "en"});
  ASSERT_TRUE(waitUntilQuiet());
  ASSERT_TRUE(waitForRow(0, kRows - 1));
  EXPECT_EQ(table.selectedCount(), 1u);
  EXPECT_EQ(table.currentRow(), RowId{17});
}

}  // namespace
}  // namespace undelivered
