// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/column_chart.h"

#include <cmath>

#include <QChart>
#include <QPainter>
#include <QStackedBarSeries>
#include <QValueAxis>

namespace undelivered {
namespace {

constexpr int kMostTicks = 6;
constexpr int kTickGap = 8;
constexpr int kLabelGap = 14;
constexpr double kWidestColumn = 44;
constexpr double kSmallestColumn = 2;  // pixels of height, of an item that counts anything

/// The smallest of 1, 2, 5, 10, 20, ... that cuts largest into no more than parts.
quint64 tickStep(quint64 largest, int parts) {
  quint64 power = 1;
  while (true) {
    for (const quint64 factor : {1U, 2U, 5U}) {
      if (factor * power * static_cast<quint64>(parts) >= largest) return factor * power;
    }
    power *= 10;
  }
}

}  // namespace

ColumnChart::ColumnChart(QWidget* parent)
    : ChartView(parent),
      m_series(new QStackedBarSeries),
      m_columns(new QValueAxis),
      m_height(new QValueAxis),
      m_sets(m_series) {
  chart()->addSeries(m_series);
  chart()->addAxis(m_columns, Qt::AlignBottom);
  chart()->addAxis(m_height, Qt::AlignLeft);
  m_series->attachAxis(m_columns);
  m_series->attachAxis(m_height);
  m_columns->setVisible(false);
  m_height->setVisible(false);
}

QRectF ColumnChart::itemArea(int index) const {
  const double width = std::max(m_pitch, 8.0);  // a mark narrower than that cannot be seen
  return QRectF(m_plot.left() + (index + 0.5) * m_pitch - width / 2, 0, width, m_plot.bottom() + 6);
}

int ColumnChart::itemAt(const QPointF& place) const {
  if (items().isEmpty() || place.x() < m_plot.left() || place.x() > m_plot.right() + 1) return -1;
  return std::min(static_cast<int>((place.x() - m_plot.left()) / m_pitch), static_cast<int>(items().size()) - 1);
}

void ColumnChart::arrange() {
  if (items().isEmpty()) return;
  const QFontMetrics metrics(style().font);
  const double top = metrics.height() / 2.0 + 2;
  const double bottom = viewport()->height() - metrics.height() - 8.0;
  m_plot.setTop(std::ceil(top));
  m_plot.setBottom(std::max(m_plot.top() + 1, std::floor(bottom)));
  placeTicks(metrics);
  const int widest = widthOf(style().number(m_ticks.last()), metrics);
  m_plot.setLeft(widest + kTickGap);
  m_plot.setRight(std::max(m_plot.left() + 1, viewport()->width() - 2.0));
  const auto count = static_cast<double>(items().size());
  m_pitch = m_plot.width() / count;
  placeLabels(metrics);

  chart()->setPlotArea(m_plot);
  m_columns->setRange(-0.5, count - 0.5);
  m_height->setRange(0, static_cast<double>(m_ticks.last()));
  const double gap = m_pitch >= 12 ? m_pitch * 0.22 : (m_pitch >= 4 ? 1.0 : -0.5);  // below 4: no seams between them
  m_series->setBarWidth(std::clamp(m_pitch - gap, 1.0, kWidestColumn) / m_pitch);
  // Columns of no more than two pixels without gaps: smooth edges would turn them into a haze.
  setRenderHint(QPainter::Antialiasing, m_pitch >= 4);
}

void ColumnChart::placeTicks(const QFontMetrics& metrics) {
  const int parts = std::clamp(static_cast<int>(m_plot.height() / (metrics.height() * 2.2)), 1, kMostTicks - 1);
  const quint64 most = std::max<quint64>(largest(), 1);
  const quint64 step = tickStep(most, parts);
  m_ticks.clear();
  for (quint64 tick = 0; tick < most + step; tick += step) m_ticks.append(tick);
}

void ColumnChart::placeLabels(const QFontMetrics& metrics) {
  m_labels.clear();
  int widest = 1;
  for (const ChartItem& item : items()) widest = std::max(widest, widthOf(item.label, metrics));
  widest = std::min(widest, static_cast<int>(m_plot.width()));
  const int every = std::max(1, static_cast<int>(std::ceil((widest + kLabelGap) / m_pitch)));
  double free = 0;
  for (int i = 0; i < items().size(); i += every) {
    const QString text = metrics.elidedText(items()[i].label.simplified(), Qt::ElideRight, widest);
    const double width = widthOf(text, metrics);
    const double middle = m_plot.left() + (i + 0.5) * m_pitch;
    const double left = std::clamp(middle - width / 2, 0.0, std::max(0.0, viewport()->width() - width));
    if (left < free) continue;
    m_labels.append({QRectF(left, m_plot.bottom() + 6, width + 1, metrics.height()), text, i});
    free = left + width + kLabelGap;
  }
}

void ColumnChart::updateSeries() {
  const double smallest = m_height->max() * kSmallestColumn / std::max(1.0, m_plot.height());
  QList<double> values;
  QList<QColor> colors;
  for (int i = 0; i < items().size(); ++i) {
    const auto value = static_cast<double>(items()[i].count);
    values.append(value > 0 ? std::max(value, smallest) : 0);
    colors.append(fillOf(i));
  }
  m_sets.show(values, colors);
}

void ColumnChart::paintBelow(QPainter& painter) {
  if (hovered() >= 0) painter.fillRect(itemArea(hovered()), style().hoverGround());
  painter.setFont(style().font);
  for (const quint64 tick : m_ticks) {
    const double y =
        m_plot.bottom() - static_cast<double>(tick) / static_cast<double>(m_ticks.last()) * m_plot.height();
    const QColor line = tick == 0 ? style().colors.neutral : style().colors.faint;
    painter.fillRect(QRectF(m_plot.left(), std::round(y), m_plot.width(), 1), line);
    painter.setPen(style().colors.muted);
    painter.drawText(QRectF(0, y - 20, m_plot.left() - kTickGap, 40), Qt::AlignRight | Qt::AlignVCenter,
                     style().number(tick));
  }
}

void ColumnChart::paintAbove(QPainter& painter) {
  for (const Label& label : m_labels) {
    const bool chosen = items()[label.item].selected;
    painter.setPen(chosen || label.item == hovered() ? style().text : style().colors.muted);
    painter.drawText(label.area, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, label.text);
  }
  for (int i = 0; i < items().size(); ++i) {  // what is chosen is told by a line, too, not by its colour alone
    if (!items()[i].selected) continue;
    painter.fillRect(QRectF(m_plot.left() + i * m_pitch, m_plot.bottom() + 2, std::max(2.0, m_pitch), 3), baseColor(i));
  }
}

}  // namespace undelivered
