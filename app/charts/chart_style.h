// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLocale>
#include <QStringList>
#include <QWidget>

#include "charts/chart_item.h"
#include "util/theme.h"

namespace undelivered {

/// Colours, fonts and number formats of a chart, taken from the widget that shows it. Taken anew whenever the palette,
/// the font or the language of that widget changes.
struct ChartStyle {
  explicit ChartStyle(const QWidget& widget);

  Colors colors;
  QColor text;
  QFont font;
  QFont strong;  ///< titles, and the labels of what is chosen
  QLocale locale;

  /// The colour of a bar or slice; faded: something else is chosen and this is not.
  QColor fill(const QColor& base, bool faded, bool hovered) const;
  /// The ground of the row or column under the mouse.
  QColor hoverGround() const;

  QString number(quint64 count) const;
  /// "12.3 %"; never "0.0 %" for a part that exists, nor "100.0 %" for one that is not the whole.
  QString share(quint64 part, quint64 whole) const;
};

/// A tip or title that shows its text as it is, whatever looks like markup in it.
QString plainTip(const QString& text);

/// The labels of items no wider than width pixels, each in the font that it is drawn in. Those that would read the same
/// once cut are cut in their middle instead.
QStringList elidedLabels(const QList<ChartItem>& items, const ChartStyle& style, int width);

/// Pixels that hold the text; elidedText() cuts a text whose width was rounded down.
int widthOf(const QString& text, const QFontMetrics& metrics);

QColor blended(const QColor& over, const QColor& ground, double opacity);

}  // namespace undelivered
