// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/overview.h"

#include <span>

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
  make(Reasons, ChartPanel::Shape::Bars, {230, 200});
  make(Channels, ChartPanel::Shape::Bars, {170, 130});
  make(Persistences, ChartPanel::Shape::Ring, {200, 130});
  make(Actionabilities, ChartPanel::Shape::Ring, {200, 130});
  make(OverTime, ChartPanel::Shape::Columns, {210, 130});
  arrange(Room::Wide);
  setWidget(page);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(&document, &LogDocument::facetsChanged, this, &Overview::fill);
  connect(&document, &LogDocument::filterChanged, this, &Overview::fill);
  retranslate();
}

void Overview::arrange(Room room) {
  if (m_room == room) return;
  m_room = room;
  struct Place {
    Which which;
    int row, column, rows, columns;
  };
  constexpr Place kWide[] = {{Reasons, 0, 0, 2, 2},
                             {Channels, 0, 2, 1, 1},
                             {Persistences, 0, 3, 1, 1},
                             {Actionabilities, 0, 4, 1, 1},
                             {OverTime, 1, 2, 1, 3}};
  constexpr Place kMiddle[] = {{Reasons, 0, 0, 2, 1},
                               {Channels, 0, 1, 1, 1},
                               {Persistences, 0, 2, 1, 1},
                               {OverTime, 1, 1, 1, 1},
                               {Actionabilities, 1, 2, 1, 1}};
  constexpr Place kNarrow[] = {{Reasons, 0, 0, 2, 1},
                               {Channels, 0, 1, 1, 1},
                               {OverTime, 1, 1, 1, 1},
                               {Persistences, 2, 0, 1, 1},
                               {Actionabilities, 2, 1, 1, 1}};
  const std::span<const Place> places = room == Room::Wide     ? std::span<const Place>(kWide)
                                        : room == Room::Middle ? std::span<const Place>(kMiddle)
                                                               : std::span<const Place>(kNarrow);
  for (const Place& place : places) {
    m_grid->addWidget(m_charts[place.which], place.row, place.column, place.rows, place.columns);
  }
  const int columns = room == Room::Wide ? 5 : room == Room::Middle ? 3 : 2;
  const int rows = room == Room::Narrow ? 3 : 2;
  for (int column = 0; column < 5; ++column) m_grid->setColumnStretch(column, column < columns ? 1 : 0);
  for (int row = 0; row < 3; ++row) m_grid->setRowStretch(row, row < rows ? 1 : 0);
}

void Overview::resizeEvent(QResizeEvent* event) {
  // Below these widths the charts of a line would not fit beside each other.
  constexpr int kWideFrom = 960;
  constexpr int kMiddleFrom = 665;
  const int width = event->size().width();
  arrange(width >= kWideFrom ? Room::Wide : width >= kMiddleFrom ? Room::Middle : Room::Narrow);
  QScrollArea::resizeEvent(event);
}

void Overview::retranslate() {
  setAccessibleName(tr("Charts"));
  m_charts[Reasons]->setTitle(tr("Failures by reason"), tr("By reason"));
  m_charts[Channels]->setTitle(tr("Failures by channel"), tr("By channel"));
  m_charts[Persistences]->setTitle(tr("Failures by persistence"), tr("By persistence"));
  m_charts[Actionabilities]->setTitle(tr("Failures: yours to fix?"), tr("Yours to fix?"));
  m_charts[OverTime]->setTitle(tr("Failures over time"), tr("Over time"));
  fill();
}

QString Overview::emptyText(bool overTime) const {
  if (m_document.log().recordCount() == 0) return tr("Nothing in this log");
  if (overTime && !m_document.days() && m_document.failures().totals.failed > 0) return tr("No times in this log");
  const Filter failures = ofFailures(m_document.filter());
  // Failures there are, but all of them without a time.
  const bool without = m_document.failures().rows > 0;
  if (overTime && without && failures.since == std::nullopt && failures.until == std::nullopt)
    return tr("None of these has a time");
  return failures == defaultFilter() ? tr("Nothing failed") : tr("No failure matches the filter");
}

void Overview::fill() {
  if (!m_document.hasLog()) return;
  const Facets& facets = m_document.failures();
  for (ChartPanel* chart : m_charts) chart->setEmptyText(emptyText(chart == m_charts[OverTime]));
  fillReasons();
  fillChoices(Channels, counted(kChannels, facets.channels));
  fillChoices(Persistences, counted(kPersistences, facets.persistences));
  fillChoices(Actionabilities, counted(kActionabilities, facets.actionabilities));
  fillTime();
}

void Overview::fillReasons() {
  std::vector<std::pair<Choice, std::uint64_t>> reasons;
  for (const Facets::ReasonCount& counted : m_document.failures().reasons) {
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
    const TimeBuckets time = bucketsOf(m_document.failures(), *m_document.days());
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
  const bool add = modifiers.testFlag(Qt::ControlModifier);
  if (which == OverTime) return chooseTime(index, add);
  const auto& choices = m_choices[which];
  if (static_cast<std::size_t>(index) >= choices.size()) return;
  const Choice choice = choices[static_cast<std::size_t>(index)];
  const std::string place = std::to_string(which) + (add ? "+" : ":") + std::to_string(choice.value) + choice.reason;
  setFilter(place, clicked(m_document.filter(), choice, add), describe(choice, m_document.log()));
}

void Overview::chooseTime(int index, bool add) {
  if (static_cast<std::size_t>(index) >= m_buckets.size()) return;
  const DayChoice days = m_buckets[static_cast<std::size_t>(index)];
  const Zone& zone = m_document.log().zone();
  const Filter now = m_document.filter();
  const auto chosen = daysOf(now, zone, *m_document.days());
  std::optional<DayChoice> wanted = days;
  if (chosen == days && now == ofFailures(now)) {
    wanted.reset();
  } else if (add && chosen) {
    wanted = extended(*chosen, days);
  }
  const QString what = wanted ? tr("Time: %1").arg(dayRangeText(wanted->first, wanted->last)) : tr("All times");
  setFilter(std::to_string(OverTime) + (add ? "+" : ":") + std::to_string(days.first),
            withDays(ofFailures(now), wanted, zone), what);
}

void Overview::setFilter(const std::string& place, const Filter& wanted, const QString& what) {
  m_document.setFilter(m_clicks.click(place, m_document.filter(), wanted), what);
}

void Overview::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange) fill();
  QScrollArea::changeEvent(event);
}

}  // namespace undelivered
