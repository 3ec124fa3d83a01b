// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/overview.h"

#include <QApplication>
#include <QEvent>
#include <QResizeEvent>

#include "document/time_buckets.h"
#include "i18n/filter_words.h"
#include "i18n/words.h"
#include "util/theme.h"

namespace undelivered {
namespace {

QColor colorOf(const Choice& choice, const Colors& colors) {
  if (choice.dimension == Dimension::Persistence) {
    const auto value = static_cast<Persistence>(choice.value);
    if (value == Persistence::Unknown) return colors.neutral;
    return value == Persistence::Permanent ? colors.accent : colors.secondary;
  }
  if (choice.dimension == Dimension::Actionability) {
    switch (static_cast<Actionability>(choice.value)) {
      case Actionability::Yes:
        return colors.emphasis;
      case Actionability::Partially:
        return colors.accent;
      case Actionability::No:
        return colors.secondary;
      case Actionability::Unknown:
        return colors.neutral;
    }
  }
  return {};
}

template <class Values>
std::vector<std::pair<Choice, std::uint64_t>> counted(const Values& values, const std::uint64_t* counts) {
  std::vector<std::pair<Choice, std::uint64_t>> result;
  result.reserve(values.size());
  for (const auto value : values) result.emplace_back(Choice::of(value), counts[static_cast<std::size_t>(value)]);
  return result;
}

}  // namespace

Overview::Overview(LogDocument& document, QWidget* parent) : QScrollArea(parent), m_document(document) {
  auto* page = new QWidget(this);
  const auto make = [&](Which which, ChartPanel::Shape shape, QSize smallest) {
    auto* chart = new ChartPanel(shape, page);
    chart->setMinimumSize(smallest);
    connect(chart, &ChartPanel::itemActivated, this,
            [this, which](int index, Qt::KeyboardModifiers modifiers) { chooseItem(which, index, modifiers); });
    m_charts[which] = chart;
    return chart;
  };
  m_grid = new QGridLayout(page);
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setSpacing(8);
  make(Reasons, ChartPanel::Shape::Bars, {250, 200});
  make(Channels, ChartPanel::Shape::Bars, {190, 130});
  make(Persistences, ChartPanel::Shape::Ring, {220, 130});
  make(Actionabilities, ChartPanel::Shape::Ring, {220, 130});
  make(OverTime, ChartPanel::Shape::Columns, {250, 130});
  arrange(true);
  setWidget(page);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(&document, &LogDocument::facetsChanged, this, &Overview::fill);
  connect(&document, &LogDocument::filterChanged, this, &Overview::fill);
  retranslate();
}

void Overview::arrange(bool wide) {
  if (m_wide == wide) return;
  m_wide = wide;
  struct Place {
    Which which;
    int row, column, rows, columns;
  };
  constexpr Place kWide[] = {{Reasons, 0, 0, 2, 2},
                             {Channels, 0, 2, 1, 1},
                             {Persistences, 0, 3, 1, 1},
                             {Actionabilities, 0, 4, 1, 1},
                             {OverTime, 1, 2, 1, 3}};
  constexpr Place kNarrow[] = {{Reasons, 0, 0, 2, 1},
                               {Channels, 0, 1, 1, 1},
                               {OverTime, 1, 1, 1, 1},
                               {Persistences, 2, 0, 1, 1},
                               {Actionabilities, 2, 1, 1, 1}};
  for (const Place& place : wide ? kWide : kNarrow) {
    m_grid->addWidget(m_charts[place.which], place.row, place.column, place.rows, place.columns);
  }
  for (int column = 0; column < 5; ++column) m_grid->setColumnStretch(column, wide || column < 2 ? 1 : 0);
  for (int row = 0; row < 3; ++row) m_grid->setRowStretch(row, wide && row == 2 ? 0 : 1);
}

void Overview::resizeEvent(QResizeEvent* event) {
  // Below this five charts do not fit beside each other in three columns.
  constexpr int kWideFrom = 960;
  arrange(event->size().width() >= kWideFrom);
  QScrollArea::resizeEvent(event);
}

void Overview::retranslate() {
  setAccessibleName(tr("Charts"));
  m_charts[Reasons]->setTitle(tr("By reason"));
  m_charts[Channels]->setTitle(tr("By channel"));
  m_charts[Persistences]->setTitle(tr("By persistence"));
  m_charts[Actionabilities]->setTitle(tr("Yours to fix?"));
  m_charts[OverTime]->setTitle(tr("Over time"));
  fill();
}

void Overview::fill() {
  if (!m_document.hasLog()) return;
  const Facets& facets = m_document.facets();
  const bool filtered = m_document.filter() != defaultFilter();
  const QString empty = filtered ? tr("Nothing to show under these filters") : tr("Nothing failed");
  for (ChartPanel* chart : m_charts) chart->setEmptyText(empty);
  fillReasons();
  fillChoices(Channels, counted(kChannels, facets.channels));
  fillChoices(Persistences, counted(kPersistences, facets.persistences));
  fillChoices(Actionabilities, counted(kActionabilities, facets.actionabilities));
  fillTime();
}

void Overview::fillReasons() {
  std::vector<std::pair<Choice, std::uint64_t>> reasons;
  for (const Facets::ReasonCount& counted : m_document.facets().reasons) {
    const LogReason& reason = m_document.log().reason(counted.reason);
    reasons.emplace_back(Choice::ofReason(counted.reason == kNoReason ? kNoReasonCode : reason.code), counted.count);
  }
  fillChoices(Reasons, reasons);
}

void Overview::fillChoices(Which which, const std::vector<std::pair<Choice, std::uint64_t>>& counted) {
  const Colors colors(QApplication::palette());
  QList<ChartItem> items;
  m_choices[which].clear();
  for (const auto& [choice, count] : counted) {
    const bool chosen = isChosen(m_document.filter(), choice);
    if (count == 0 && !chosen) continue;
    m_choices[which].push_back(choice);
    items.append({words(choice, m_document.log()), count, chosen, colorOf(choice, colors)});
  }
  m_charts[which]->setItems(items);
}

void Overview::fillTime() {
  m_buckets.clear();
  QList<ChartItem> items;
  QString note;
  if (m_document.days()) {
    const auto chosen = daysOf(m_document.filter(), m_document.log().zone(), *m_document.days());
    const TimeBuckets time = bucketsOf(m_document.facets(), *m_document.days());
    for (const auto& [days, count] : time.buckets) {
      const bool inside = chosen && days.first <= chosen->last && days.last >= chosen->first;
      const QString label = time.step == Dimension::Month ? monthText(days.first) : dayRangeText(days.first, days.last);
      items.append({label, count, inside, QColor()});
      m_buckets.push_back(days);
    }
    note = time.step == Dimension::Day ? tr("by day") : time.step == Dimension::Week ? tr("by week") : tr("by month");
    if (time.withoutTime > 0) note += QStringLiteral(" · ") + tr("%1 without a time").arg(number(time.withoutTime));
  }
  m_charts[OverTime]->setNote(note);
  m_charts[OverTime]->setItems(items);
}

void Overview::chooseItem(Which which, int index, Qt::KeyboardModifiers modifiers) {
  if (index < 0) return;
  if (which == OverTime) return chooseTime(index);
  const auto& choices = m_choices[which];
  if (static_cast<std::size_t>(index) >= choices.size()) return;
  const Choice choice = choices[static_cast<std::size_t>(index)];
  const bool add = modifiers.testFlag(Qt::ControlModifier);
  m_document.setFilter(clicked(m_document.filter(), choice, add), describe(choice, m_document.log()));
}

void Overview::chooseTime(int index) {
  if (static_cast<std::size_t>(index) >= m_buckets.size()) return;
  const DayChoice days = m_buckets[static_cast<std::size_t>(index)];
  const Zone& zone = m_document.log().zone();
  const bool takeBack = daysOf(m_document.filter(), zone, *m_document.days()) == days;
  const QString what = tr("Time: %1").arg(dayRangeText(days.first, days.last));
  m_document.setFilter(withDays(m_document.filter(), takeBack ? std::nullopt : std::optional(days), zone), what);
}

void Overview::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange) fill();
  QScrollArea::changeEvent(event);
}

}  // namespace undelivered
