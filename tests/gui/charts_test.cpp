// SPDX-License-Identifier: GPL-3.0-or-later
// What can be clicked and chosen on a chart, by mouse and by keyboard.
#include <QAccessible>
#include <QApplication>
#include <QChart>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <gmock/gmock.h>

#include "chart_fixture.h"
#include "charts/ring_chart.h"

namespace undelivered {
namespace {

using testing::ElementsAre;
using Shape = ChartPanel::Shape;

QString showTipAt(ShownPanel& shown, const QPoint& place) {
  QWidget* below = shown.panel.childAt(place);
  const QPoint there = below->mapFrom(&shown.panel, place);
  QHelpEvent help(QEvent::ToolTip, there, below->mapToGlobal(there));
  QCoreApplication::sendEvent(below, &help);
  return QToolTip::text();
}

TEST(Charts, ClickOnABarChoosesIt) {
  ShownPanel shown(Shape::Bars, threeItems());
  for (const QColor& color : {kBlue, kRed, kGreen}) {
    const auto place = shown.pixelOf(color);
    ASSERT_TRUE(place) << color.name().toStdString();
    shown.click(*place);
  }
  EXPECT_THAT(shown.indexes(), ElementsAre(2, 0, 1));
}

TEST(Charts, LongerBarsStandForLargerCounts) {
  ShownPanel shown(Shape::Bars, threeItems());
  const QImage image = shown.panel.grab().toImage();
  QList<int> lengths;
  for (const QColor& color : {kRed, kGreen, kBlue}) {
    const auto place = shown.pixelOf(color);
    ASSERT_TRUE(place);
    int length = 0;
    for (int x = 0; x < image.width(); ++x) length += image.pixelColor(x, place->y()) == color;
    lengths.append(length);
  }
  EXPECT_NEAR(lengths[1], lengths[0] * 640 / 1204, 2);
  EXPECT_NEAR(lengths[2], lengths[0] * 300 / 1204, 2);
}

TEST(Charts, ClickOnTheLabelOfABarChoosesItAlsoWhereItCountsNothing) {
  auto items = threeItems();
  items[1].count = 0;
  ShownPanel shown(Shape::Bars, items);
  EXPECT_FALSE(shown.pixelOf(kGreen));
  shown.click(QPoint(30, shown.placeOf(1).y()));
  shown.click(QPoint(400, shown.placeOf(2).y()));
  EXPECT_THAT(shown.indexes(), ElementsAre(1, 2));
}

TEST(Charts, ClickOnASliceOrItsLegendChoosesIt) {
  ShownPanel shown(Shape::Ring, threeItems());
  const int between = shown.placeOf(0).x() - static_cast<int>(shown.view()->itemArea(0).width() / 2) - 2;
  for (const QColor& color : {kGreen, kBlue, kRed}) {
    const auto slice = shown.pixelOf(color, 0, between);
    const auto swatch = shown.pixelOf(color, between);
    ASSERT_TRUE(slice && swatch) << color.name().toStdString();
    shown.click(*slice);
    shown.click(*swatch);
  }
  EXPECT_THAT(shown.indexes(), ElementsAre(1, 1, 2, 2, 0, 0));
}

TEST(Charts, WithoutRoomForARingAStripTellsTheSameAndIsClicked) {
  auto items = threeItems();
  for (ChartItem& item : items) item.count *= 1000;
  ShownPanel shown(Shape::Ring, items, QSize(230, 150));
  const auto* ring = qobject_cast<RingChart*>(shown.view());
  ASSERT_TRUE(ring->isStrip());
  EXPECT_TRUE(ring->showsFigures());
  const int top = shown.view()->viewport()->mapTo(&shown.panel, QPoint(0, 4)).y();
  QList<int> edges;  // from left to right: red, green, blue
  const QImage image = shown.panel.grab().toImage();
  for (const QColor& color : {kRed, kGreen, kBlue}) {
    int first = -1;
    for (int x = 0; x < image.width() && first < 0; ++x) first = image.pixelColor(x, top) == color ? x : -1;
    ASSERT_GE(first, 0) << color.name().toStdString();
    edges.append(first);
    shown.click(QPoint(first + 4, top));
  }
  EXPECT_LT(edges[0], edges[1]);
  EXPECT_LT(edges[1], edges[2]);
  EXPECT_THAT(shown.indexes(), ElementsAre(0, 1, 2));
}

TEST(Charts, ARingTellsItsFiguresHoweverLargeTheyAre) {
  for (const quint64 factor : {1, 1000, 100'000}) {
    for (const QSize size : {QSize(230, 150), QSize(240, 206), QSize(330, 206), QSize(420, 260)}) {
      if (factor == 100'000 && size.height() == 150) continue;
      auto items = threeItems();
      for (ChartItem& item : items) item.count *= factor;
      ShownPanel shown(Shape::Ring, items, size);
      EXPECT_TRUE(qobject_cast<RingChart*>(shown.view())->showsFigures()) << size.width() << " x " << factor;
    }
  }
}

TEST(Charts, TheHoleOfARingAndTheRoomAroundItChooseNothing) {
  ShownPanel shown(Shape::Ring, threeItems());
  const auto red = shown.pixelOf(kRed, 0, 150);
  ASSERT_TRUE(red);
  const QPoint corner = shown.view()->viewport()->mapTo(&shown.panel, QPoint(1, 1));
  shown.click(corner);
  EXPECT_TRUE(shown.chosen.isEmpty());
}

TEST(Charts, AColumnIsChosenOverTheFullHeight) {
  ShownPanel shown(Shape::Columns, threeItems());
  for (const QColor& color : {kBlue, kRed, kGreen}) {
    const auto place = shown.pixelOf(color);
    ASSERT_TRUE(place) << color.name().toStdString();
    shown.click(*place);
    shown.click(QPoint(place->x(), shown.view()->viewport()->mapTo(&shown.panel, QPoint(0, 6)).y()));
  }
  EXPECT_THAT(shown.indexes(), ElementsAre(2, 2, 0, 0, 1, 1));
}

TEST(Charts, EveryOneOfSixHundredColumnsIsReachedByKeyboardAndTheEndsByMouse) {
  ShownPanel shown(Shape::Columns, manyItems(600));
  shown.click(shown.placeOf(0));
  shown.click(shown.placeOf(599));
  EXPECT_THAT(shown.indexes(), ElementsAre(0, 599));
  shown.chosen.clear();
  shown.view()->setFocus();
  QTest::keyClick(shown.view(), Qt::Key_Home);
  for (int i = 0; i < 600; ++i) {
    QTest::keyClick(shown.view(), Qt::Key_Space);
    QTest::keyClick(shown.view(), Qt::Key_Right);
  }
  ASSERT_EQ(shown.chosen.size(), 600);
  for (int i = 0; i < 600; ++i) EXPECT_EQ(shown.chosen[i].first, i);
}

TEST(Charts, ControlIsPassedOn) {
  ShownPanel shown(Shape::Bars, threeItems());
  shown.click(shown.placeOf(1), Qt::ControlModifier);
  shown.view()->setFocus();
  QTest::keyClick(shown.view(), Qt::Key_Space, Qt::ControlModifier);
  QTest::keyClick(shown.view(), Qt::Key_Enter, Qt::KeypadModifier);
  ASSERT_EQ(shown.chosen.size(), 3);
  EXPECT_EQ(shown.chosen[0].second, Qt::ControlModifier);
  EXPECT_EQ(shown.chosen[1].second, Qt::ControlModifier);
  EXPECT_EQ(shown.chosen[2].second, Qt::NoModifier);
}

TEST(Charts, OnlyAFullClickOfTheLeftButtonChooses) {
  ShownPanel shown(Shape::Bars, threeItems());
  QWidget* viewport = shown.view()->viewport();
  const QPoint first = shown.view()->itemArea(0).center().toPoint();
  const QPoint second = shown.view()->itemArea(1).center().toPoint();
  shown.click(shown.placeOf(0), {}, Qt::RightButton);
  QTest::mousePress(viewport, Qt::LeftButton, {}, first);
  QTest::mouseRelease(viewport, Qt::LeftButton, {}, second);
  EXPECT_TRUE(shown.chosen.isEmpty());
}

TEST(Charts, ADoubleClickChoosesOnce) {
  ShownPanel shown(Shape::Bars, threeItems());
  doubleClick(shown.view()->viewport(), shown.view()->itemArea(1).center().toPoint());
  EXPECT_THAT(shown.indexes(), ElementsAre(1));
}

TEST(Charts, KeysMoveAndChoose) {
  ShownPanel shown(Shape::Bars, threeItems());
  ChartView* view = shown.view();
  view->setFocus(Qt::TabFocusReason);
  QTest::keyClick(view, Qt::Key_Return);
  QTest::keyClick(view, Qt::Key_Up);
  EXPECT_EQ(view->current(), 0);
  QTest::keyClick(view, Qt::Key_Down);
  QTest::keyClick(view, Qt::Key_Right);
  QTest::keyClick(view, Qt::Key_Down);
  EXPECT_EQ(view->current(), 2);
  QTest::keyClick(view, Qt::Key_Left);
  QTest::keyClick(view, Qt::Key_Space);
  QTest::keyClick(view, Qt::Key_Home);
  EXPECT_EQ(view->current(), 0);
  QTest::keyClick(view, Qt::Key_End);
  QTest::keyClick(view, Qt::Key_Enter);
  EXPECT_THAT(shown.indexes(), ElementsAre(0, 1, 2));
}

TEST(Charts, TabReachesTheChartAndMarksItsItem) {
  ShownPanel shown(Shape::Bars, threeItems());
  shown.turn()->setFocus();
  const QImage before = shown.panel.grab().toImage();
  QTest::keyClick(shown.turn(), Qt::Key_Tab);
  EXPECT_TRUE(shown.view()->hasFocus());
  const QRect row = shown.view()->itemArea(0).toAlignedRect();
  const QPoint edge = shown.view()->viewport()->mapTo(&shown.panel, QPoint(row.left() + 1, row.center().y()));
  const QImage marked = shown.panel.grab().toImage();
  EXPECT_EQ(marked.pixelColor(edge), Colors(shown.panel.palette()).accent);
  EXPECT_NE(before.pixelColor(edge), marked.pixelColor(edge));
  shown.click(shown.placeOf(0));
  EXPECT_NE(shown.panel.grab().toImage().pixelColor(edge), Colors(shown.panel.palette()).accent);
}

TEST(Charts, ScreenReadersFindTheItemThatTheKeyboardIsOn) {
  auto items = threeItems();
  items[1].selected = true;
  ShownPanel shown(Shape::Ring, items);
  QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(shown.view());
  ASSERT_NE(heard, nullptr);
  EXPECT_EQ(heard->text(QAccessible::Name), QStringLiteral("Why?"));
  QTest::keyClick(shown.view(), Qt::Key_Down);
  EXPECT_EQ(heard->text(QAccessible::Description), QStringLiteral("Address unknown, 640, 29.9\u00a0%, chosen"));
  QTest::keyClick(shown.view(), Qt::Key_Down);
  EXPECT_EQ(heard->text(QAccessible::Description), QStringLiteral("Other, 300, 14.0\u00a0%"));
}

TEST(Charts, TheKeyboardStaysOnItsItemWhenItemsMove) {
  ShownPanel shown(Shape::Bars, threeItems());
  QTest::keyClick(shown.view(), Qt::Key_Down);
  auto items = threeItems();
  items.move(1, 0);
  items.removeLast();
  shown.panel.setItems(items);
  EXPECT_EQ(shown.view()->current(), 0);
  shown.panel.setItems({});
  EXPECT_EQ(shown.view()->current(), -1);
  QTest::keyClick(shown.view(), Qt::Key_Space);
  EXPECT_TRUE(shown.chosen.isEmpty());
}

TEST(Charts, TheHandTheHighlightAndTheTipFollowTheMouse) {
  ShownPanel shown(Shape::Bars, threeItems());
  const auto place = shown.pixelOf(kGreen);
  ASSERT_TRUE(place);
  QWidget* viewport = shown.view()->viewport();
  QTest::mouseMove(viewport, viewport->mapFrom(&shown.panel, *place));
  EXPECT_EQ(viewport->cursor().shape(), Qt::PointingHandCursor);
  EXPECT_NE(shown.panel.grab().toImage().pixelColor(*place), kGreen);
  EXPECT_TRUE(showTipAt(shown, *place).contains(QStringLiteral("Address unknown: 640 (29.9\u00a0%)")));
  QEvent leave(QEvent::Leave);
  QCoreApplication::sendEvent(viewport, &leave);
  EXPECT_EQ(viewport->cursor().shape(), Qt::ArrowCursor);
  EXPECT_EQ(shown.panel.grab().toImage().pixelColor(*place), kGreen);
}

TEST(Charts, NoneOfThirtyReasonsIsLost) {
  ShownPanel shown(Shape::Bars, manyItems(30), QSize(360, 240));
  QList<int> all;
  for (int i = 0; i < 30; ++i) {
    all.append(i);
    const QPointF middle = shown.view()->itemArea(i).center();
    shown.scroll()->ensureVisible(qRound(middle.x()), qRound(middle.y()), 0, 20);
    shown.click(shown.placeOf(i));
  }
  EXPECT_EQ(shown.indexes(), all);
  EXPECT_GE(shown.view()->itemArea(0).height(), QFontMetrics(shown.panel.font()).height());
}

TEST(Charts, FourteenReasonsNeedNoScrollingIn320Pixels) {
  ShownPanel shown(Shape::Bars, manyItems(14), QSize(400, 320));
  shown.panel.setNote(QStringLiteral("A line below the title"));
  QTest::qWait(1);
  EXPECT_LE(shown.view()->itemArea(13).bottom(), shown.scroll()->viewport()->height());
}

TEST(Charts, KeysScrollToWhatTheyReach) {
  ShownPanel shown(Shape::Bars, manyItems(30), QSize(360, 240));
  QTest::keyClick(shown.view(), Qt::Key_End);
  const QRect area = shown.view()->itemArea(29).toAlignedRect();
  EXPECT_FALSE(shown.view()->viewport()->visibleRegion().intersected(area).isEmpty());
  QTest::keyClick(shown.view(), Qt::Key_Home);
  EXPECT_FALSE(
      shown.view()->viewport()->visibleRegion().intersected(shown.view()->itemArea(0).toAlignedRect()).isEmpty());
}

TEST(Charts, TabComesBackToTheItemThatWasLeft) {
  ShownPanel shown(Shape::Bars, manyItems(30), QSize(360, 240));
  QTest::keyClick(shown.view(), Qt::Key_End);
  shown.turn()->setFocus();
  shown.scroll()->ensureVisible(0, 0);
  QTest::keyClick(shown.turn(), Qt::Key_Tab);
  const QRect area = shown.view()->itemArea(29).toAlignedRect();
  EXPECT_FALSE(shown.view()->viewport()->visibleRegion().intersected(area).isEmpty());
}

TEST(Charts, TheWheelScrollsWhatDoesNotFit) {
  ShownPanel shown(Shape::Bars, manyItems(30), QSize(360, 240));
  QWidget* viewport = shown.view()->viewport();
  const QPointF place = shown.view()->itemArea(2).center();
  QWheelEvent wheel(place, viewport->mapToGlobal(place), QPoint(), QPoint(0, -240), Qt::NoButton, Qt::NoModifier,
                    Qt::NoScrollPhase, false);
  QApplication::sendEvent(viewport, &wheel);
  EXPECT_GT(shown.scroll()->verticalScrollBar()->value(), 0);
}

TEST(Charts, ARowOfColumnsNeverWritesOneLabelOverAnother) {
  for (const int width : {220, 400, 700}) {
    ShownPanel shown(Shape::Columns, manyItems(80), QSize(width, 220));
    // Between two labels there is a stretch in which no line of pixels below the columns is written on.
    const QImage image = shown.view()->grab().toImage();
    const QColor ground = Colors(shown.panel.palette()).card;
    const int top = static_cast<int>(shown.view()->itemArea(0).bottom()) + 1;
    int stretches = 0;
    for (int x = 0, blank = 0; x < image.width(); ++x) {
      bool written = false;
      for (int y = top; y < image.height(); ++y) written = written || image.pixelColor(x, y) != ground;
      blank = written ? 0 : blank + 1;
      stretches += blank == 10;
    }
    const int label = QFontMetrics(shown.panel.font()).horizontalAdvance(QStringLiteral("Reason number 10"));
    EXPECT_GE(stretches, 1);
    EXPECT_LE(stretches, width / label + 1);
  }
}

TEST(Charts, ItemsOfTheSameNameAreAllThere) {
  auto items = threeItems();
  for (ChartItem& item : items) item.label = QStringLiteral("Twin");
  for (const Shape shape : {Shape::Bars, Shape::Ring, Shape::Columns}) {
    ShownPanel shown(shape, items);
    for (int i = 0; i < 3; ++i) shown.click(shown.placeOf(i));
    EXPECT_THAT(shown.indexes(), ElementsAre(0, 1, 2));
    EXPECT_TRUE(shown.pixelOf(kRed) && shown.pixelOf(kGreen) && shown.pixelOf(kBlue));
  }
}

TEST(Charts, LabelsThatLookLikeMarkupAreShownAsTheyAre) {
  auto items = threeItems();
  items[0].label = QStringLiteral("A<b>B</b> & C");
  ShownPanel shown(Shape::Columns, items);
  EXPECT_TRUE(shown.view()->accessibleDescription().startsWith(QStringLiteral("A<b>B</b> & C, ")));
  EXPECT_TRUE(showTipAt(shown, shown.placeOf(0)).contains(QStringLiteral("A&lt;b&gt;B&lt;/b&gt; &amp; C: 1,204")));
}

}  // namespace
}  // namespace undelivered
