// SPDX-License-Identifier: GPL-3.0-or-later
// The table for any number of rows: mouse, keyboard, assistive technology.
#include <QAccessible>
#include <QWheelEvent>

#include "tall_table_fixture.h"

namespace undelivered {
namespace {

class TallInputTest : public TallTableTest {
 protected:
  const int last = kHugeRows - 1;
};

TEST_F(TallInputTest, KeysReachBothEnds) {
  view.setCurrentIndex(model.index(0, 3));
  press(Qt::Key_End, Qt::ControlModifier);
  EXPECT_EQ(view.currentIndex(), model.index(last, 7));
  EXPECT_EQ(bar().value(), bar().maximum());
  press(Qt::Key_Down);
  EXPECT_EQ(view.currentIndex().row(), last) << "there is nothing below";
  press(Qt::Key_Home, Qt::ControlModifier);
  EXPECT_EQ(view.currentIndex(), model.index(0, 0));
  EXPECT_EQ(bar().value(), 0);
  press(Qt::Key_Up);
  EXPECT_EQ(view.currentIndex().row(), 0);
}

TEST_F(TallInputTest, PagesGoByWhatIsShown) {
  view.setCurrentIndex(model.index(0, 0));
  press(Qt::Key_PageDown);
  EXPECT_EQ(view.currentIndex().row(), page());
  press(Qt::Key_End, Qt::ControlModifier);
  press(Qt::Key_PageUp);
  EXPECT_EQ(view.currentIndex().row(), last - page());
  press(Qt::Key_PageDown);
  press(Qt::Key_PageDown);
  EXPECT_EQ(view.currentIndex().row(), last);
  EXPECT_EQ(selected(), rangeOf(last, last));
}

TEST_F(TallInputTest, AClickHitsTheRowUnderTheMouseAtTheVeryEnd) {
  bar().setValue(bar().maximum());
  const int shown = last - bar().value();
  click(placeOf(shown, 2));
  EXPECT_EQ(view.currentIndex(), model.index(last, 2));
  EXPECT_EQ(selected(), rangeOf(last, last));
  click(placeOf(0, 0));
  EXPECT_EQ(selected(), rangeOf(bar().maximum(), bar().maximum()));
}

TEST_F(TallInputTest, ShiftExtendsAndBothEndsMayBeFarApart) {
  click(placeOf(3, 0));
  press(Qt::Key_Down, Qt::ShiftModifier);
  press(Qt::Key_PageDown, Qt::ShiftModifier);
  EXPECT_EQ(selected(), rangeOf(3, 4 + page()));
  bar().setValue(bar().maximum());
  click(placeOf(0, 1), Qt::ShiftModifier);
  EXPECT_EQ(selected(), rangeOf(3, bar().maximum()));
  press(Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
  EXPECT_EQ(selected(), rangeOf(3, last));
  press(Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
  EXPECT_EQ(selected(), rangeOf(0, 3)) << "the first click stays the fixed end";
}

TEST_F(TallInputTest, ShiftStartsAtARowThatTheProgramMadeCurrent) {
  click(placeOf(3, 0));
  view.setCurrentIndex(model.index(1'000'000'000, 0));
  press(Qt::Key_Up, Qt::ShiftModifier);
  EXPECT_EQ(selected(), rangeOf(999'999'999, 1'000'000'000));
}

TEST_F(TallInputTest, CtrlClickAddsAndTakesAway) {
  click(placeOf(1, 0));
  bar().setValue(2'000'000'000);
  click(placeOf(2, 0), Qt::ControlModifier);
  EXPECT_EQ(selected(), QStringList({QStringLiteral("1-1"), QStringLiteral("2000000002-2000000002")}));
  click(placeOf(2, 0), Qt::ControlModifier);
  EXPECT_EQ(selected(), rangeOf(1, 1));
  press(Qt::Key_A, Qt::ControlModifier);
  EXPECT_EQ(selected(), rangeOf(0, last));
}

TEST_F(TallInputTest, TheProgramMaySelectARowWhileCtrlIsHeld) {
  press(Qt::Key_End, Qt::ControlModifier);
  ASSERT_TRUE(QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier));
  view.selectRow(5);
  EXPECT_EQ(selected(), rangeOf(5, 5));
  press(Qt::Key_Down);
}

TEST_F(TallInputTest, ADragSelectsTheRowsItPasses) {
  bar().setValue(1'999'999'000);
  QTest::mousePress(view.viewport(), Qt::LeftButton, {}, placeOf(2, 0));
  QTest::mouseMove(view.viewport(), placeOf(4, 1));
  EXPECT_EQ(selected(), rangeOf(1'999'999'002, 1'999'999'004));
  QTest::mouseMove(view.viewport(), placeOf(1, 3));
  EXPECT_EQ(selected(), rangeOf(1'999'999'001, 1'999'999'002));
  QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, placeOf(1, 3));
  EXPECT_EQ(selected(), rangeOf(1'999'999'001, 1'999'999'002));
}

TEST_F(TallInputTest, ADragGoesOnOverBillionsOfRowsThatAreScrolledMeanwhile) {
  QTest::mousePress(view.viewport(), Qt::LeftButton, {}, placeOf(2, 0));
  QTest::mouseMove(view.viewport(), placeOf(4, 0));
  bar().setValue(bar().maximum());
  QTest::mouseMove(view.viewport(), placeOf(5, 0));
  EXPECT_EQ(selected(), rangeOf(2, bar().maximum() + 5));
  bar().setValue(0);
  QTest::mouseMove(view.viewport(), placeOf(1, 0));
  EXPECT_EQ(selected(), rangeOf(1, 2));
  QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, placeOf(1, 0));
}

TEST_F(TallInputTest, ADragBeyondTheBorderScrollsAndSelectsThoughTheMouseRests) {
  bar().setValue(2'000'000'000);
  QTest::mousePress(view.viewport(), Qt::LeftButton, {}, placeOf(2, 0));
  QTest::mouseMove(view.viewport(), QPoint(20, view.viewport()->height() + 40));
  const auto lastSelected = [&] { return view.selectionModel()->selection().front().bottom(); };
  EXPECT_TRUE(QTest::qWaitFor([&] { return lastSelected() > 2'000'000'100; }));
  EXPECT_GT(bar().value(), 2'000'000'050);
  EXPECT_EQ(selected(), rangeOf(2'000'000'002, lastSelected()));
  QTest::mouseMove(view.viewport(), QPoint(20, -40));
  EXPECT_TRUE(QTest::qWaitFor([&] { return bar().value() < 1'999'999'900; }));
  EXPECT_EQ(lastSelected(), 2'000'000'002) << "the other way round the start is the lower end";
  QTest::mouseMove(view.viewport(), placeOf(5, 0));
  const int stopped = bar().value();
  EXPECT_EQ(selected(), rangeOf(stopped + 5, 2'000'000'002));
  QTest::qWait(200);
  EXPECT_EQ(bar().value(), stopped) << "within the table nothing scrolls";
  QTest::mouseMove(view.viewport(), QPoint(20, -40));
  QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, QPoint(20, -40));
  const int released = bar().value();
  QTest::qWait(200);
  EXPECT_EQ(bar().value(), released) << "nor does it after the mouse was released";
}

TEST_F(TallInputTest, ADragBesideTheColumnsSelectsAsOneOverThem) {
  for (int column = 0; column < 8; ++column) view.setColumnWidth(column, 40);
  QTest::mousePress(view.viewport(), Qt::LeftButton, {}, placeOf(1, 0));
  QTest::mouseMove(view.viewport(), QPoint(700, 4 * height() + 3));
  EXPECT_EQ(selected(), rangeOf(1, 4));
  QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, QPoint(700, 4 * height() + 3));
}

TEST_F(TallInputTest, OffsetsStayWithinAnIntWhereverTheTableIs) {
  EXPECT_EQ(view.verticalOffset(), 0);
  bar().setValue(bar().maximum());
  EXPECT_GT(view.verticalOffset(), 1'000'000'000);
  click(placeOf(0, 0));
  EXPECT_EQ(view.verticalOffset(), 0) << "counted from where the mouse was pressed";
  bar().setValue(bar().value() - 3);
  EXPECT_EQ(view.verticalOffset(), -3 * height());
}

TEST_F(TallInputTest, TheWheelScrollsByRows) {
  bar().setValue(2'000'000'000);
  const QPointF place = view.viewport()->rect().center();
  QWheelEvent wheel(place, view.viewport()->mapToGlobal(place), {}, QPoint(0, -120), Qt::NoButton, {},
                    Qt::NoScrollPhase, false);
  QApplication::sendEvent(view.viewport(), &wheel);
  EXPECT_EQ(bar().value(), 2'000'000'000 + QApplication::wheelScrollLines());
}

TEST_F(TallInputTest, TypingSearchesNothing) {
  view.setCurrentIndex(model.index(0, 0));
  model.asked = 0;
  press(Qt::Key_7);
  EXPECT_LT(model.asked, 10u);
  EXPECT_EQ(view.currentIndex().row(), 0);
}

TEST_F(TallInputTest, AssistiveTechnologySeesATable) {
  QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&view);
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->role(), QAccessible::Table);
  ASSERT_NE(table->tableInterface(), nullptr);
  EXPECT_EQ(table->tableInterface()->rowCount(), kHugeRows);
  EXPECT_EQ(table->tableInterface()->columnCount(), 8);
  EXPECT_EQ(table->childCount(), std::numeric_limits<int>::max()) << "as many as an int counts, and not less than none";
  EXPECT_EQ(table->child(3)->role(), QAccessible::ColumnHeader);
  EXPECT_EQ(table->child(3)->text(QAccessible::Name), QStringLiteral("4"));
  for (const int row : {0, 5, 119'304'647, 300'000'000, 2'000'000'000, last}) {
    QAccessibleInterface* cell = table->tableInterface()->cellAt(row, 6);
    ASSERT_NE(cell, nullptr) << row;
    EXPECT_EQ(cell->role(), QAccessible::Cell);
    EXPECT_EQ(cell->text(QAccessible::Name), QStringLiteral("%1/6").arg(row));
    EXPECT_EQ(cell->tableCellInterface()->rowIndex(), row);
    EXPECT_EQ(cell->tableCellInterface()->columnIndex(), 6);
    EXPECT_EQ(cell->parent(), table);
    EXPECT_EQ(cell->tableCellInterface()->columnHeaderCells().value(0)->text(QAccessible::Name), QStringLiteral("7"));
    const int number = table->indexOfChild(cell);
    if (number >= 0) {
      EXPECT_EQ(table->child(number), cell);
    }
    EXPECT_EQ(number >= 0, (qint64{row} + 1) * 8 + 6 < std::numeric_limits<int>::max());
  }
  EXPECT_EQ(table->tableInterface()->cellAt(-1, 0), nullptr);
  EXPECT_EQ(table->tableInterface()->cellAt(0, 8), nullptr);
}

TEST_F(TallInputTest, AssistiveTechnologySeesWhereCellsAreAndWhatIsSelected) {
  QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&view);
  bar().setValue(2'000'000'000);
  click(placeOf(3, 1));
  QAccessibleInterface* cell = table->tableInterface()->cellAt(2'000'000'003, 1);
  const QPoint middle = view.viewport()->mapToGlobal(placeOf(3, 1));
  EXPECT_TRUE(cell->rect().contains(middle));
  EXPECT_EQ(table->childAt(middle.x(), middle.y()), cell);
  EXPECT_TRUE(cell->state().selected);
  EXPECT_FALSE(cell->state().offscreen);
  EXPECT_TRUE(table->tableInterface()->cellAt(0, 1)->state().offscreen);
  EXPECT_EQ(table->tableInterface()->selectedRows(), QList<int>{2'000'000'003});
  EXPECT_TRUE(table->tableInterface()->selectRow(last));
  EXPECT_TRUE(table->tableInterface()->isRowSelected(last));
  EXPECT_TRUE(table->tableInterface()->unselectRow(last));
  EXPECT_FALSE(table->tableInterface()->isRowSelected(last));
  view.selectAll();
  model.asked = 0;
  EXPECT_EQ(table->tableInterface()->selectedRowCount(), kHugeRows);
  EXPECT_EQ(table->tableInterface()->selectedCellCount(), std::numeric_limits<int>::max());
  EXPECT_EQ(table->tableInterface()->selectedRows().size(), 1000);
  EXPECT_EQ(table->tableInterface()->selectedCells().size(), 1000);
  EXPECT_LT(model.asked, 10'000u);
}

TEST_F(TallInputTest, CellsThatAreGoneAreNotValidAnyMore) {
  QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&view);
  QAccessibleInterface* cell = table->tableInterface()->cellAt(7, 0);
  model.setRows(3);
  EXPECT_FALSE(cell->isValid());
  EXPECT_EQ(table->tableInterface()->cellAt(7, 0), nullptr);
  EXPECT_EQ(table->tableInterface()->cellAt(2, 0)->text(QAccessible::Name), QStringLiteral("2/0"));
  EXPECT_EQ(table->childCount(), 4 * 8);
}

}  // namespace
}  // namespace undelivered
