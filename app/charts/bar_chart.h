// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "charts/bar_sets.h"
#include "charts/chart_view.h"

QT_BEGIN_NAMESPACE
class QHorizontalStackedBarSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace undelivered {

/// Horizontal bars: label, bar, number. The whole row of an item can be clicked, so that one of 0 can be, too.
class BarChart : public ChartView {
  Q_OBJECT

 public:
  explicit BarChart(QWidget* parent = nullptr);
  QRectF itemArea(int index) const override;

 protected:
  int neededHeight() const override;
  void arrange() override;
  void updateSeries() override;
  void paintBelow(QPainter& painter) override;
  void paintAbove(QPainter& painter) override;

 private:
  QHorizontalStackedBarSeries* m_series;
  QValueAxis* m_rows;
  QValueAxis* m_length;
  BarSets m_sets;
  QStringList m_labels;  // as they fit
  QRectF m_plot;
  int m_labelWidth = 0;
  int m_rowHeight = 0;
  int m_thickness = 0;
};

}  // namespace undelivered
