// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, keyboard and tips of ChartView.
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "charts/chart_view.h"

namespace undelivered {
namespace {

constexpr int kPage = 10;
constexpr Qt::KeyboardModifiers kMeant =
    Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier | Qt::MetaModifier;  // not: from the keypad

}  // namespace

void ChartView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  m_pressed = itemAt(event->position());
  m_marked = false;
  if (m_pressed >= 0) m_current = m_pressed;
  describeCurrent();
  viewport()->update();
  event->accept();
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  const int pressed = std::exchange(m_pressed, -1);
  event->accept();
  if (pressed >= 0 && pressed == itemAt(event->position())) emit activated(pressed, event->modifiers() & kMeant);
}

// The second press of a double click: a choice that is taken back by a second click would come to nothing.
void ChartView::mouseDoubleClickEvent(QMouseEvent* event) {
  m_pressed = -1;
  event->accept();
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
  const int before = m_hovered;
  hover(itemAt(event->position()));
  if (!tipsAtOnce() || m_hovered == before) return;
  m_hovered < 0 ? QToolTip::hideText() : showTip(m_hovered, event->globalPosition().toPoint());
}

// The chart never scrolls itself; the area around it does.
void ChartView::wheelEvent(QWheelEvent* event) {
  event->ignore();
  if (parentWidget()) QCoreApplication::sendEvent(parentWidget(), event);
}

void ChartView::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(m_items.size()) - 1;
  switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Left:
      return moveTo(std::max(m_current - 1, 0));
    case Qt::Key_Down:
    case Qt::Key_Right:
      return moveTo(std::min(m_current + 1, last));
    case Qt::Key_PageUp:
      return moveTo(std::max(m_current - kPage, 0));
    case Qt::Key_PageDown:
      return moveTo(std::min(m_current + kPage, last));
    case Qt::Key_Home:
      return moveTo(0);
    case Qt::Key_End:
      return moveTo(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      if (m_current >= 0 && !event->isAutoRepeat()) emit activated(m_current, event->modifiers() & kMeant);
      return;
    default:
      event->ignore();
  }
}

void ChartView::focusInEvent(QFocusEvent* event) {
  QChartView::focusInEvent(event);
  m_marked = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
  if (m_marked && m_current >= 0) emit revealed(itemArea(m_current).toAlignedRect());
  viewport()->update();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
  QChartView::focusOutEvent(event);
  viewport()->update();
}

bool ChartView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave) hover(-1);
  if (event->type() != QEvent::ToolTip) return QChartView::viewportEvent(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int index = itemAt(help->pos());
  index < 0 ? QToolTip::hideText() : showTip(index, help->globalPos());
  return true;
}

void ChartView::showTip(int index, const QPoint& globalPlace) {
  QToolTip::showText(globalPlace, plainTip(textOf(index)), viewport(), itemArea(index).toAlignedRect());
}

}  // namespace undelivered
