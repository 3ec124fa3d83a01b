// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "charts/chart_view.h"

QT_BEGIN_NAMESPACE
class QPieSeries;
QT_END_NAMESPACE

namespace undelivered {

/// A ring, and beside it a legend with numbers and shares; slices and lines of the legend can be clicked. Where there
/// is no room for both, the ring gives way to a strip of the same slices above the legend: the figures come first.
class RingChart : public ChartView {
  Q_OBJECT

 public:
  explicit RingChart(QWidget* parent = nullptr);
  /// The line of the legend.
  QRectF itemArea(int index) const override;
  int itemAt(const QPointF& place) const override;
  /// Whether the legend tells numbers and shares; in very little room it does not.
  bool showsFigures() const { return m_numbers && m_shares; }
  bool isStrip() const { return m_strip; }

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
  /// Places ring and legend beside each other; whether everything fits like that.
  bool placeRing(double width, double height);
  void placeStrip(double width, double height);
  double ringForTotal() const;
  QFont totalFont(double room) const;
  void paintStrip(QPainter& painter) const;
  void chooseFigures(double room);
  int columnGap() const;
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
  bool m_strip = false;     // m_ring is a strip
  bool m_numbers = true;
  bool m_shares = true;
};

}  // namespace undelivered
