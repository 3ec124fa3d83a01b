// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card_row.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>

#include "document/choice.h"
#include "i18n/words.h"

namespace undelivered {
namespace {

constexpr int kRoomyCard = 24;  // letters beside each other

}  // namespace

CardRow::CardRow(LogDocument& document, QWidget* parent) : QWidget(parent), m_document(document) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  for (int i = 0; i < kCardCount; ++i) {
    auto* card = new Card(this);
    m_cards[static_cast<std::size_t>(i)] = card;
    row->addWidget(card, 1);
    connect(card, &Card::clicked, this, [this, i] { click(static_cast<Which>(i)); });
  }
  m_cards[YoursToFix]->setEmphasis(true);
  connect(&document, &LogDocument::facetsChanged, this, &CardRow::fill);
  connect(&document, &LogDocument::filterChanged, this, &CardRow::fill);
  fill();
}

Filter CardRow::filterOf(Which which) const {
  Filter filter = m_document.filter();
  switch (which) {
    case Communications:
      filter.outcomes.clear();
      break;
    case Failed:
      filter.outcomes = {Outcome::Failed};
      break;
    case FailureRate:
      filter.outcomes = {Outcome::Failed, Outcome::Delivered};
      break;
    case YoursToFix:
      filter = ofFailures(std::move(filter));
      filter.actionabilities = {Actionability::Yes, Actionability::Partially};
      break;
    case Permanent:
      filter = ofFailures(std::move(filter));
      filter.persistences = {Persistence::Permanent};
      break;
    case Temporary:
      filter = ofFailures(std::move(filter));
      filter.persistences = {Persistence::Temporary};
      break;
    case kCardCount:
      break;
  }
  return filter;
}

Filter CardRow::takenBack(Which which) const {
  Filter filter = m_document.filter();
  switch (which) {
    case Failed:
      filter.outcomes.clear();
      break;
    case Communications:
    case FailureRate:
      filter.outcomes = defaultFilter().outcomes;
      break;
    case YoursToFix:
      filter.actionabilities.clear();
      break;
    case Permanent:
    case Temporary:
      filter.persistences.clear();
      break;
    case kCardCount:
      break;
  }
  return filter;
}

void CardRow::click(Which which) {
  const Filter now = m_document.filter();
  const bool lit = filterOf(which) == now;
  const QString name = m_cards[which]->accessibleName();
  m_document.setFilter(m_clicks.click(std::to_string(which), now, lit ? takenBack(which) : filterOf(which)),
                       lit ? tr("Take back: %1").arg(name) : name);
  fill();  // a click has checked the button by itself
}

void CardRow::fill() {
  const Facets& facets = m_document.facets();
  const Facets& failures = m_document.failures();
  const Totals& totals = facets.totals;
  const auto count = [](const std::uint64_t* counts, auto value) { return counts[static_cast<std::size_t>(value)]; };
  const std::uint64_t yours =
      count(failures.actionabilities, Actionability::Yes) + count(failures.actionabilities, Actionability::Partially);
  const std::uint64_t permanent = count(failures.persistences, Persistence::Permanent);
  const std::uint64_t temporary = count(failures.persistences, Persistence::Temporary);
  const std::uint64_t decided = totals.failed + totals.delivered;

  m_cards[Communications]->setContents(tr("Communications"), number(totals.records),
                                       tr("%1 delivered").arg(number(totals.delivered)));
  m_cards[Failed]->setContents(tr("Failed"), number(totals.failed), tr("did not arrive"));
  // Without deliveries a rate would always read 100 %: it cannot be told. A filter of reasons leaves none either.
  const bool canTell = totals.delivered > 0;
  m_cards[FailureRate]->setContents(
      tr("Failure rate"), canTell ? share(totals.failed, decided) : QStringLiteral("–"),
      canTell ? tr("of %1 with a result").arg(number(decided)) : tr("no deliveries here"));
  m_cards[YoursToFix]->setContents(tr("Yours to fix"), number(yours), tr("fully or partially"));
  m_cards[Permanent]->setContents(tr("Permanent"), number(permanent), tr("will fail again"));
  m_cards[Temporary]->setContents(tr("Temporary"), number(temporary), tr("may arrive later"));
  for (int i = 0; i < kCardCount; ++i) {
    m_cards[static_cast<std::size_t>(i)]->setChecked(filterOf(static_cast<Which>(i)) == m_document.filter());
  }
  fitFonts();
}

void CardRow::fitFonts() {
  const int gaps = (kCardCount - 1) * layout()->spacing();
  const int width = (this->width() - gaps) / kCardCount;
  CardLook look;
  // By the width alone: a line that came and went with the numbers would move everything below.
  look.noteLines = width < fontMetrics().averageCharWidth() * kRoomyCard ? 2 : 1;
  for (const Card* card : m_cards) {
    look.name = std::min(look.name, card->fittingName(width));
    look.value = std::min(look.value, card->fittingValue(width));
  }
  for (Card* card : m_cards) card->setLook(look);
}

void CardRow::resizeEvent(QResizeEvent* event) {
  fitFonts();
  QWidget::resizeEvent(event);
}

void CardRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) fill();
  QWidget::changeEvent(event);
}

}  // namespace undelivered
