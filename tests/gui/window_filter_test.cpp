// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QToolBar>
#include <QTreeView>

#include "chart_fixture.h"
#include "document/choice.h"
#include "i18n/words.h"
#include "views/chip_row.h"
#include "views/facet_box.h"
#include "views/reason_box.h"
#include "views/time_box.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

class FilterTest : public WindowTest {
 protected:
  FilterTest() { open({sampleFolder()}); }

  void clickItem(Overview::Which which, int index, Qt::KeyboardModifiers modifiers = {}) {
    auto* view = window->overview().chart(which).findChild<ChartView*>();
    ASSERT_NE(view, nullptr);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, view->itemArea(index).center().toPoint());
    QTest::lastMouseTimestamp += 1000;
    ASSERT_TRUE(waitUntilQuiet());
  }
};

TEST_F(FilterTest, EveryCardsNumberIsTheNumberOfRowsAfterAClickOnIt) {
  const Filter before = document().filter();
  for (const auto which :
       {CardRow::Communications, CardRow::Failed, CardRow::YoursToFix, CardRow::Permanent, CardRow::Temporary}) {
    Card& card = window->cards().card(which);
    const QString promised = card.value();
    if (which != CardRow::Failed) QTest::mouseClick(&card, Qt::LeftButton);
    ASSERT_TRUE(waitUntilQuiet());
    EXPECT_EQ(promised, number(shownRows())) << card.accessibleName().toStdString();
    EXPECT_TRUE(card.isChecked());
    if (which != CardRow::Failed) QTest::mouseClick(&card, Qt::LeftButton);
    ASSERT_TRUE(waitUntilQuiet());
    EXPECT_EQ(document().filter(), before) << card.accessibleName().toStdString();
  }
}

TEST_F(FilterTest, AClickOnAnyChartItemShowsAsManyRowsAsItSaysAndASecondTakesItBack) {
  const Filter before = document().filter();
  for (int which = 0; which < Overview::kChartCount; ++which) {
    const QList<ChartItem> items = window->overview().chart(static_cast<Overview::Which>(which)).items();
    ASSERT_FALSE(items.isEmpty());
    for (int index = 0; index < std::min<int>(3, static_cast<int>(items.size())); ++index) {
      clickItem(static_cast<Overview::Which>(which), index);
      EXPECT_NE(document().filter(), before);
      EXPECT_EQ(shownRows(), items[index].count) << items[index].label.toStdString();
      EXPECT_TRUE(window->overview().chart(static_cast<Overview::Which>(which)).items()[index].selected);
      clickItem(static_cast<Overview::Which>(which), index);
      EXPECT_EQ(document().filter(), before);
    }
  }
}

TEST_F(FilterTest, AChartNarrowsTheOthersButNotItself) {
  const auto channelsBefore = window->overview().chart(Overview::Channels).items();
  const auto reasonsBefore = window->overview().chart(Overview::Reasons).items();
  clickItem(Overview::Channels, 1);
  EXPECT_EQ(window->overview().chart(Overview::Channels).items().size(), channelsBefore.size());
  EXPECT_LT(window->overview().chart(Overview::Reasons).items().size(), reasonsBefore.size());
}

TEST_F(FilterTest, CtrlAddsToWhatIsChosen) {
  const auto items = window->overview().chart(Overview::Channels).items();
  clickItem(Overview::Channels, 0);
  clickItem(Overview::Channels, 1, Qt::ControlModifier);
  EXPECT_EQ(shownRows(), items[0].count + items[1].count);
}

TEST_F(FilterTest, ChartsTakeTheKeyboard) {
  auto* view = window->overview().chart(Overview::Channels).findChild<ChartView*>();
  view->setFocus(Qt::TabFocusReason);
  QTest::keyClick(view, Qt::Key_Down);
  QTest::keyClick(view, Qt::Key_Return);
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(document().filter().channels.size(), 1);
}

TEST_F(FilterTest, CheckBoxesAddUp) {
  const auto boxes = window->findChildren<FacetBox*>();
  ASSERT_EQ(boxes.size(), 5);
  const auto channels = boxes.first()->findChildren<QCheckBox*>();
  const std::uint64_t email = document().facets().channels[static_cast<std::size_t>(Channel::Email)];
  const std::uint64_t sms = document().facets().channels[static_cast<std::size_t>(Channel::Sms)];
  QTest::mouseClick(channels[0], Qt::LeftButton, {}, QPoint(8, channels[0]->height() / 2));
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(shownRows(), email);
  QTest::mouseClick(channels[1], Qt::LeftButton, {}, QPoint(8, channels[1]->height() / 2));
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(shownRows(), email + sms);
}

TEST_F(FilterTest, ReasonsAreCheckedAndSearched) {
  auto* box = window->findChild<ReasonBox*>();
  auto* list = box->findChild<QTreeView*>();
  box->findChild<QLineEdit*>()->setText(QStringLiteral("mailbox full"));
  ASSERT_EQ(list->model()->rowCount(), 1);
  const QModelIndex reason = list->model()->index(0, 0);
  const QString count = list->model()->index(0, 1).data().toString();
  ASSERT_TRUE(list->model()->setData(reason, Qt::Checked, Qt::CheckStateRole));
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(number(shownRows()), count);
  EXPECT_EQ(reason.data(Qt::CheckStateRole).toInt(), Qt::Checked);
  box->findChild<QLineEdit*>()->clear();
  EXPECT_GT(list->model()->rowCount(), 14) << "unknown codes are listed too";
}

TEST_F(FilterTest, TimePresetsAndDaysRestrict) {
  auto* box = window->findChild<TimeBox*>();
  auto* preset = box->findChild<QComboBox*>();
  const std::uint32_t all = shownRows();
  preset->setCurrentIndex(2);
  emit preset->activated(2);
  ASSERT_TRUE(waitUntilQuiet());
  const std::uint32_t thirtyDays = shownRows();
  EXPECT_LT(thirtyDays, all);
  EXPECT_GT(thirtyDays, 0u);
  const auto edits = box->findChildren<QDateEdit*>();
  edits[0]->setDate(edits[1]->date());
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_LT(shownRows(), thirtyDays);
  EXPECT_EQ(preset->currentIndex(), preset->count() - 1);
}

TEST_F(FilterTest, AChipTakesItsFilterAway) {
  Filter filter = document().filter();
  filter.channels = {Channel::Sms};
  filter.reasons = {"EXPIRED"};
  setFilter(filter);
  auto* chips = window->findChild<ChipRow*>();
  const auto found = chips->findChildren<QToolButton*>();
  ASSERT_EQ(found.size(), 2);
  EXPECT_TRUE(found[0]->text().contains(QStringLiteral("Waited too long"))) << found[0]->text().toStdString();
  QTest::mouseClick(found[0], Qt::LeftButton);
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_TRUE(document().filter().reasons.empty());
  EXPECT_FALSE(document().filter().channels.empty());
  window->actions().clearFilters->trigger();
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(document().filter(), defaultFilter());
}

TEST_F(FilterTest, SearchesAllColumnsAsOneStepOfTheHistory) {
  auto* search = window->findChild<QToolBar*>()->findChild<QLineEdit*>();
  const QString wanted = cell(0, ColumnId::Customer);
  window->actions().find->trigger();
  QTest::keyClicks(search, wanted.left(3));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !document().filter().search.empty(); }, kPatienceMs));
  QTest::keyClicks(search, wanted.mid(3));
  QTest::keyClick(search, Qt::Key_Return);
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(document().filter().search, wanted.toStdString());
  EXPECT_GE(shownRows(), 1u);
  for (int row = 0; row < records().rowCount(); ++row) EXPECT_EQ(cell(row, ColumnId::Customer), wanted);
  document().history().undo();
  EXPECT_TRUE(document().filter().search.empty());
  EXPECT_TRUE(search->text().isEmpty());
}

TEST_F(FilterTest, SearchesWithCaseWhereItIsAskedFor) {
  auto* bar = window->findChild<QToolBar*>();
  auto* search = bar->findChild<QLineEdit*>();
  QAction* matchCase = window->actions().matchCase;
  auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(matchCase));
  ASSERT_NE(button, nullptr);
  EXPECT_EQ(button->accessibleName(), QStringLiteral("Match case"));
  EXPECT_TRUE(button->toolTip().contains(QStringLiteral("upper and lower case")));
  matchCase->trigger();
  EXPECT_EQ(document().filter(), defaultFilter()) << "without a text there is nothing to tell apart";
  matchCase->trigger();

  QTest::keyClicks(search, QStringLiteral("example.org"));
  QTest::keyClick(search, Qt::Key_Return);
  ASSERT_TRUE(waitUntilQuiet());
  const auto rows = shownRows();
  EXPECT_GT(rows, 0u);
  QTest::mouseClick(button, Qt::LeftButton);
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_TRUE(document().filter().matchCase);
  search->clear();
  QTest::keyClicks(search, QStringLiteral("EXAMPLE.org"));
  QTest::keyClick(search, Qt::Key_Return);
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(shownRows(), 0u);
  const auto chip = [this] { return window->findChild<ChipRow*>()->findChild<QToolButton*>(); };
  ASSERT_NE(chip(), nullptr);
  EXPECT_TRUE(chip()->text().contains(QStringLiteral("with case"))) << chip()->text().toStdString();
  QTest::mouseClick(button, Qt::LeftButton);
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(shownRows(), rows);
  document().history().undo();
  EXPECT_TRUE(matchCase->isChecked()) << "the button says what the filter does";
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(shownRows(), 0u);
  QTest::mouseClick(chip(), Qt::LeftButton);
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(document().filter(), defaultFilter());
}

TEST_F(FilterTest, EveryChangeCanBeUndoneAndDoneAgain) {
  const Filter first = document().filter();
  clickItem(Overview::Channels, 0);
  const Filter second = document().filter();
  QTest::mouseClick(&window->cards().card(CardRow::Permanent), Qt::LeftButton);
  ASSERT_TRUE(waitUntilQuiet());
  const Filter third = document().filter();
  window->actions().undo->trigger();
  EXPECT_EQ(document().filter(), second);
  window->actions().undo->trigger();
  EXPECT_EQ(document().filter(), first);
  window->actions().redo->trigger();
  window->actions().redo->trigger();
  EXPECT_EQ(document().filter(), third);
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(shownRows(), document().facets().rows);
}

TEST_F(FilterTest, SaysSoWhenNothingMatches) {
  Filter filter = document().filter();
  filter.search = "no record holds this";
  setFilter(filter);
  EXPECT_EQ(shownRows(), 0u);
  EXPECT_TRUE(window->actionsView().groups().empty());
}

TEST_F(FilterTest, RecommendedActionsAddUpToTheRowsAndOpenThem) {
  const auto groups = window->actionsView().groups();
  ASSERT_GT(groups.size(), 5u);
  std::uint64_t sum = 0;
  for (const ActionGroup& group : groups) sum += group.count;
  EXPECT_EQ(sum, shownRows());
  EXPECT_EQ(groups.front().kind, ActionGroup::Kind::Act);
  const auto buttons = window->actionsView().findChildren<QPushButton*>();
  QTest::mouseClick(buttons.front(), Qt::LeftButton);  // "Show rows" of the first group
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(shownRows(), groups.front().count);
  EXPECT_TRUE(window->table().isVisible());
}

TEST_F(FilterTest, TheLatestOfManyQuickChangesWins) {
  Filter filter = document().filter();
  for (const Channel channel : {Channel::Email, Channel::Sms, Channel::Letter, Channel::Sms}) {
    filter.channels = {channel};
    document().setFilter(filter, QStringLiteral("test"));
  }
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(shownRows(), document().facets().rows);
  EXPECT_EQ(cell(0, ColumnId::Channel), QStringLiteral("SMS"));
}

}  // namespace
}  // namespace undelivered
