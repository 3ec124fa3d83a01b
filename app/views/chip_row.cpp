// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chip_row.h"

#include <memory>

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include "charts/chart_style.h"
#include "i18n/words.h"
#include "util/theme.h"
#include "views/line_layout.h"

namespace undelivered {
namespace {

constexpr int kChipPadding = 10;

// A "&" is one, not the mark of a shortcut.
QString chipLabel(QString words) {
  return words.replace(QLatin1Char('&'), QLatin1String("&&")) + QStringLiteral("  ✕");
}

}  // namespace

Chip::Chip(const QString& words, QWidget* parent) : QToolButton(parent), m_words(words) {
  const Colors colors(QApplication::palette());
  setText(chipLabel(words));
  setToolButtonStyle(Qt::ToolButtonTextOnly);
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::StrongFocus);
  const QString name = tr("Remove filter: %1").arg(words);
  setToolTip(plainTip(name));
  setAccessibleName(name);
  setStyleSheet(QStringLiteral("QToolButton { background: %1; border: 1px solid %2; border-radius: 11px; "
                               "padding: 2px %3px; } QToolButton:hover, QToolButton:focus { border: 2px solid %2; "
                               "padding: 1px %4px; }")
                    .arg(colors.noteGround.name(), colors.accent.name())
                    .arg(kChipPadding)
                    .arg(kChipPadding - 1));
}

void Chip::paintEvent(QPaintEvent*) {
  QStyleOptionToolButton option;
  initStyleOption(&option);
  const int cross = fontMetrics().horizontalAdvance(chipLabel(QString()));
  const int room = width() - 2 * (kChipPadding + 2) - cross;
  if (fontMetrics().horizontalAdvance(m_words) > room) {
    // Of "Channel: SMS" the value says more than the name.
    const QString value = m_words.section(QStringLiteral(": "), 1);
    option.text = chipLabel(fontMetrics().elidedText(value.isEmpty() ? m_words : value, Qt::ElideRight, room));
  }
  QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
}

ChipRow::ChipRow(LogDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_count(new QLabel(this)),
      m_chips(new QWidget(this)),
      m_clear(new QPushButton(this)) {
  auto* line = new LineLayout(m_chips);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(6);
  m_chips->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  m_count->setTextFormat(Qt::RichText);
  m_clear->setFlat(true);
  QSizePolicy keepsRoom = m_clear->sizePolicy();
  keepsRoom.setRetainSizeWhenHidden(true);
  m_clear->setSizePolicy(keepsRoom);
  m_clear->hide();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(2, 0, 0, 0);
  row->setSpacing(12);
  row->addWidget(m_count, 0, Qt::AlignVCenter);
  row->addWidget(m_chips, 1);
  row->addWidget(m_clear, 0, Qt::AlignVCenter);
  connect(m_clear, &QPushButton::clicked, this,
          [this] { m_document.setFilter(defaultFilter(), tr("Clear all filters")); });
  connect(&document, &LogDocument::filterChanged, this, &ChipRow::fill);
  connect(&document, &LogDocument::facetsChanged, this, &ChipRow::fill);
  connect(&document, &LogDocument::askingChanged, this, &ChipRow::fillCount);
  fill();
}

void ChipRow::fillCount() {
  const Facets& facets = m_document.facets();
  const auto show = [this](std::uint64_t rows, std::uint64_t all, bool asking) {
    const QString text = tr("<b>%1</b> of %2").arg(number(rows), number(all));
    m_count->setText(asking ? text + QStringLiteral(" …") : text);
  };
  if (m_roomFor != facets.logRecords) {
    // As wide as it can get with this log: the chips keep their place while numbers change.
    m_roomFor = facets.logRecords;
    show(facets.logRecords, facets.logRecords, true);
    m_count->setMinimumWidth(0);
    m_count->setMinimumWidth(m_count->sizeHint().width());
    const auto chip = std::make_unique<Chip>(QStringLiteral("X"), m_chips);
    chip->ensurePolished();
    m_chips->setFixedHeight(chip->sizeHint().height());
  }
  show(facets.rows, facets.logRecords, m_document.isAsking());
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
  for (const Restriction& restriction : restrictions) {
    auto* chip = new Chip(restriction.words, m_chips);
    connect(chip, &QToolButton::clicked, this, [this, restriction] {
      m_document.setFilter(restriction.without, tr("Remove filter: %1").arg(restriction.words));
    });
    m_chips->layout()->addWidget(chip);
  }
  m_clear->setVisible(!restrictions.isEmpty());
}

void ChipRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange ||
      event->type() == QEvent::FontChange) {
    m_shown.clear();
    m_roomFor.reset();
    fill();
  }
  QWidget::changeEvent(event);
}

}  // namespace undelivered
