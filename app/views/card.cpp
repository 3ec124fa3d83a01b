// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card.h"

#include <algorithm>

#include <QApplication>
#include <QPainter>

#include "util/theme.h"

namespace undelivered {
namespace {

constexpr int kPadding = 10;
constexpr int kRadius = 8;

}  // namespace

Card::Card(QWidget* parent) : QAbstractButton(parent) {
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Card::setContents(const QString& name, const QString& value, const QString& note) {
  m_name = name;
  m_value = value;
  m_note = note;
  setAccessibleName(name + QStringLiteral(": ") + value);
  setAccessibleDescription(note);
  updateGeometry();
  update();
}

void Card::setEmphasis(bool emphasis) {
  m_emphasis = emphasis;
  update();
}

QFont Card::valueFont() const {
  QFont large = scaled(1.8);
  large.setWeight(QFont::DemiBold);
  return large;
}

QFont Card::scaled(double factor) const {
  QFont scaled = font();
  scaled.setPointSizeF(scaled.pointSizeF() * factor);
  return scaled;
}

// A number is never cut: a wrong one would be read.
QFont Card::fittedValueFont(int width) const {
  QFont fitted = valueFont();
  for (double factor = 1.7; factor >= 0.8 && QFontMetrics(fitted).horizontalAdvance(m_value) > width; factor -= 0.1) {
    fitted.setPointSizeF(font().pointSizeF() * factor);
  }
  return fitted;
}

QFont Card::noteFont() const { return scaled(0.9); }

QSize Card::sizeHint() const {
  const int width =
      std::max({fontMetrics().horizontalAdvance(m_name), QFontMetrics(valueFont()).horizontalAdvance(m_value),
                QFontMetrics(noteFont()).horizontalAdvance(m_note)});
  const int height = fontMetrics().height() + QFontMetrics(valueFont()).height() + QFontMetrics(noteFont()).height();
  return {width + 2 * kPadding, height + 2 * kPadding - 4};
}

QSize Card::minimumSizeHint() const { return {96, sizeHint().height()}; }

void Card::paintEvent(QPaintEvent*) {
  const Colors colors(QApplication::palette());
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool lit = underMouse() || hasFocus();
  const qreal line = isChecked() ? 2.0 : 1.0;
  const QRectF frame = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
  painter.setPen(QPen(isChecked() || lit ? colors.accent : colors.faint, line));
  painter.setBrush(isChecked() ? colors.noteGround : colors.card);
  painter.drawRoundedRect(frame, kRadius, kRadius);

  const QRect inside = rect().adjusted(kPadding, kPadding - 3, -kPadding, -kPadding + 3);
  const auto writeLine = [&](const QFont& font, const QColor& color, const QString& text, int top) {
    painter.setFont(font);
    painter.setPen(color);
    const QFontMetrics metrics(font);
    const QRect place(inside.left(), top, inside.width(), metrics.height());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine, text);
    return top + metrics.height();
  };
  const auto elided = [&](const QFont& font, const QString& text) {
    return QFontMetrics(font).elidedText(text, Qt::ElideRight, inside.width());
  };
  // A narrow card writes its name smaller before it cuts it.
  const bool fits = fontMetrics().horizontalAdvance(m_name) <= inside.width();
  const QFont nameFont = fits ? font() : scaled(0.85);
  int top = writeLine(nameFont, colors.muted, elided(nameFont, m_name), inside.top());
  top = writeLine(fittedValueFont(inside.width()), m_emphasis ? colors.emphasis : palette().color(QPalette::WindowText),
                  m_value, top);
  writeLine(noteFont(), colors.muted, elided(noteFont(), m_note), top);

  if (!hasFocus()) return;
  QPen dots(palette().color(QPalette::WindowText), 1, Qt::DotLine);
  painter.setPen(dots);
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5), kRadius - 3, kRadius - 3);
}

}  // namespace undelivered
