// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/bar_chart.h"

#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QPainter>
#include <QValueAxis>

namespace undelivered {
namespace {

constexpr int kRowGap = 3;       // pixels between the texts of two rows, at least
constexpr int kTallestRow = 34;  // or the rows of a short list would drift apart
constexpr int kThickestBar = 14;
constexpr int kLabelGap = 10;
constexpr int kNumberGap = 6;
constexpr int kEdge = 4;  // room for the keyboard's mark beside the texts
constexpr int kShortestBarArea = 40;
constexpr double kBarShare = 0.17;  // of the width, is left for the longest bar whatever the labels need
constexpr double kSmallestBar = 2;  // pixels, of an item that counts anything

}  // namespace

BarChart::BarChart(QWidget* parent)
    : ChartView(parent),
      m_series(new QHorizontalStackedBarSeries),
      m_rows(new QValueAxis),
      m_length(new QValueAxis),
      m_sets(m_series) {
  chart()->addSeries(m_series);
  chart()->addAxis(m_rows, Qt::AlignLeft);
  chart()->addAxis(m_length, Qt::AlignBottom);
  m_series->attachAxis(m_rows);
  m_series->attachAxis(m_length);
  m_rows->setVisible(false);
  m_length->setVisible(false);
}

QRectF BarChart::itemArea(int index) const {
  return QRectF(0, static_cast<double>(index) * m_rowHeight, viewport()->width(), m_rowHeight);
}

int BarChart::neededHeight() const {
  return static_cast<int>(items().size()) * (QFontMetrics(style().strong).height() + kRowGap);
}

void BarChart::arrange() {
  const auto count = static_cast<int>(items().size());
  if (count == 0) return;
  const QFontMetrics metrics(style().strong);  // of what is chosen; the other texts are narrower
  const int lowest = metrics.height() + kRowGap;
  m_rowHeight = std::clamp(viewport()->height() / count, lowest, std::max(lowest, kTallestRow));
  m_thickness = std::min(kThickestBar, m_rowHeight * 6 / 10);
  m_thickness -= (m_rowHeight - m_thickness) % 2;  // both edges on whole pixels

  int widest = 0;
  for (const ChartItem& item : items()) widest = std::max(widest, widthOf(item.label, metrics));
  const int width = viewport()->width();
  const int numbers = widthOf(style().number(largest()), metrics) + kNumberGap + kEdge;
  const int bars = std::max(kShortestBarArea, qRound(width * kBarShare)) + numbers;
  m_labelWidth = std::max(0, std::min(widest, width - bars - kEdge - kLabelGap));
  m_labels = elidedLabels(items(), style(), m_labelWidth);

  const int left = kEdge + m_labelWidth + kLabelGap;
  m_plot = QRectF(left, 0, std::max(1, width - left - numbers), static_cast<double>(count) * m_rowHeight);
  chart()->setPlotArea(m_plot);
  m_rows->setRange(-0.5, count - 0.5);
  m_length->setRange(0, static_cast<double>(std::max<quint64>(largest(), 1)));
  m_series->setBarWidth(static_cast<double>(m_thickness) / m_rowHeight);
}

void BarChart::updateSeries() {
  const double smallest = m_length->max() * kSmallestBar / std::max(1.0, m_plot.width());
  QList<double> values;
  QList<QColor> colors;
  for (auto i = static_cast<int>(items().size()) - 1; i >= 0; --i) {  // the axis counts from the bottom
    const auto value = static_cast<double>(items()[i].count);
    values.append(value > 0 ? std::max(value, smallest) : 0);
    colors.append(fillOf(i));
  }
  m_sets.show(values, colors);
}

void BarChart::paintBelow(QPainter& painter) {
  painter.setPen(Qt::NoPen);
  if (hovered() >= 0) {
    painter.setBrush(style().hoverGround());
    painter.drawRoundedRect(itemArea(hovered()), 4, 4);
  }
  // The line that all bars start from; a row of 0 has a place on it, too.
  painter.fillRect(QRectF(m_plot.left() - 1, 0, 1, m_plot.height()), style().colors.faint);
}

void BarChart::paintAbove(QPainter& painter) {
  for (int i = 0; i < items().size(); ++i) {
    const ChartItem& item = items()[i];
    const QRectF row = itemArea(i);
    painter.setFont(item.selected ? style().strong : style().font);
    const bool quiet = item.count == 0 || isFaded(i);
    painter.setPen(quiet ? style().colors.muted : style().text);
    painter.drawText(QRectF(kEdge, row.top(), m_labelWidth + kLabelGap / 2.0, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_labels[i]);
    const double length = static_cast<double>(item.count) / m_length->max() * m_plot.width();
    const double end = m_plot.left() + (item.count > 0 ? std::max(length, kSmallestBar) : 0);
    painter.drawText(QRectF(end + kNumberGap, row.top(), row.right() - end, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, style().number(item.count));
  }
}

}  // namespace undelivered
