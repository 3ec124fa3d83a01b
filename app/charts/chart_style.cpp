// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_style.h"

#include <QFontMetrics>
#include <QHash>

namespace undelivered {
namespace {

constexpr double kFadedOpacity = 0.34;
constexpr double kFadedHoverOpacity = 0.62;
constexpr qsizetype kLongTip = 90;  // characters; a longer tip is wrapped

// A widget keeps the default locale of its birth, so the default is asked again unless somebody set one.
QLocale localeOf(const QWidget& widget) {
  for (const QWidget* each = &widget; each; each = each->parentWidget()) {
    if (each->testAttribute(Qt::WA_SetLocale)) return each->locale();
  }
  return QLocale();
}

}  // namespace

ChartStyle::ChartStyle(const QWidget& widget)
    : colors(widget.palette()),
      text(widget.palette().color(QPalette::WindowText)),
      font(widget.font()),
      strong(widget.font()),
      locale(localeOf(widget)) {
  strong.setWeight(QFont::DemiBold);
}

QColor ChartStyle::fill(const QColor& base, bool faded, bool hovered) const {
  if (faded) return blended(base, colors.card, hovered ? kFadedHoverOpacity : kFadedOpacity);
  return hovered ? blended(text, base, 0.18) : base;
}

QColor ChartStyle::hoverGround() const { return blended(colors.accent, colors.card, 0.10); }

QString ChartStyle::number(quint64 count) const { return locale.toString(count); }

QString ChartStyle::share(quint64 part, quint64 whole) const {
  const double percent = whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  QString digits = locale.toString(percent, 'f', 1);
  if (part > 0 && percent < 0.05) digits = QLatin1Char('<') + QChar(QChar::Nbsp) + locale.toString(0.1, 'f', 1);
  if (part < whole && percent >= 99.95) digits = QLatin1Char('>') + QChar(QChar::Nbsp) + locale.toString(99.9, 'f', 1);
  return digits + QChar(QChar::Nbsp) + QLatin1Char('%');
}

QString plainTip(const QString& text) {
  if (text.isEmpty()) return text;
  const QString space = text.size() > kLongTip ? QStringLiteral("pre-wrap") : QStringLiteral("pre");
  return QStringLiteral("<p style='white-space:") + space + QStringLiteral("'>") + text.toHtmlEscaped() +
         QStringLiteral("</p>");
}

QStringList elidedLabels(const QList<ChartItem>& items, const ChartStyle& style, int width) {
  const QFontMetrics usual(style.font);
  const QFontMetrics strong(style.strong);
  const auto cut = [&](const ChartItem& item, Qt::TextElideMode mode) {
    // A line break would be drawn as one and push the label out of its row.
    return (item.selected ? strong : usual).elidedText(item.label.simplified(), mode, width);
  };
  QStringList labels;
  QHash<QString, int> uses;
  for (const ChartItem& item : items) {
    labels.append(cut(item, Qt::ElideRight));
    ++uses[labels.last()];
  }
  for (qsizetype i = 0; i < items.size(); ++i) {
    if (uses.value(labels[i]) > 1) labels[i] = cut(items[i], Qt::ElideMiddle);
  }
  return labels;
}

int widthOf(const QString& text, const QFontMetrics& metrics) { return metrics.horizontalAdvance(text) + 1; }

QColor blended(const QColor& over, const QColor& ground, double opacity) {
  const auto mix = [opacity](int a, int b) { return qRound(a * opacity + b * (1 - opacity)); };
  return QColor(mix(over.red(), ground.red()), mix(over.green(), ground.green()), mix(over.blue(), ground.blue()));
}

}  // namespace undelivered
