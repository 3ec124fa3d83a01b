// SPDX-License-Identifier: GPL-3.0-or-later
// What charts and cards count, what they say where there is nothing to count, and that all of it can be seen.
#include <QLabel>

#include "chart_fixture.h"
#include "charts/elided_label.h"
#include "charts/ring_chart.h"
#include "document/choice.h"
#include "export/words.h"
#include "i18n/words.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

class OverviewTest : public WindowTest {
 protected:
  ChartPanel& chart(Overview::Which which) { return window->overview().chart(which); }
  ChartView* view(Overview::Which which) { return chart(which).findChild<ChartView*>(); }

  void clickItem(Overview::Which which, int index, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mouseClick(view(which)->viewport(), Qt::LeftButton, modifiers,
                      view(which)->itemArea(index).center().toPoint());
    QTest::lastMouseTimestamp += 1000;
    ASSERT_TRUE(waitUntilQuiet());
  }
  /// What the charts say in place of bars, chart by chart.
  QStringList said() {
    QStringList texts;
    for (int which = 0; which < Overview::kChartCount; ++which) {
      QString text;
      for (const QLabel* label : chart(static_cast<Overview::Which>(which)).findChildren<QLabel*>()) {
        if (label->isVisible() && label->wordWrap()) text = label->text();
      }
      texts.append(text);
    }
    return texts;
  }
  static QStringList five(const QString& text) { return {text, text, text, text, text}; }
  static quint64 sumOf(const ChartPanel& chart) {
    quint64 sum = 0;
    for (const ChartItem& item : chart.items()) sum += item.count;
    return sum;
  }
};

TEST_F(OverviewTest, TitlesOfChartsAreSaidShorterWhereTheyWouldBeCut) {
  open({sampleLog()});
  for (const char* in : {"en", "de"}) {
    language.use(QLatin1String(in));
    int shorter = 0;
    for (const QSize size : {QSize(1024, 700), QSize(1280, 800), QSize(1440, 900)}) {
      window->resize(size);
      settle();
      for (const auto* label : window->findChildren<ElidedLabel*>()) {
        if (!label->isVisible() || !label->font().bold()) continue;
        shorter += label->shownText() != label->text();
        EXPECT_FALSE(label->shownText().endsWith(QChar(0x2026)))
            << in << size.width() << ' ' << label->text().toStdString();
      }
    }
    EXPECT_GT(shorter, 0) << in;
  }
}

TEST_F(OverviewTest, SaysWhatIsMissing) {
  QByteArray rows = "code,recipient\n";
  for (int i = 0; i < 40; ++i) rows += "EXPIRED,+4917012345" + QByteArray::number(i) + "\n";
  open({write(QStringLiteral("timeless.csv"), rows)});
  EXPECT_EQ(said(), (QStringList{QString(), QString(), QString(), QString(), QStringLiteral("No times in this log")}));
  Filter filter = document().filter();
  filter.search = "no record holds this";
  setFilter(filter);
  EXPECT_EQ(said(), five(QStringLiteral("No failure matches the filter")));
  open({write(QStringLiteral("header.csv"), "code,time\n")});
  EXPECT_EQ(said(), five(QStringLiteral("Nothing in this log")));
  open({write(QStringLiteral("good.csv"), "status,time\ndelivered,2025-03-04\n")});
  EXPECT_EQ(said(), five(QStringLiteral("Nothing failed")));
  setFilter(Filter());
  EXPECT_EQ(said(), five(QStringLiteral("Nothing failed"))) << "all outcomes are no filter of failures";
  open({write(QStringLiteral("part.csv"), "status,code,time\ndelivered,,2025-03-04\nfailed,EXPIRED,\n")});
  EXPECT_EQ(said().last(), QStringLiteral("None of these has a time"));
}

TEST_F(OverviewTest, ChartsAndCardsOfFailuresCountFailuresWhateverOutcomesAreShown) {
  open({sampleFolder()});
  const quint64 failed = document().facets().totals.failed;
  const QString yours = window->cards().card(CardRow::YoursToFix).value();
  for (const auto which : {CardRow::FailureRate, CardRow::Communications}) {
    QTest::mouseClick(&window->cards().card(which), Qt::LeftButton);
    ASSERT_TRUE(waitUntilQuiet());
    ASSERT_GT(shownRows(), failed);
    for (const auto each : {Overview::Reasons, Overview::Channels, Overview::Persistences, Overview::Actionabilities}) {
      EXPECT_EQ(sumOf(chart(each)), failed) << each;
      EXPECT_TRUE(view(each)->accessibleName().startsWith(QStringLiteral("Failures"))) << each;
    }
    EXPECT_LE(sumOf(chart(Overview::OverTime)), failed);
    EXPECT_EQ(window->cards().card(CardRow::YoursToFix).value(), yours);
    EXPECT_NE(chart(Overview::Reasons).items().first().label, text(noReasonCode("en")));
    std::uint64_t todo = 0;
    for (const ActionGroup& group : window->actionsView().groups()) todo += group.count;
    EXPECT_EQ(todo, failed);

    const Filter before = document().filter();
    for (int each = 0; each < Overview::kChartCount; ++each) {
      const auto promised = chart(static_cast<Overview::Which>(each)).items()[1].count;
      clickItem(static_cast<Overview::Which>(each), 1);
      EXPECT_EQ(shownRows(), promised) << each;
      setFilter(before);
    }
    for (const auto card : {CardRow::YoursToFix, CardRow::Permanent, CardRow::Temporary}) {
      const QString promised = window->cards().card(card).value();
      QTest::mouseClick(&window->cards().card(card), Qt::LeftButton);
      ASSERT_TRUE(waitUntilQuiet());
      EXPECT_EQ(number(shownRows()), promised);
      EXPECT_EQ(window->cards().card(card).value(), promised);
      setFilter(before);
    }
    setFilter(defaultFilter());
  }
}

TEST_F(OverviewTest, TheFilterPanelCountsTheRowsOfTheOutcomesThatAreShown) {
  open({sampleFolder()});
  setFilter(Filter());
  const std::uint64_t sms = document().facets().channels[static_cast<std::size_t>(Channel::Sms)];
  EXPECT_GT(sms, document().failures().channels[static_cast<std::size_t>(Channel::Sms)]);
  Filter filter;
  filter.channels = {Channel::Sms};
  setFilter(filter);
  EXPECT_EQ(shownRows(), sms);
}

TEST_F(OverviewTest, CtrlExtendsTheTimeRange) {
  open({sampleLog()});
  const QList<ChartItem> items = chart(Overview::OverTime).items();
  ASSERT_GT(items.size(), 6);
  const auto expectRows = [&](int first, int last) {
    quint64 sum = 0;
    for (int i = first; i <= last; ++i) sum += items[i].count;
    EXPECT_EQ(shownRows(), sum) << first << " to " << last;
    for (int i = 0; i < items.size(); ++i) {
      EXPECT_EQ(chart(Overview::OverTime).items()[i].selected, i >= first && i <= last) << i;
    }
  };
  clickItem(Overview::OverTime, 3);
  expectRows(3, 3);
  clickItem(Overview::OverTime, 5, Qt::ControlModifier);
  expectRows(3, 5);
  clickItem(Overview::OverTime, 1, Qt::ControlModifier);
  expectRows(1, 5);
  clickItem(Overview::OverTime, 5, Qt::ControlModifier);
  expectRows(1, 4);
  clickItem(Overview::OverTime, 3, Qt::ControlModifier);
  expectRows(1, 4);
  clickItem(Overview::OverTime, 2);
  expectRows(2, 2);
}

TEST_F(OverviewTest, EverythingIsInSightInASmallWindowInBothLanguages) {
  open({sampleFolder()});
  window->resize(1024, 700);
  for (const char* code : {"en", "de"}) {
    language.use(QString::fromLatin1(code));
    ASSERT_TRUE(waitUntilQuiet());
    settle();
    for (int which = 0; which < Overview::kChartCount; ++which) {
      const ChartPanel& panel = chart(static_cast<Overview::Which>(which));
      EXPECT_EQ(panel.visibleRegion().boundingRect(), panel.rect()) << code << which;
    }
    for (const auto which : {Overview::Persistences, Overview::Actionabilities}) {
      EXPECT_TRUE(qobject_cast<RingChart*>(view(which))->showsFigures()) << code << which;
    }
    for (int which = 0; which < CardRow::kCardCount; ++which) {
      const Card& card = window->cards().card(static_cast<CardRow::Which>(which));
      EXPECT_TRUE(card.showsEverything()) << code << " " << card.accessibleName().toStdString();
    }
    EXPECT_GT(window->table().viewport()->height(), 4 * window->table().rowHeight(0));
  }
}

TEST_F(OverviewTest, CardsHoldMillions) {
  CardRow& cards = window->cards();
  open({sampleFolder()});
  window->resize(1024, 700);
  language.use(QStringLiteral("de"));
  settle();
  Card& card = cards.card(CardRow::Communications);
  card.setContents(card.accessibleName().section(QLatin1Char(':'), 0, 0), number(107'040'231),
                   QStringLiteral("107.040.231 zugestellt"));
  EXPECT_TRUE(card.showsEverything());
}

}  // namespace
}  // namespace undelivered
