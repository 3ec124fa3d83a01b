// SPDX-License-Identifier: GPL-3.0-or-later
// The table for any number of rows: where rows are, what is painted, what it costs.
#include <malloc.h>

#include <QAbstractItemModelTester>

#include "tall_table_fixture.h"

namespace undelivered {
namespace {

/// The bytes that this process has from malloc, in use.
std::size_t allocated() {
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

TEST_F(TallTableTest, ShowsItsFirstAndItsLastRow) {
  EXPECT_EQ(view.indexAt(placeOf(0, 0)), model.index(0, 0));
  EXPECT_FALSE(view.verticalHeader()->isVisible());
  EXPECT_EQ(view.verticalHeader()->count(), 0);
  EXPECT_EQ(view.childAt(5, 5), view.horizontalHeader()->viewport()) << "nothing lies over the header";
  EXPECT_EQ(view.horizontalHeader()->geometry().left(), view.viewport()->geometry().left());
  EXPECT_EQ(view.horizontalHeader()->geometry().bottom() + 1, view.viewport()->geometry().top());
  bar().setValue(bar().maximum());
  const QModelIndex last = model.index(kHugeRows - 1, 0);
  const QRect area = view.visualRect(last);
  EXPECT_TRUE(view.viewport()->rect().contains(area)) << "the last row is in full view";
  EXPECT_EQ(view.indexAt(area.center()), last);
  EXPECT_FALSE(view.indexAt(QPoint(5, area.bottom() + 1)).isValid()) << "below the last row is nothing";
}

TEST_F(TallTableTest, PlacesAndRowsAreEachOthersInverse) {
  for (const int top : {0, 1, 71'582'788, 107'374'182, 1'234'567'890, kHugeRows - 100}) {
    bar().setValue(top);
    for (int row = top; row < top + page(); ++row) {
      const QRect area = view.visualRect(model.index(row, 2));
      EXPECT_EQ(area.top(), (row - top) * height());
      EXPECT_EQ(view.indexAt(area.topLeft()), model.index(row, 2));
      EXPECT_EQ(view.indexAt(area.bottomRight()), model.index(row, 2));
    }
  }
  EXPECT_LT(view.visualRect(model.index(0, 0)).bottom(), 0);
  bar().setValue(0);
  EXPECT_GT(view.visualRect(model.index(kHugeRows - 1, 0)).top(), view.height());
  EXPECT_TRUE(view.visualRect(QModelIndex()).isEmpty());
}

TEST_F(TallTableTest, ScrollsToARowByEveryHint) {
  const QModelIndex far = model.index(2'000'000'000, 0);
  view.scrollTo(far, QAbstractItemView::PositionAtTop);
  EXPECT_EQ(bar().value(), far.row());
  view.scrollTo(far, QAbstractItemView::PositionAtBottom);
  EXPECT_EQ(bar().value(), far.row() - page() + 1);
  view.scrollTo(far, QAbstractItemView::PositionAtCenter);
  EXPECT_EQ(bar().value(), far.row() - page() / 2);
  const int before = bar().value();
  view.scrollTo(model.index(far.row() + 1, 0));
  EXPECT_EQ(bar().value(), before) << "what is in view stays";
  view.scrollTo(model.index(5, 0));
  EXPECT_EQ(bar().value(), 5);
  view.scrollTo(model.index(5 + page(), 0));
  EXPECT_EQ(bar().value(), 6);
  EXPECT_EQ(view.horizontalScrollBar()->value(), 0);
  view.scrollTo(model.index(5, 7), QAbstractItemView::PositionAtCenter);
  EXPECT_EQ(view.horizontalScrollBar()->value(), view.horizontalScrollBar()->maximum());
}

TEST_F(TallTableTest, PaintsTheRowsThatAreShownAndAsksForNoOthers) {
  bar().setValue(1'500'000'000);
  view.selectAll();
  model.asked = 0;
  const QImage picture = view.grab().toImage();
  const quint64 cells = static_cast<quint64>(page() + 1) * static_cast<quint64>(model.columnCount());
  EXPECT_GT(model.asked, cells / 2);
  EXPECT_LT(model.asked, cells * 20);
  const QColor background = view.palette().color(QPalette::Base);
  const QColor marked = picture.pixelColor(view.viewport()->mapTo(&view, placeOf(3, 0) - QPoint(3, 8)));
  EXPECT_NE(marked, background) << "selected rows are marked";
}

TEST_F(TallTableTest, SelectionAndAlternatingRowsAreVisible) {
  view.setAlternatingRowColors(true);
  bar().setValue(2'000'000'000);
  view.clearSelection();
  view.setCurrentIndex(QModelIndex());
  const auto colourOf = [&](int row) {
    return view.grab().toImage().pixelColor(view.viewport()->mapTo(&view, QPoint(2, row * height() + 2)));
  };
  const QColor even = colourOf(2);
  const QColor odd = colourOf(3);
  EXPECT_NE(even, odd);
  EXPECT_EQ(colourOf(4), even);
  view.selectionModel()->select(model.index(2'000'000'002, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
  EXPECT_NE(colourOf(2), even);
  EXPECT_EQ(colourOf(3), odd);
}

TEST_F(TallTableTest, AScrolledRowMovesWhatIsThereAndPaintsWhatIsNew) {
  bar().setValue(1'000'000'000);
  QTest::qWait(50);
  view.painted = {};
  bar().setValue(bar().value() + 2);
  QTest::qWait(50);
  EXPECT_TRUE(view.painted.contains(placeOf(page() - 1, 0)));
  EXPECT_FALSE(view.painted.contains(placeOf(page() / 2, 0))) << "it was there already";
  view.painted = {};
  bar().setValue(5);
  QTest::qWait(50);
  EXPECT_TRUE(view.painted.contains(placeOf(page() / 2, 0)));
}

TEST_F(TallTableTest, ChangedDataIsPaintedWhereItIsShown) {
  bar().setValue(1'000'000'000);
  QTest::qWait(50);
  view.painted = {};
  model.tellChanged(0, 999'999'999);
  QTest::qWait(50);
  EXPECT_TRUE(view.painted.isEmpty()) << "what is not shown is not painted";
  model.tellChanged(999'999'000, 1'000'000'001);
  QTest::qWait(50);
  EXPECT_TRUE(view.painted.contains(placeOf(1, 0)));
  view.painted = {};
  model.tellChanged(0, kHugeRows - 1);
  QTest::qWait(50);
  EXPECT_TRUE(view.painted.contains(view.viewport()->rect().center()));
}

TEST_F(TallTableTest, ColumnsThatWereMovedAndHiddenAreStillHit) {
  auto* header = view.horizontalHeader();
  header->setSectionsMovable(true);
  header->moveSection(header->visualIndex(6), 0);
  view.setColumnHidden(0, true);
  view.setColumnWidth(6, 133);
  bar().setValue(bar().maximum());
  click(QPoint(60, height() / 2));
  EXPECT_EQ(view.currentIndex(), model.index(bar().value(), 6));
  EXPECT_EQ(view.visualRect(view.currentIndex()), QRect(0, 0, 133, height()));
  click(QPoint(133 + 20, height() * 2));
  EXPECT_EQ(view.currentIndex(), model.index(bar().value() + 2, 1)) << "column 0 is hidden, 1 is next";
  EXPECT_TRUE(view.visualRect(model.index(0, 0)).isEmpty());
  press(Qt::Key_Left);
  EXPECT_EQ(view.currentIndex().column(), 6);
  press(Qt::Key_End);
  EXPECT_EQ(view.currentIndex().column(), 7);
}

TEST_F(TallTableTest, ScrollsSidewaysWithItsHeader) {
  for (int column = 0; column < 8; ++column) view.setColumnWidth(column, 140);
  ASSERT_TRUE(QTest::qWaitFor([&] { return view.horizontalScrollBar()->maximum() > 150; }));
  view.horizontalScrollBar()->setValue(150);
  EXPECT_EQ(view.horizontalHeader()->offset(), 150);
  EXPECT_EQ(view.indexAt(QPoint(0, 5)), model.index(0, 1));
  view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->maximum());
  EXPECT_EQ(view.visualRect(model.index(0, 7)).right() + 1, view.viewport()->width());
}

TEST_F(TallTableTest, AColumnIsFittedToTheRowsThatAreShown) {
  view.resizeColumnToContents(0);
  const int narrow = view.columnWidth(0);
  bar().setValue(bar().maximum());
  view.resizeColumnToContents(0);
  EXPECT_GT(view.columnWidth(0), narrow) << "ten digits are wider than one";
}

TEST_F(TallTableTest, TakesNoMemoryForRows) {
  const auto costOf = [](int rows) {
    const std::size_t before = allocated();
    CountedRows many(rows);
    TallTableView table;
    table.setModel(&many);
    table.resize(800, 600);
    table.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&table));
    table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum());
    table.selectAll();
    table.grab();
    many.setRows(rows - 1);
    many.appendRows(1);
    QTest::qWait(20);
    return static_cast<qint64>(allocated()) - static_cast<qint64>(before);
  };
  costOf(1000);  // what is made once
  const qint64 few = costOf(1000);
  const qint64 many = costOf(kHugeRows);
  EXPECT_LT(many - few, 1 << 20) << "the stock view takes 17 GB";
}

TEST_F(TallTableTest, SelectingAllAndPaintingAsksForNoMoreThanTheScreen) {
  const auto askedFor = [&](int rows) {
    model.setRows(rows);
    view.selectAll();
    view.grab();
    model.asked = 0;
    view.selectionModel()->select(model.index(rows / 2, 0), QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    view.grab();
    return model.asked;
  };
  const quint64 few = askedFor(1000);
  EXPECT_LE(askedFor(kHugeRows), few * 2);
  EXPECT_EQ(view.selectionModel()->selection().size(), 2);
}

TEST_F(TallTableTest, RowsComeAndGo) {
  model.setRows(10);
  EXPECT_EQ(bar().maximum(), 0);
  model.appendRows(1'000'000);
  EXPECT_TRUE(QTest::qWaitFor([&] { return bar().maximum() == 1'000'010 - page(); }));
  bar().setValue(bar().maximum());
  model.removeLastRows(1'000'000);
  EXPECT_TRUE(QTest::qWaitFor([&] { return bar().maximum() == 0; }));
  EXPECT_EQ(view.indexAt(placeOf(9, 0)), model.index(9, 0));
  EXPECT_FALSE(view.indexAt(placeOf(10, 0)).isValid());
  model.setRows(0);
  EXPECT_FALSE(view.indexAt(placeOf(0, 0)).isValid());
  press(Qt::Key_Down);
  view.selectAll();
  view.grab();
}

TEST_F(TallTableTest, ALargerFontMakesHigherRowsAndKeepsTheFirst) {
  bar().setValue(123'456'789);
  const int before = height();
  QFont large = view.font();
  large.setPointSizeF(large.pointSizeF() * 3);
  view.setFont(large);
  EXPECT_GT(height(), before * 2);
  EXPECT_EQ(bar().value(), 123'456'789);
  EXPECT_EQ(view.indexAt(placeOf(2, 0)).row(), 123'456'791);
  EXPECT_EQ(bar().maximum(), kHugeRows - page());
}

TEST_F(TallTableTest, ScrollBarsAreThereWhereTheyAreNeededOnly) {
  model.setRows(5);
  for (int column = 0; column < 8; ++column) view.setColumnWidth(column, 50);
  EXPECT_TRUE(QTest::qWaitFor([&] { return !bar().isVisible() && !view.horizontalScrollBar()->isVisible(); }));
  model.setRows(page() + 10);
  EXPECT_TRUE(QTest::qWaitFor([&] { return bar().isVisible() && !view.horizontalScrollBar()->isVisible(); }));
  view.setColumnWidth(0, 1000);
  EXPECT_TRUE(QTest::qWaitFor([&] { return view.horizontalScrollBar()->isVisible(); }));
}

TEST(TallTable, KeepsTheRulesThatModelsAreHeldTo) {
  CountedRows model(1000);
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  TallTableView view;
  view.setModel(&model);
  view.resize(600, 400);
  view.show();
  view.selectAll();
  model.appendRows(1000);
  model.removeLastRows(500);
  model.setRows(200);
  model.tellChanged(0, 199);
  QTest::qWait(20);
  EXPECT_EQ(view.verticalScrollBar()->maximum() + view.verticalScrollBar()->pageStep(), 200);
  view.setModel(nullptr);
  EXPECT_FALSE(view.indexAt(QPoint(5, 5)).isValid());
}

}  // namespace
}  // namespace undelivered
