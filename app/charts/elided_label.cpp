// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/elided_label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "charts/chart_style.h"

namespace undelivered {

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent) {
  setTextFormat(Qt::PlainText);
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedLabel::setShortText(const QString& text) {
  m_shortText = text;
  update();
}

bool ElidedLabel::fits(const QString& text) const {
  return fontMetrics().horizontalAdvance(text) <= contentsRect().width();
}

QString ElidedLabel::shownText() const {
  const QString& shown = fits(text()) || m_shortText.isEmpty() ? text() : m_shortText;
  return fontMetrics().elidedText(shown, Qt::ElideRight, contentsRect().width());
}

QSize ElidedLabel::minimumSizeHint() const {
  return QSize(fontMetrics().averageCharWidth() * 4, fontMetrics().height());
}

void ElidedLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(palette().color(foregroundRole()));
  painter.drawText(contentsRect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shownText());
}

bool ElidedLabel::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QLabel::event(event);
  QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), fits(text()) ? QString() : plainTip(text()), this);
  return true;
}

}  // namespace undelivered
