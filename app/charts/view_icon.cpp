// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/view_icon.h"

#include <QPainter>
#include <QPixmap>

namespace undelivered {
namespace {

constexpr double kGrid = 16;  // the unit that the signs are drawn in

void drawTable(QPainter& painter) {
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(1.5, 2.5, 13, 11), 1.5, 1.5);
  painter.drawLine(QPointF(1.5, 6.5), QPointF(14.5, 6.5));
  painter.drawLine(QPointF(1.5, 10), QPointF(14.5, 10));
  painter.drawLine(QPointF(6.5, 6.5), QPointF(6.5, 13.5));
}

void drawBars(QPainter& painter) {
  const QColor color = painter.pen().color();
  painter.fillRect(QRectF(2, 2.5, 12, 3), color);
  painter.fillRect(QRectF(2, 6.5, 8, 3), color);
  painter.fillRect(QRectF(2, 10.5, 4, 3), color);
}

}  // namespace

QIcon viewIcon(bool table, const QColor& color, int size) {
  QIcon icon;
  for (const int scale : {1, 2, 3}) {
    QPixmap pixmap(size * scale, size * scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(pixmap.width() / kGrid, pixmap.height() / kGrid);
    painter.setPen(QPen(color, 1));
    table ? drawTable(painter) : drawBars(painter);
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    icon.addPixmap(pixmap);
  }
  return icon;
}

}  // namespace undelivered
