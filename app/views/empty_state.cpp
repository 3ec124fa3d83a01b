// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/empty_state.h"

#include <QEvent>
#include <QVBoxLayout>

#include "document/choice.h"

namespace undelivered {

EmptyState::EmptyState(LogDocument& document, QWidget* parent, Of of)
    : QWidget(parent), m_document(document), m_of(of), m_text(new QLabel(this)), m_action(new QPushButton(this)) {
  m_text->setAlignment(Qt::AlignCenter);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_text);
  column->addWidget(m_action, 0, Qt::AlignCenter);
  connect(m_action, &QPushButton::clicked, this, [this] {
    Filter filter = defaultFilter();
    if (nothingFailed()) filter.outcomes.clear();
    m_document.setFilter(filter, m_action->text());
  });
  connect(&document, &LogDocument::filterChanged, this, &EmptyState::fill);
  connect(&document, &LogDocument::logChanged, this, &EmptyState::fill);
  connect(&document, &LogDocument::askingChanged, this, &EmptyState::fill);
  fill();
}

Filter EmptyState::filter() const {
  return m_of == Of::Failures ? ofFailures(m_document.filter()) : m_document.filter();
}

bool EmptyState::nothingFailed() const { return filter() == defaultFilter(); }

void EmptyState::fill() {
  const bool noRecords = m_document.hasLog() && m_document.log().recordCount() == 0;
  m_action->setVisible(!m_document.isAsking() && !noRecords);
  if (m_document.isAsking()) {
    m_text->setText(tr("Searching and sorting …"));
  } else if (noRecords) {
    m_text->setText(tr("The log has a header, but no records."));
  } else if (nothingFailed()) {
    m_text->setText(tr("Nothing failed in this log."));
    m_action->setText(tr("Show all communications"));
  } else {
    m_text->setText(m_of == Of::Failures ? tr("No failure matches these filters.")
                                         : tr("No row matches these filters."));
    m_action->setText(tr("Clear all filters"));
  }
}

void EmptyState::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  QWidget::changeEvent(event);
}

}  // namespace undelivered
