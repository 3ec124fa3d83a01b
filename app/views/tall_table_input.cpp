// SPDX-License-Identifier: GPL-3.0-or-later
// How a TallTableView takes mouse and keyboard: current cell and selected rows.
#include <algorithm>

#include <QAccessible>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include "views/tall_table_view.h"

namespace undelivered {
namespace {

constexpr int kDragScrollMs = 40;

bool moves(int key) {
  switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
      return true;
    default:
      return false;
  }
}

}  // namespace

// QAbstractItemView keeps the fixed end of a selection too, but as a place in pixels, where far rows have none.

void TallTableView::mousePressEvent(QMouseEvent* event) {
  const QScopedValueRollback taking(m_taking, true);
  m_pressedTop = topRow();
  const QModelIndex pressed = indexAt(event->position().toPoint());
  if (!selectionCommand(pressed, event).testFlag(QItemSelectionModel::Current)) {
    m_from = pressed;
  } else if (!m_from.isValid()) {
    m_from = currentIndex();
  }
  QTableView::mousePressEvent(event);
}

// The stock view starts to scroll only where the mouse moves on within one row at the border, and selects nothing of
// what comes into view until it moves again. Here the drag goes on, as if the mouse moved at the border.

void TallTableView::mouseMoveEvent(QMouseEvent* event) {
  if (!event->buttons().testFlag(Qt::LeftButton)) return QTableView::mouseMoveEvent(event);
  m_dragPlace = event->position().toPoint();
  dragTo(*event);
  if (state() != DragSelectingState || rowsToScroll(m_dragPlace.y()) == 0) {
    m_dragTimer.stop();
  } else if (!m_dragTimer.isActive()) {
    m_dragTimer.start(kDragScrollMs, this);
  }
}

void TallTableView::mouseReleaseEvent(QMouseEvent* event) {
  m_dragTimer.stop();
  QTableView::mouseReleaseEvent(event);
}

void TallTableView::dragTo(const QMouseEvent& event) {
  const QScopedValueRollback taking(m_taking, true);
  const int right = std::min(viewport()->width(), horizontalHeader()->length() - horizontalHeader()->offset()) - 1;
  const QPoint inside(std::clamp(m_dragPlace.x(), 0, std::max(right, 0)),
                      std::clamp(m_dragPlace.y(), 0, std::max(viewport()->height() - 1, 0)));
  QMouseEvent moved(QEvent::MouseMove, inside, viewport()->mapToGlobal(inside), event.button(), event.buttons(),
                    event.modifiers(), event.pointingDevice());
  QTableView::mouseMoveEvent(&moved);
}

int TallTableView::rowsToScroll(int y) const {
  // Half a row within the border counts as outside: below a window that fills the screen there is no place to go.
  const int margin = m_rowPixels / 2;
  const int above = margin - y;
  const int below = y - (viewport()->height() - 1 - margin);
  const int page = rowsIn(viewport()->height());
  if (below > 0) return std::min(1 + below / m_rowPixels, page);
  return above > 0 ? -std::min(1 + above / m_rowPixels, page) : 0;
}

void TallTableView::timerEvent(QTimerEvent* event) {
  if (event->timerId() != m_dragTimer.timerId()) return QTableView::timerEvent(event);
  const int step = rowsToScroll(m_dragPlace.y());
  if (state() != DragSelectingState || step == 0) return m_dragTimer.stop();
  verticalScrollBar()->setValue(static_cast<int>(std::clamp<qint64>(qint64{topRow()} + step, 0, rows())));
  dragTo(QMouseEvent(QEvent::MouseMove, m_dragPlace, viewport()->mapToGlobal(m_dragPlace), Qt::NoButton, Qt::LeftButton,
                     QGuiApplication::keyboardModifiers()));
}

void TallTableView::keyPressEvent(QKeyEvent* event) {
  const QScopedValueRollback taking(m_taking, true);
  const QModelIndex before = currentIndex();
  const auto command = selectionCommand(before, event);
  const bool extends = command.testFlag(QItemSelectionModel::Current);
  if (extends && !m_from.isValid()) m_from = before;
  QTableView::keyPressEvent(event);
  if (!extends && command != QItemSelectionModel::NoUpdate && currentIndex() != before) m_from = currentIndex();
}

QItemSelectionModel::SelectionFlags TallTableView::selectionCommand(const QModelIndex& index,
                                                                    const QEvent* event) const {
  if (event && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<const QKeyEvent*>(event);
    constexpr auto kBoth = Qt::ShiftModifier | Qt::ControlModifier;
    // The stock view takes Ctrl+Shift+End for Ctrl+End, which selects nothing.
    if ((key->modifiers() & kBoth) == kBoth && moves(key->key()) && selectionMode() == ExtendedSelection) {
      return QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows;
    }
  }
  return QTableView::selectionCommand(index, event);
}

void TallTableView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) {
  const int count = rows();
  if (count == 0 || !selectionModel()) return;
  // Both ends are known as rows: a drag's is below the mouse, all others' is the current row by now.
  const bool byPlace = state() == DragSelectingState || !currentIndex().isValid();
  const qint64 at = byPlace ? rowAtHeight(rect.bottom()) : currentIndex().row();
  const int end = static_cast<int>(std::clamp<qint64>(at, 0, count - 1));
  const int from = command.testFlag(QItemSelectionModel::Current) && m_from.isValid() ? m_from.row() : end;
  const QModelIndex first = model()->index(std::min(from, end), 0, rootIndex());
  const QModelIndex last = model()->index(std::max(from, end), model()->columnCount(rootIndex()) - 1, rootIndex());
  selectionModel()->select(QItemSelection(first, last), command | QItemSelectionModel::Rows);
}

QModelIndex TallTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
  const std::vector<int> columns = shownColumns();
  if (rows() == 0 || columns.empty()) return {};
  const QModelIndex current = currentIndex();
  if (!current.isValid()) return model()->index(0, columns.front(), rootIndex());
  const auto lastPlace = static_cast<int>(columns.size()) - 1;
  const auto found = std::find(columns.begin(), columns.end(), current.column());
  int place = found == columns.end() ? 0 : static_cast<int>(found - columns.begin());
  const int page = rowsIn(viewport()->height());
  const int lastRow = rows() - 1;
  const bool far = modifiers.testFlag(Qt::ControlModifier);
  qint64 row = current.row();
  switch (action) {
    case MoveUp:
      --row;
      break;
    case MoveDown:
      ++row;
      break;
    case MovePageUp:
      row -= page;
      break;
    case MovePageDown:
      row += page;
      break;
    case MoveHome:
      place = 0;
      if (far) row = 0;
      break;
    case MoveEnd:
      place = lastPlace;
      if (far) row = lastRow;
      break;
    case MoveLeft:
      place += isRightToLeft() ? 1 : -1;
      break;
    case MoveRight:
      place += isRightToLeft() ? -1 : 1;
      break;
    case MovePrevious:
      if (--place < 0 && row-- > 0) place = lastPlace;
      break;
    case MoveNext:
      if (++place > lastPlace && row++ < lastRow) place = 0;
      break;
  }
  row = std::clamp<qint64>(row, 0, lastRow);
  place = std::clamp(place, 0, lastPlace);
  return model()->index(static_cast<int>(row), columns[static_cast<std::size_t>(place)], rootIndex());
}

void TallTableView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
  // Not QTableView's: while assistive technology listens it expands every selected cell.
  QAbstractItemView::selectionChanged(selected, deselected);  // NOLINT(bugprone-parent-virtual-call)
  if (QAccessible::isActive()) {
    QAccessibleEvent event(this, QAccessible::SelectionWithin);
    QAccessible::updateAccessibility(&event);
  }
}

void TallTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  if (!m_taking) m_from = current;
  // Not QTableView's: it tells assistive technology the number of the cell among all, which an int may not hold.
  QAbstractItemView::currentChanged(current, previous);  // NOLINT(bugprone-parent-virtual-call)
  if (!QAccessible::isActive() || !current.isValid() || !hasFocus()) return;
  QAccessibleInterface* table = QAccessible::queryAccessibleInterface(this);
  QAccessibleInterface* cell =
      table && table->tableInterface() ? table->tableInterface()->cellAt(current.row(), current.column()) : nullptr;
  if (!cell) return;
  QAccessibleEvent event(cell, QAccessible::Focus);
  QAccessible::updateAccessibility(&event);
}

}  // namespace undelivered
