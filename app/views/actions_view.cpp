// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/actions_view.h"

#include <algorithm>

#include <QApplication>
#include <QEvent>
#include <QScrollBar>

#include "document/choice.h"
#include "i18n/language.h"
#include "i18n/words.h"
#include "util/theme.h"
#include "views/empty_state.h"

namespace undelivered {

ActionsView::ActionsView(LogDocument& document, QWidget* parent) : QScrollArea(parent), m_document(document) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(&document, &LogDocument::facetsChanged, this, &ActionsView::fill);
  connect(&document, &LogDocument::logChanged, this, &ActionsView::fill);
  fill();
}

Filter ActionsView::filterOf(const ActionGroup& group) const {
  Filter filter = ofFailures(m_document.filter());
  filter.reasons = filterReasons(m_document.log(), group);
  std::sort(filter.reasons.begin(), filter.reasons.end());
  return filter;
}

void ActionsView::fill() {
  setAccessibleName(tr("What to do"));
  m_groups.clear();
  if (m_document.hasLog()) m_groups = groupByAction(m_document.log(), m_document.failures(), languageCode());
  const int scrolled = verticalScrollBar()->value();
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 4, 6, 4);
  column->setSpacing(8);
  m_page = page;
  ActionCard::Column numbers;
  for (const ActionGroup& group : m_groups) {
    numbers.total += group.count;
    numbers.largest = std::max(numbers.largest, group.count);
  }
  QString last;
  for (const ActionGroup& group : m_groups) {
    const QString heading = headingOf(group.kind);
    if (heading != last) addHeading(heading);
    addCard(group, numbers);
    last = heading;
  }
  if (m_groups.empty()) {
    column->addWidget(new EmptyState(m_document, page, EmptyState::Of::Failures), 1, Qt::AlignCenter);
  }
  column->addStretch(1);
  // The old page may hold the button that was just clicked.
  if (QWidget* old = takeWidget()) old->deleteLater();
  setWidget(page);
  verticalScrollBar()->setValue(scrolled);
}

QString ActionsView::headingOf(ActionGroup::Kind kind) {
  switch (kind) {
    case ActionGroup::Kind::Act:
      return tr("Recommended actions, most frequent first");
    case ActionGroup::Kind::NothingToDo:
      return tr("Nothing for you to do");
    case ActionGroup::Kind::NotKnown:
    case ActionGroup::Kind::NoCode:
      break;
  }
  return tr("Not classified");
}

void ActionsView::addHeading(const QString& heading) {
  auto* label = new QLabel(heading, m_page);
  QPalette muted;
  muted.setColor(QPalette::WindowText, Colors(QApplication::palette()).muted);
  label->setPalette(muted);
  label->setContentsMargins(2, 8, 0, 0);
  m_page->layout()->addWidget(label);
}

void ActionsView::addCard(const ActionGroup& group, const ActionCard::Column& numbers) {
  const bool chosen = filterOf(group) == m_document.filter();
  auto* card = new ActionCard(m_document.log(), group, numbers, chosen, m_page);
  connect(card, &ActionCard::showRequested, this, [this, group] {
    m_document.setFilter(filterOf(group), ActionCard::titleOf(group));
    emit rowsRequested();
  });
  connect(card, &ActionCard::exportRequested, this, [this, group] {
    const QString name = group.reasons.size() == 1 && group.reasons.front() != kNoReason
                             ? text(m_document.log().reason(group.reasons.front()).code).toLower()
                             : ActionCard::titleOf(group);
    emit exportRequested(filterOf(group), name);
  });
  m_page->layout()->addWidget(card);
}

void ActionsView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) fill();
  QScrollArea::changeEvent(event);
}

}  // namespace undelivered
