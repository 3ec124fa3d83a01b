// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace undelivered {

/// A bar, slice or column of a chart: one choice on the dimension that the chart shows.
struct ChartItem {
  QString label;      ///< plain text, may come from data
  quint64 count = 0;  ///< rows that choosing it would leave
  bool selected = false;
  QColor color;  ///< invalid: the accent colour, in a ring a shade of it

  bool operator==(const ChartItem&) const = default;
};

}  // namespace undelivered
