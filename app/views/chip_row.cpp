// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chip_row.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>

#include "i18n/words.h"
#include "util/theme.h"
#include "views/flow_layout.h"

namespace undelivered {

ChipRow::ChipRow(LogDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_count(new QLabel(this)),
      m_chips(new QWidget(this)),
      m_clear(new QPushButton(this)) {
  auto* flow = new FlowLayout(m_chips);
  flow->setContentsMargins(0, 0, 0, 0);
  flow->setSpacing(6);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  m_chips->setSizePolicy(policy);
  m_count->setTextFormat(Qt::RichText);
  m_clear->setFlat(true);
  m_clear->hide();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(2, 0, 0, 0);
  row->setSpacing(12);
  row->addWidget(m_count, 0, Qt::AlignVCenter);
  row->addWidget(m_chips, 1);
  row->addWidget(m_clear, 0, Qt::AlignTop);
  connect(m_clear, &QPushButton::clicked, this,
          [this] { m_document.setFilter(defaultFilter(), tr("Clear all filters")); });
  connect(&document, &LogDocument::filterChanged, this, &ChipRow::fill);
  connect(&document, &LogDocument::facetsChanged, this, &ChipRow::fill);
  connect(&document, &LogDocument::askingChanged, this, &ChipRow::fillCount);
  fill();
}

void ChipRow::fillCount() {
  const Facets& facets = m_document.facets();
  const QString text = tr("<b>%1</b> of %2").arg(number(facets.rows), number(facets.logRecords));
  m_count->setText(m_document.isAsking() ? text + QStringLiteral(" …") : text);
  m_count->setAccessibleName(tr("Rows shown"));
  m_count->setToolTip(tr("Rows shown, of all records in the log"));
}

void ChipRow::fill() {
  fillCount();
  m_clear->setText(tr("Clear all"));
  m_clear->setToolTip(tr("Back to all failures"));
  const auto restrictions = m_document.hasLog() ? restrictionsOf(m_document.filter(), m_document.log(),
                                                                 m_document.days().value_or(DayChoice{}))
                                                : QList<Restriction>();
  // The chips stay while they are the same: one of them may have the focus.
  if (restrictions == m_shown) return;
  m_shown = restrictions;
  while (QLayoutItem* item = m_chips->layout()->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();  // it may be the one that was clicked
    delete item;
  }
  for (const Restriction& restriction : restrictions) m_chips->layout()->addWidget(makeChip(restriction));
  m_clear->setVisible(!restrictions.isEmpty());
  m_chips->updateGeometry();
}

QToolButton* ChipRow::makeChip(const Restriction& restriction) {
  auto* chip = new QToolButton(m_chips);
  const Colors colors(QApplication::palette());
  QString label = restriction.words;
  label.replace(QLatin1Char('&'), QLatin1String("&&"));
  chip->setText(label + QStringLiteral("  ✕"));
  chip->setToolButtonStyle(Qt::ToolButtonTextOnly);
  chip->setCursor(Qt::PointingHandCursor);
  chip->setFocusPolicy(Qt::StrongFocus);
  chip->setToolTip(tr("Remove this filter"));
  chip->setAccessibleName(tr("Remove filter: %1").arg(restriction.words));
  chip->setStyleSheet(
      QStringLiteral("QToolButton { background: %1; border: 1px solid %2; border-radius: 11px; "
                     "padding: 2px 10px; } QToolButton:hover, QToolButton:focus { border: 2px solid %2; "
                     "padding: 1px 9px; }")
          .arg(colors.noteGround.name(), colors.accent.name()));
  connect(chip, &QToolButton::clicked, this, [this, restriction] {
    m_document.setFilter(restriction.without, tr("Remove filter: %1").arg(restriction.words));
  });
  return chip;
}

void ChipRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
    m_shown.clear();
    fill();
  }
  QWidget::changeEvent(event);
}

}  // namespace undelivered
