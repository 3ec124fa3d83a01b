// SPDX-License-Identifier: GPL-3.0-or-later
#include "util/style.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTreeView>

#include "util/theme.h"

namespace undelivered {
namespace {

void drawCheckBox(const QStyleOption& option, QPainter& painter) {
  const Colors colors(option.palette);
  const bool on = option.state.testFlag(QStyle::State_On);
  const bool enabled = option.state.testFlag(QStyle::State_Enabled);
  const bool lit = option.state.testAnyFlags(QStyle::State_MouseOver | QStyle::State_HasFocus);
  const int side = std::min({option.rect.width(), option.rect.height(), 15});
  QRectF box(0, 0, side, side);
  box.moveCenter(QRectF(option.rect).center());
  box.adjust(0.5, 0.5, -0.5, -0.5);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setOpacity(enabled ? 1.0 : 0.5);
  painter.setPen(QPen(on || lit ? colors.accent : colors.neutral, lit ? 1.6 : 1.0));
  painter.setBrush(on ? colors.accent : option.palette.color(QPalette::Base));
  painter.drawRoundedRect(box, 3, 3);
  if (on) {
    QPainterPath tick;
    tick.moveTo(box.left() + box.width() * 0.22, box.top() + box.height() * 0.52);
    tick.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.73);
    tick.lineTo(box.left() + box.width() * 0.79, box.top() + box.height() * 0.29);
    painter.setBrush(Qt::NoBrush);
    const QColor ground = isDark(option.palette) ? QColor(Qt::black) : QColor(Qt::white);
    painter.setPen(QPen(ground, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(tick);
  }
  painter.restore();
}

}  // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
  if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck) {
    drawCheckBox(*option, *painter);
    return;
  }
  QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
  const QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
  return type == CT_ItemViewItem && qobject_cast<const QTreeView*>(widget) ? result + QSize(0, 5) : result;
}

}  // namespace undelivered
