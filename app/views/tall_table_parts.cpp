// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tall_table_parts.h"

#include <QHeaderView>

namespace undelivered {
namespace {

QRect onScreen(const QWidget& widget, const QRect& area) { return {widget.mapToGlobal(area.topLeft()), area.size()}; }

}  // namespace

QWindow* TallTableCell::window() const { return m_view ? m_view->window()->windowHandle() : nullptr; }

QAccessibleInterface* TallTableCell::parent() const { return QAccessible::queryAccessibleInterface(m_view); }

QString TallTableCell::text(QAccessible::Text kind) const {
  if (!isValid()) return {};
  if (kind == QAccessible::Description) return m_index.data(Qt::AccessibleDescriptionRole).toString();
  if (kind != QAccessible::Name) return {};
  const QString name = m_index.data(Qt::AccessibleTextRole).toString();
  return name.isEmpty() ? m_index.data(Qt::DisplayRole).toString() : name;
}

QRect TallTableCell::rect() const {
  if (!isValid()) return {};
  const QRect area = m_view->visualRect(m_index);
  return area.isEmpty() ? area : onScreen(*m_view->viewport(), area);
}

QAccessible::State TallTableCell::state() const {
  QAccessible::State state;
  if (!isValid()) {
    state.invalid = true;
    return state;
  }
  const QRect area = m_view->visualRect(m_index);
  state.invisible = area.isEmpty();
  state.offscreen = !area.intersects(m_view->viewport()->rect());
  state.selectable = true;
  state.selected = isSelected();
  state.focusable = true;
  state.focused = m_view->hasFocus() && m_view->currentIndex() == m_index;
  state.readOnly = true;
  return state;
}

void* TallTableCell::interface_cast(QAccessible::InterfaceType type) {
  return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this) : nullptr;
}

bool TallTableCell::isSelected() const {
  return isValid() && m_view->selectionModel() && m_view->selectionModel()->isSelected(m_index);
}

QList<QAccessibleInterface*> TallTableCell::columnHeaderCells() const {
  QAccessibleInterface* table = parent();
  return table && isValid() ? QList{table->child(m_index.column())} : QList<QAccessibleInterface*>();
}

bool TallTableHeading::isValid() const {
  return m_view && m_view->model() && m_column < m_view->model()->columnCount();
}

QWindow* TallTableHeading::window() const { return m_view ? m_view->window()->windowHandle() : nullptr; }

QAccessibleInterface* TallTableHeading::parent() const { return QAccessible::queryAccessibleInterface(m_view); }

QString TallTableHeading::text(QAccessible::Text kind) const {
  if (!isValid() || kind != QAccessible::Name) return {};
  return m_view->model()->headerData(m_column, Qt::Horizontal, Qt::DisplayRole).toString();
}

QRect TallTableHeading::rect() const {
  if (!isValid() || m_view->isColumnHidden(m_column)) return {};
  const QHeaderView& header = *m_view->horizontalHeader();
  return onScreen(*header.viewport(), QRect(header.sectionViewportPosition(m_column), 0, header.sectionSize(m_column),
                                            header.viewport()->height()));
}

QAccessible::State TallTableHeading::state() const {
  QAccessible::State state;
  state.invalid = !isValid();
  state.invisible = !isValid() || m_view->isColumnHidden(m_column);
  return state;
}

}  // namespace undelivered
