// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QList>

QT_BEGIN_NAMESPACE
class QAbstractBarSeries;
class QBarSet;
QT_END_NAMESPACE

namespace undelivered {

/// Bars of many colours in one stacked series. Qt Charts gives a set one colour, so every colour in use is a set of its
/// own, in which only the bars of that colour are not 0.
class BarSets {
 public:
  /// The series must be a stacked one, and outlive this.
  explicit BarSets(QAbstractBarSeries* series) : m_series(series) {}

  /// values[i] in colors[i]; both of the same length. Changes only what differs from what is shown.
  void show(const QList<double>& values, const QList<QColor>& colors);

 private:
  struct Set {
    QBarSet* set = nullptr;
    QList<double> values;
  };
  void write(Set& set, const QList<double>& values);

  QAbstractBarSeries* m_series;
  QHash<QRgb, Set> m_sets;
  qsizetype m_count = 0;
};

}  // namespace undelivered
