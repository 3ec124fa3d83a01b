// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/bar_sets.h"
#include "charts/chart_view.h"

QT_BEGIN_NAMESPACE
class QStackedBarSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace undelivered {

/// Upright columns in the order of the items, for time. The full height above and below a column can be clicked.
class ColumnChart : public ChartView {
  Q_OBJECT

 public:
  explicit ColumnChart(QWidget* parent = nullptr);
  QRectF itemArea(int index) const override;
  int itemAt(const QPointF& place) const override;

 protected:
  int neededHeight() const override { return 0; }
  void arrange() override;
  void updateSeries() override;
  void paintBelow(QPainter& painter) override;
  void paintAbove(QPainter& painter) override;
  bool tipsAtOnce() const override { return true; }

 private:
  struct Label {
    QRectF area;
    QString text;
    int item;
  };
  void placeTicks(const QFontMetrics& metrics);
  void placeLabels(const QFontMetrics& metrics);

  QStackedBarSeries* m_series;
  QValueAxis* m_columns;
  QValueAxis* m_height;
  BarSets m_sets;
  QList<quint64> m_ticks;
  QList<Label> m_labels;
  QRectF m_plot;
  double m_pitch = 1;  // pixels from one column to the next
};

}  // namespace undelivered
