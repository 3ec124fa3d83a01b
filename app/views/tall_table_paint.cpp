// SPDX-License-Identifier: GPL-3.0-or-later
// What a TallTableView paints: the rows that are shown and nothing of others.
#include <algorithm>

#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>

#include "views/tall_table_view.h"

namespace undelivered {

/// What all rows of one paint have in common.
struct TallTableView::PaintedCells {
  QStyleOptionViewItem option;
  std::vector<int> columns;
  QModelIndex current, hovered;
  bool focused;
};

void TallTableView::paintEvent(QPaintEvent* event) {
  const QRect area = event->rect();
  const qint64 from = std::max<qint64>(rowAtHeight(area.top()), 0);
  const qint64 to = std::min<qint64>(rowAtHeight(area.bottom()), qint64{rows()} - 1);
  if (from > to) return;
  PaintedCells cells;
  initViewItemOption(&cells.option);
  for (const int column : shownColumns()) {
    const int left = columnViewportPosition(column);
    if (left <= area.right() && left + columnWidth(column) > area.left()) cells.columns.push_back(column);
  }
  cells.current = currentIndex();
  cells.focused = hasFocus() || viewport()->hasFocus();
  if (viewport()->testAttribute(Qt::WA_Hover) && viewport()->underMouse()) {
    cells.hovered = indexAt(viewport()->mapFromGlobal(QCursor::pos()));
  }
  QPainter painter(viewport());
  const int first = static_cast<int>(from);
  const int last = static_cast<int>(to);
  const std::vector<bool> selected = selectedAmong(first, last);
  for (qint64 row = first; row <= last; ++row) {
    paintRow(painter, static_cast<int>(row), selected[static_cast<std::size_t>(row - first)], cells);
  }
}

void TallTableView::paintRow(QPainter& painter, int row, bool selected, const PaintedCells& cells) {
  const auto y = static_cast<int>(heightOf(row));
  for (const int column : cells.columns) {
    const QModelIndex index = model()->index(row, column, rootIndex());
    QStyleOptionViewItem option = cells.option;
    option.rect = QRect(columnViewportPosition(column), y, columnWidth(column), m_rowPixels);
    option.state.setFlag(QStyle::State_Selected, selected);
    option.state.setFlag(QStyle::State_HasFocus, cells.focused && index == cells.current);
    option.state.setFlag(QStyle::State_MouseOver, index == cells.hovered);
    if (!(model()->flags(index) & Qt::ItemIsEnabled)) {
      option.state &= ~QStyle::State_Enabled;
      option.palette.setCurrentColorGroup(QPalette::Disabled);
    }
    if (alternatingRowColors() && row % 2 == 1) option.features |= QStyleOptionViewItem::Alternate;
    style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
    itemDelegateForIndex(index)->paint(&painter, option, index);
  }
}

std::vector<bool> TallTableView::selectedAmong(int first, int last) const {
  std::vector<bool> marks(static_cast<std::size_t>(qint64{last} - first + 1));
  if (!selectionModel()) return marks;
  // One look at the ranges for all rows: QItemSelectionModel::isSelected() would take one for each cell.
  for (const QItemSelectionRange& range : selectionModel()->selection()) {
    const int begin = std::max(range.top(), first);
    const int end = std::min(range.bottom(), last);
    if (begin > end) continue;
    std::fill(marks.begin() + (begin - first), marks.begin() + (end - first) + 1, true);
  }
  return marks;
}

QRegion TallTableView::visualRegionForSelection(const QItemSelection& selection) const {
  QRegion region;
  for (const QItemSelectionRange& range : selection) {
    if (range.isValid()) region |= band(range.top(), range.bottom());
  }
  return region;
}

}  // namespace undelivered
