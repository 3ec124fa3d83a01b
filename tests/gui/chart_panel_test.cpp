// SPDX-License-Identifier: GPL-3.0-or-later
// The panel around a chart: its table, its empty text, and how it follows items, colours and language.
#include <QAbstractItemModelTester>
#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QLabel>
#include <QTranslator>

#include <gmock/gmock.h>

#include "chart_fixture.h"
#include "charts/chart_table.h"

namespace undelivered {
namespace {

using testing::ElementsAre;
using Shape = ChartPanel::Shape;

class PaintCounter : public QObject {
 public:
  int paints = 0;
  bool eventFilter(QObject*, QEvent* event) override {
    paints += event->type() == QEvent::Paint;
    return false;
  }
};

class Reversed : public QTranslator {
 public:
  bool isEmpty() const override { return false; }
  QString translate(const char*, const char* source, const char*, int) const override {
    return QLatin1String(source) == QLatin1String("Show as table") ? QStringLiteral("Als Tabelle") : QString();
  }
};

QString cell(const QTableView* table, int row, int column) {
  return table->model()->index(row, column).data().toString();
}

TEST(ChartPanelTable, ShowsTheSameItemsAsRows) {
  ShownPanel shown(Shape::Ring, threeItems());
  QTest::mouseClick(shown.turn(), Qt::LeftButton);
  ASSERT_TRUE(shown.panel.isTableShown());
  EXPECT_FALSE(shown.view()->isVisible());
  ASSERT_TRUE(shown.table()->isVisible());
  EXPECT_EQ(shown.table()->accessibleName(), QStringLiteral("Why?"));
  EXPECT_EQ(shown.turn()->accessibleName(), QStringLiteral("Show as chart"));
  ASSERT_EQ(shown.table()->model()->rowCount(), 3);
  EXPECT_EQ(cell(shown.table(), 0, 0), QStringLiteral("Mailbox full"));
  EXPECT_EQ(cell(shown.table(), 0, 1), QStringLiteral("1,204"));
  EXPECT_EQ(cell(shown.table(), 0, 2), QStringLiteral("56.2\u00a0%"));
  const QVariant alignment = shown.table()->model()->index(0, 1).data(Qt::TextAlignmentRole);
  EXPECT_TRUE(alignment.value<Qt::Alignment>() & Qt::AlignRight);
  EXPECT_EQ(shown.table()->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Number"));
  QTest::mouseClick(shown.turn(), Qt::LeftButton);
  EXPECT_TRUE(shown.view()->isVisible());
}

TEST(ChartPanelTable, RowsAreChosenByMouseAndKeyboard) {
  ShownPanel shown(Shape::Bars, threeItems());
  shown.panel.showTable(true);
  QTableView* table = shown.table();
  const auto place = [table](int row) { return table->visualRect(table->model()->index(row, 1)).center(); };
  QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ControlModifier, place(2));
  doubleClick(table->viewport(), place(1));
  table->setFocus();
  QTest::keyClick(table, Qt::Key_Up);
  QTest::keyClick(table, Qt::Key_Return);
  EXPECT_THAT(shown.indexes(), ElementsAre(2, 1, 0));
  EXPECT_EQ(shown.chosen[0].second, Qt::ControlModifier);
}

TEST(ChartPanelTable, KeepsTheModelContract) {
  ShownPanel shown(Shape::Bars, threeItems());
  const QAbstractItemModelTester tester(shown.table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  shown.panel.setItems(manyItems(5));
  shown.panel.setItems({});
  shown.panel.setItems(manyItems(2));
  EXPECT_EQ(shown.table()->model()->rowCount(), 2);
}

TEST(ChartPanel, SaysTheEmptyTextWhenNothingCounts) {
  auto items = threeItems();
  for (ChartItem& item : items) item.count = 0;
  ShownPanel shown(Shape::Bars, items);
  const auto said = [&shown] {
    for (const QLabel* label : shown.panel.findChildren<QLabel*>()) {
      if (label->text() == QStringLiteral("Nothing failed.")) return label->isVisible();
    }
    return false;
  };
  EXPECT_TRUE(said());
  EXPECT_FALSE(shown.view()->isVisible());
  EXPECT_FALSE(shown.turn()->isVisible());
  shown.panel.setItems(threeItems());
  EXPECT_FALSE(said());
  EXPECT_TRUE(shown.view()->isVisible());
}

TEST(ChartPanel, FadesWhatIsNotChosenOnceSomethingIs) {
  for (const Shape shape : {Shape::Bars, Shape::Ring, Shape::Columns}) {
    auto items = threeItems();
    items[1].selected = true;
    ShownPanel shown(shape, items);
    EXPECT_FALSE(shown.pixelOf(kRed));
    EXPECT_TRUE(shown.pixelOf(kGreen));
    items[1].selected = false;
    shown.panel.setItems(items);
    EXPECT_TRUE(shown.pixelOf(kRed));
  }
}

TEST(ChartPanel, EqualItemsCostNothing) {
  ShownPanel shown(Shape::Bars, threeItems());
  shown.panel.grab();
  QTest::qWait(20);
  PaintCounter counter;
  shown.view()->viewport()->installEventFilter(&counter);
  shown.panel.setItems(threeItems());
  QTest::qWait(20);
  EXPECT_EQ(counter.paints, 0);
  auto items = threeItems();
  items[0].count = 1;
  shown.panel.setItems(items);
  QTest::qWait(20);
  EXPECT_GE(counter.paints, 1);
}

TEST(ChartPanel, NewCountsReplaceValuesInTheSameSeries) {
  ShownPanel shown(Shape::Bars, threeItems());
  auto* series = qobject_cast<QHorizontalStackedBarSeries*>(shown.view()->chart()->series().value(0));
  ASSERT_NE(series, nullptr);
  const QList<QBarSet*> sets = series->barSets();
  EXPECT_EQ(sets.size(), 3);  // one a colour
  auto items = threeItems();
  for (ChartItem& item : items) item.count += 7;
  shown.panel.setItems(items);
  EXPECT_EQ(series->barSets(), sets);
  double sum = 0;
  for (const QBarSet* set : series->barSets()) sum += set->sum();
  EXPECT_EQ(sum, 1204 + 640 + 300 + 21);
}

TEST(ChartPanel, FollowsLanguageAndNumberFormats) {
  ShownPanel shown(Shape::Bars, threeItems());
  EXPECT_EQ(shown.turn()->toolTip(), QStringLiteral("Show as table"));
  const QLocale before;
  Reversed translator;
  QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
  QCoreApplication::installTranslator(&translator);
  QTest::qWait(1);
  EXPECT_EQ(shown.turn()->toolTip(), QStringLiteral("Als Tabelle"));
  EXPECT_EQ(shown.view()->accessibleDescription(), QStringLiteral("Mailbox full, 1.204, 56,2\u00a0%"));
  EXPECT_EQ(cell(shown.table(), 0, 1), QStringLiteral("1.204"));
  QLocale::setDefault(before);
  QCoreApplication::removeTranslator(&translator);
  QTest::qWait(1);
  EXPECT_EQ(cell(shown.table(), 0, 1), QStringLiteral("1,204"));
  shown.panel.setLocale(QLocale(QLocale::German, QLocale::Germany));
  EXPECT_EQ(cell(shown.table(), 0, 1), QStringLiteral("1.204"));
}

TEST(ChartPanel, FollowsLightAndDark) {
  auto items = threeItems();
  items[0].color = QColor();  // the accent of the theme
  for (const Shape shape : {Shape::Bars, Shape::Ring, Shape::Columns}) {
    applyTheme(Theme::Light);
    ShownPanel shown(shape, items);
    const QColor light = Colors(shown.panel.palette()).accent;
    EXPECT_TRUE(shown.pixelOf(light));
    applyTheme(Theme::Dark);
    QTest::qWait(1);
    const Colors dark(shown.panel.palette());
    ASSERT_NE(dark.accent, light);
    EXPECT_TRUE(shown.pixelOf(dark.accent));
    EXPECT_FALSE(shown.pixelOf(light));
    const QImage image = shown.panel.grab().toImage();
    EXPECT_EQ(image.pixelColor(shown.view()->viewport()->mapTo(&shown.panel, QPoint(2, 2))), dark.card);
    shown.panel.showTable(true);
    const QRect area = shown.table()->geometry();
    const QPoint below = shown.table()->mapTo(&shown.panel, QPoint(area.width() / 2, area.height() - 4));
    EXPECT_EQ(shown.panel.grab().toImage().pixelColor(below), dark.card);
  }
  applyTheme(Theme::Light);
}

TEST(ChartPanel, FollowsTheFont) {
  ShownPanel shown(Shape::Bars, manyItems(30), QSize(360, 240));
  const double before = shown.view()->itemArea(0).height();
  QFont font = shown.panel.font();
  font.setPointSize(font.pointSize() * 2);
  shown.panel.setFont(font);
  QTest::qWait(1);
  EXPECT_GT(shown.view()->itemArea(0).height(), before * 1.4);
}

TEST(ChartStyle, SharesNeverRoundToNothingOrToAll) {
  const QWidget widget;
  const ChartStyle style(widget);
  EXPECT_EQ(style.share(0, 0), QStringLiteral("0.0\u00a0%"));
  EXPECT_EQ(style.share(1, 1'000'000), QStringLiteral("<\u00a00.1\u00a0%"));
  EXPECT_EQ(style.share(999'999, 1'000'000), QStringLiteral(">\u00a099.9\u00a0%"));
  EXPECT_EQ(style.share(1, 3), QStringLiteral("33.3\u00a0%"));
  EXPECT_EQ(style.share(5, 5), QStringLiteral("100.0\u00a0%"));
}

TEST(ChartStyle, CutLabelsStayDifferent) {
  const QWidget widget;
  const ChartStyle style(widget);
  const QList<ChartItem> items = {{QStringLiteral("The number of the recipient is wrong"), 1, false, {}},
                                  {QStringLiteral("The number of the recipient is blocked"), 1, false, {}},
                                  {QStringLiteral("Short"), 1, false, {}}};
  const QStringList labels = elidedLabels(items, style, 120);
  EXPECT_NE(labels[0], labels[1]);
  EXPECT_EQ(labels[2], QStringLiteral("Short"));
  for (const QString& label : labels) EXPECT_LE(QFontMetrics(style.font).horizontalAdvance(label), 120);
  const QStringList whole = elidedLabels(items, style, widthOf(items[1].label, QFontMetrics(style.font)));
  EXPECT_EQ(whole[1], items[1].label);
}

}  // namespace
}  // namespace undelivered
