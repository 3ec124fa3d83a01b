// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "charts/chart_view.h"

QT_BEGIN_NAMESPACE
class QPieSeries;
QT_END_NAMESPACE

namespace undelivered {

/// A ring, and beside it a legend with numbers and shares; slices and lines of the legend can be clicked.
class RingChart : public ChartView {
  Q_OBJECT

 public:
  explicit RingChart(QWidget* parent = nullptr);
  /// The line of the legend.
  QRectF itemArea(int index) const override;
  int itemAt(const QPointF& place) const override;

 protected:
  int neededHeight() const override;
  void arrange() override;
  void updateSeries() override;
  void paintBelow(QPainter& painter) override;
  void paintAbove(QPainter& painter) override;
  QColor baseColor(int index) const override;

 private:
  int lineHeight() const;
  QList<double> sliceValues() const;
  int sliceAt(const QPointF& place) const;
  void chooseLayout(double width, double height);
  void chooseFigures(double room);
  int figuresWidth() const;
  void paintEntry(QPainter& painter, int index) const;
  void paintTotal(QPainter& painter) const;

  QPieSeries* m_series;
  QStringList m_labels;  // as they fit
  QRectF m_ring;
  QRectF m_legend;
  double m_rowHeight = 0;
  int m_labelWidth = 0;
  int m_numberWidth = 0;
  int m_shareWidth = 0;
  bool m_twoLines = false;  // number and share below the label
  bool m_numbers = true;
  bool m_shares = true;
};

}  // namespace undelivered
