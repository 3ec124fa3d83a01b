// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/bar_sets.h"

#include <QAbstractBarSeries>
#include <QBarSet>
#include <QPen>

namespace undelivered {
namespace {

constexpr int kFewChanges = 2;  // each replaced value lays out the whole series anew, as a new list does

}  // namespace

void BarSets::show(const QList<double>& values, const QList<QColor>& colors) {
  if (values.size() != m_count) {  // sets of different lengths must not stand beside each other
    m_series->clear();
    m_sets.clear();
    m_count = values.size();
  }
  QHash<QRgb, QList<double>> wanted;
  for (qsizetype i = 0; i < values.size(); ++i) {
    QList<double>& list = wanted[colors[i].rgb()];
    if (list.isEmpty()) list.resize(values.size());
    list[i] = values[i];
  }
  for (auto set = m_sets.begin(); set != m_sets.end();) {
    if (wanted.contains(set.key())) {
      ++set;
      continue;
    }
    m_series->remove(set->set);
    set = m_sets.erase(set);
  }
  for (auto want = wanted.cbegin(); want != wanted.cend(); ++want) {
    Set& set = m_sets[want.key()];
    if (set.set) {
      write(set, want.value());
      continue;
    }
    set = {new QBarSet(QString()), want.value()};
    set.set->setPen(Qt::NoPen);
    set.set->setBrush(QColor::fromRgb(want.key()));
    set.set->append(set.values);
    m_series->append(set.set);
  }
}

void BarSets::write(Set& set, const QList<double>& values) {
  QList<int> changed;
  for (int i = 0; i < values.size() && changed.size() <= kFewChanges; ++i) {
    if (values[i] != set.values[i]) changed.append(i);
  }
  if (changed.size() <= kFewChanges) {
    for (const int i : changed) set.set->replace(i, values[i]);
  } else {
    set.set->remove(0, set.set->count());
    set.set->append(values);
  }
  set.values = values;
}

}  // namespace undelivered
