// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is clicked stays under the mouse: a second click in the same place leads back to what was before.
#include <QCheckBox>
#include <QGroupBox>
#include <QTreeView>

#include "chart_fixture.h"
#include "document/choice.h"
#include "views/chip_row.h"
#include "views/facet_box.h"
#include "views/filter_panel.h"
#include "views/loading_bar.h"
#include "views/reason_box.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

class PlaceTest : public WindowTest {
 protected:
  PlaceTest() {
    open({sampleFolder()});
    settle();
  }

  void clickAt(const QPoint& place) {
    QWidget* below = window->childAt(place);
    ASSERT_NE(below, nullptr);
    QTest::mouseClick(below, Qt::LeftButton, {}, below->mapFrom(window.get(), place));
    QTest::lastMouseTimestamp += 1000;  // the next click is not the second of a double click
    ASSERT_TRUE(waitUntilQuiet());
    settle();
  }
  void expectThereAndBack(const QPoint& place, const QString& what) {
    const Filter before = document().filter();
    clickAt(place);
    EXPECT_NE(document().filter(), before) << what.toStdString();
    clickAt(place);
    EXPECT_EQ(document().filter(), before) << what.toStdString();
    document().setFilter(before, what);
    ASSERT_TRUE(waitUntilQuiet());
    settle();
  }
  QPoint inWindow(const QWidget* widget, const QPoint& place) const { return widget->mapTo(window.get(), place); }

  /// A place near the upper edge of each item that is in sight.
  void clickEveryItem(Overview::Which which) {
    const ChartView* view = window->overview().chart(which).findChild<ChartView*>();
    for (int i = 0; i < view->items().size(); i += which == Overview::OverTime ? 9 : 1) {
      const QRectF area = view->itemArea(i);
      const QPoint place(qRound(area.center().x()), qRound(area.top() + std::min(4.0, area.height() / 2)));
      if (!view->viewport()->visibleRegion().contains(place)) continue;
      expectThereAndBack(inWindow(view->viewport(), place), view->items()[i].label);
    }
  }
  std::vector<Filter> startingFilters() const {
    Filter all = defaultFilter();
    all.outcomes.clear();
    Filter narrow = defaultFilter();
    narrow.channels = {Channel::Email, Channel::Sms};
    narrow.persistences = {Persistence::Permanent, Persistence::Temporary};
    return {defaultFilter(), all, narrow};
  }
};

TEST_F(PlaceTest, OfEveryItemOfEveryChart) {
  for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
    window->resize(size);
    for (const Filter& start : startingFilters()) {
      setFilter(start);
      settle();
      for (int which = 0; which < Overview::kChartCount; ++which) clickEveryItem(static_cast<Overview::Which>(which));
    }
  }
}

TEST_F(PlaceTest, OfEveryCard) {
  for (const Filter& start : startingFilters()) {
    setFilter(start);
    settle();
    for (int which = 0; which < CardRow::kCardCount; ++which) {
      const Card& card = window->cards().card(static_cast<CardRow::Which>(which));
      expectThereAndBack(inWindow(&card, QPoint(6, card.height() / 2)), card.accessibleName());
    }
  }
}

TEST_F(PlaceTest, OfEveryValueOfTheFilterPanel) {
  auto* panel = window->findChild<FilterPanel*>();
  for (const Filter& start : startingFilters()) {
    setFilter(start);
    settle();
    for (QCheckBox* box : panel->findChildren<QCheckBox*>()) {
      panel->ensureWidgetVisible(box);
      expectThereAndBack(inWindow(box, QPoint(8, box->height() / 2)), box->text());
    }
  }
}

TEST_F(PlaceTest, OfTheFilterPanelDoesNotHangOnTheCounts) {
  makeWindow();
  const auto heights = [boxes = window->findChild<FilterPanel*>()->findChildren<QGroupBox*>()] {
    QList<int> all;
    for (const QGroupBox* box : boxes) all.append(box->minimumSizeHint().height());
    return all;
  };
  // The panel is shown with the log, and the counts come later.
  QList<int> before;
  QObject::connect(&document(), &LogDocument::filterChanged, window.get(), [&] {
    EXPECT_TRUE(document().facets().reasons.empty());
    if (before.isEmpty()) before = heights();
  });
  open({sampleFolder()});
  settle();
  ASSERT_GT(document().facets().reasons.size(), 3U);  // more than an empty list has room for
  EXPECT_EQ(heights(), before);
}

TEST_F(PlaceTest, OfEveryReasonOfTheFilterPanel) {
  auto* panel = window->findChild<FilterPanel*>();
  auto* list = window->findChild<ReasonBox*>()->findChild<QTreeView*>();
  panel->ensureWidgetVisible(list);
  Filter start = defaultFilter();
  start.reasons = {"EXPIRED", "REJECTED", "UNDELIV"};
  for (const Filter& filter : {defaultFilter(), start}) {
    setFilter(filter);
    settle();
    for (int row = 0; row < list->model()->rowCount(); ++row) {
      const QModelIndex index = list->model()->index(row, 0);
      const QRect area = list->visualRect(index);
      const QPoint box(area.left() + 10, area.center().y());
      if (!list->viewport()->visibleRegion().contains(box)) continue;
      expectThereAndBack(inWindow(list->viewport(), box), index.data().toString());
    }
  }
}

TEST_F(PlaceTest, ChartsStayWhereTheyAreWhenFiltersAndMessagesComeAndGo) {
  const auto places = [this] {
    QList<QRect> all;
    for (int which = 0; which < Overview::kChartCount; ++which) {
      const ChartPanel& chart = window->overview().chart(static_cast<Overview::Which>(which));
      all.append(QRect(inWindow(&chart, QPoint()), chart.size()));
    }
    return all;
  };
  const QList<QRect> before = places();
  const auto expectSame = [&](const char* when) {
    settle();
    EXPECT_EQ(places(), before) << when;
  };
  window->noteBar().hide();
  expectSame("no message");
  window->errorBar().tell(MessageBar::Kind::Error, QStringLiteral("Something went wrong"));
  window->exportBar().tell(MessageBar::Kind::Note, QStringLiteral("Something was written"));
  for (LoadingBar* bar : window->findChildren<LoadingBar*>()) bar->show();
  expectSame("messages");
  Filter filter = document().filter();
  filter.channels = {Channel::Sms};
  setFilter(filter);
  expectSame("one filter");
  filter.reasons = {"EXPIRED", "REJECTED"};
  filter.outcomes = {Outcome::Failed, Outcome::Delivered, Outcome::Pending};
  filter.persistences = {Persistence::Permanent, Persistence::Temporary};
  filter.actionabilities = {Actionability::Yes, Actionability::No};
  filter.phases = {Phase::After, Phase::Before};
  filter.search = "a text that is long enough to need a lot of room of its own in the row of filters";
  setFilter(filter);
  expectSame("many filters");
  const auto* chips = window->findChild<ChipRow*>();
  for (const QToolButton* chip : chips->findChildren<QToolButton*>()) {
    EXPECT_GT(chip->width(), 20);
    EXPECT_LE(chip->mapTo(chips, QPoint(chip->width(), 0)).x(), chips->width());
  }
}

}  // namespace
}  // namespace undelivered
