// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card.h"

#include <initializer_list>

#include <QApplication>
#include <QPainter>

#include "util/theme.h"

namespace undelivered {
namespace {

constexpr int kPadding = 10;
constexpr int kRadius = 8;
constexpr double kNote = 0.9;
constexpr auto kNameFactors = {1.0, 0.92, 0.85};
constexpr auto kValueFactors = {1.8, 1.65, 1.5, 1.35, 1.2, 1.05, 0.9, 0.8};
constexpr int kNoteFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

double largestThatFits(std::initializer_list<double> factors, int width, const auto& widthWith) {
  for (const double factor : factors) {
    if (widthWith(factor) <= width - 2 * kPadding) return factor;
  }
  return *(factors.end() - 1);
}

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
  update();
}

void Card::setEmphasis(bool emphasis) {
  m_emphasis = emphasis;
  update();
}

void Card::setLook(const CardLook& look) {
  if (look == m_look) return;
  const bool higher = look.noteLines != m_look.noteLines;
  m_look = look;
  if (higher) updateGeometry();
  update();
}

QFont Card::scaled(double factor) const {
  QFont scaled = font();
  scaled.setPointSizeF(scaled.pointSizeF() * factor);
  return scaled;
}

QFont Card::valueFont(double factor) const {
  QFont large = scaled(factor);
  large.setWeight(QFont::DemiBold);
  return large;
}

QFont Card::noteFont() const { return scaled(kNote); }

double Card::fittingName(int width) const {
  return largestThatFits(kNameFactors, width,
                         [this](double factor) { return QFontMetrics(scaled(factor)).horizontalAdvance(m_name); });
}

// A number is never cut: a wrong one would be read.
double Card::fittingValue(int width) const {
  return largestThatFits(kValueFactors, width,
                         [this](double factor) { return QFontMetrics(valueFont(factor)).horizontalAdvance(m_value); });
}

// The widths of cards beside each other do not hang on what is written on them, so that none moves under the mouse.
QSize Card::sizeHint() const {
  const int height = fontMetrics().height() + QFontMetrics(valueFont(CardLook().value)).height() +
                     m_look.noteLines * QFontMetrics(noteFont()).height();
  return {96, height + 2 * kPadding - 4};
}

QSize Card::minimumSizeHint() const { return sizeHint(); }

QRect Card::inside() const { return rect().adjusted(kPadding, kPadding - 3, -kPadding, -kPadding + 3); }

bool Card::showsEverything() const {
  const QFontMetrics note(noteFont());
  const QRect room(0, 0, inside().width(), m_look.noteLines * note.height());
  const QSize needed = note.boundingRect(QRect(0, 0, room.width(), 10'000), kNoteFlags, m_note).size();
  return QFontMetrics(scaled(m_look.name)).horizontalAdvance(m_name) <= inside().width() &&
         needed.height() <= room.height() && needed.width() <= room.width();
}

void Card::paintTexts(QPainter& painter) const {
  const Colors colors(QApplication::palette());
  const QRect inside = this->inside();
  const QFontMetrics value(valueFont(CardLook().value));
  const QFontMetrics note(noteFont());
  const auto write = [&](const QFont& font, const QColor& color, const QString& text, int baseline) {
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPoint(inside.left(), baseline), text);
  };
  // Lines stand where they would with the usual fonts, so that those of smaller ones are level with each other.
  const QFont name = scaled(m_look.name);
  write(name, colors.muted, QFontMetrics(name).elidedText(m_name, Qt::ElideRight, inside.width()),
        inside.top() + fontMetrics().ascent());
  const int valueTop = inside.top() + fontMetrics().height();
  write(valueFont(m_look.value), m_emphasis ? colors.emphasis : palette().color(QPalette::WindowText), m_value,
        valueTop + value.ascent());
  painter.setFont(noteFont());
  painter.setPen(colors.muted);
  const QRect room(inside.left(), valueTop + value.height(), inside.width(), m_look.noteLines * note.height());
  const QString text = m_look.noteLines > 1 ? m_note : note.elidedText(m_note, Qt::ElideRight, inside.width());
  painter.drawText(room, kNoteFlags, text);
}

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
  paintTexts(painter);

  if (!hasFocus()) return;
  QPen dots(palette().color(QPalette::WindowText), 1, Qt::DotLine);
  painter.setPen(dots);
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5), kRadius - 3, kRadius - 3);
}

}  // namespace undelivered
