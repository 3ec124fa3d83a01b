// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tall_table_view.h"

#include <algorithm>

#include <QAbstractButton>
#include <QAccessible>
#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QStringListModel>

#include "views/tall_table_accessible.h"

namespace undelivered {
namespace {

constexpr int kRowPadding = 8;      // pixels above and below the text together
constexpr qint64 kFar = 1LL << 30;  // pixels; twice of it fits an int, so that Qt may take differences

/// Keeps the table's model out: a header that knows of it takes 8 bytes for each of its rows, hidden or not.
class NoRowsHeader final : public QHeaderView {
 public:
  explicit NoRowsHeader(QWidget* parent) : QHeaderView(Qt::Vertical, parent) {
    QHeaderView::setModel(new QStringListModel(this));
  }
  void setModel(QAbstractItemModel*) override {}
  void setSelectionModel(QItemSelectionModel* selection) override {
    if (selection->model() == model()) QHeaderView::setSelectionModel(selection);
  }
};

}  // namespace

TallTableView::TallTableView(QWidget* parent) : QTableView(parent) {
  TallTableAccessible::install();
  setVerticalHeader(new NoRowsHeader(this));
  verticalHeader()->hide();  // now: a new parent shows it again
  // The button that selects all in the corner of both headers: the stock view hides it while it places it.
  for (auto* corner : findChildren<QAbstractButton*>(QString(), Qt::FindDirectChildrenOnly)) corner->hide();
  setShowGrid(false);
  setSelectionBehavior(SelectRows);
  setVerticalScrollMode(ScrollPerItem);
  setHorizontalScrollMode(ScrollPerPixel);
  setAutoScrollMargin(0);  // a drag scrolls by a timer of the table's own
  measureRows();
}

void TallTableView::setModel(QAbstractItemModel* model) {
  disconnect(m_removals);
  m_columnSelection.setModel(model);
  m_from = QPersistentModelIndex();
  QTableView::setModel(model);
  // The stock view learns of removed rows from the header that sees none here.
  if (model) {
    m_removals = connect(model, &QAbstractItemModel::rowsRemoved, this, &TallTableView::scheduleDelayedItemsLayout);
  }
}

void TallTableView::setSelectionModel(QItemSelectionModel* selection) {
  QTableView::setSelectionModel(selection);
  // With the table's own selection the header asks for every selected row at every paint: seconds for millions.
  if (model()) horizontalHeader()->setSelectionModel(&m_columnSelection);
}

void TallTableView::reset() {
  QTableView::reset();
  m_pressedTop = 0;
  updateGeometries();
}

int TallTableView::rows() const { return model() ? model()->rowCount(rootIndex()) : 0; }
int TallTableView::topRow() const { return verticalScrollBar()->value(); }
int TallTableView::rowsIn(int height) const { return std::max(1, height / m_rowPixels); }

qint64 TallTableView::rowAtHeight(int y) const {
  const qint64 below = y < 0 ? (qint64{y} - m_rowPixels + 1) / m_rowPixels : y / m_rowPixels;
  return topRow() + below;
}

qint64 TallTableView::heightOf(qint64 row) const { return (row - topRow()) * m_rowPixels; }

QRect TallTableView::band(int first, int last) const {
  const qint64 top = std::max<qint64>(heightOf(first), 0);
  const qint64 end = std::min<qint64>(heightOf(qint64{last} + 1), viewport()->height());
  if (top >= end) return {};
  return {0, static_cast<int>(top), viewport()->width(), static_cast<int>(end - top)};
}

std::vector<int> TallTableView::shownColumns() const {
  std::vector<int> columns;
  for (int place = 0; place < horizontalHeader()->count(); ++place) {
    const int column = horizontalHeader()->logicalIndex(place);
    if (!isColumnHidden(column)) columns.push_back(column);
  }
  return columns;
}

QRect TallTableView::visualRect(const QModelIndex& index) const {
  if (!index.isValid() || index.model() != model() || index.parent() != rootIndex() || isColumnHidden(index.column())) {
    return {};
  }
  const auto y = static_cast<int>(std::clamp(heightOf(index.row()), -kFar, kFar));
  return {columnViewportPosition(index.column()), y, columnWidth(index.column()), m_rowPixels};
}

QModelIndex TallTableView::indexAt(const QPoint& place) const {
  const qint64 row = rowAtHeight(place.y());
  const int column = columnAt(place.x());
  if (row < 0 || row >= rows() || column < 0) return {};
  return model()->index(static_cast<int>(row), column, rootIndex());
}

void TallTableView::scrollTo(const QModelIndex& index, ScrollHint hint) {
  if (!index.isValid() || index.model() != model() || index.parent() != rootIndex()) return;
  const int page = rowsIn(viewport()->height());
  const int row = index.row();
  const bool above = row < topRow();
  const bool below = row >= qint64{topRow()} + page;
  if (hint == PositionAtCenter) {
    verticalScrollBar()->setValue(row - page / 2);
  } else if (hint == PositionAtTop || (hint == EnsureVisible && above)) {
    verticalScrollBar()->setValue(row);
  } else if (hint == PositionAtBottom || (hint == EnsureVisible && below)) {
    verticalScrollBar()->setValue(row - page + 1);
  }
  if (!isColumnHidden(index.column())) scrollToColumn(index.column());
}

void TallTableView::scrollToColumn(int column) {
  const int left = horizontalHeader()->sectionPosition(column);
  const int right = left + columnWidth(column);
  const int offset = horizontalHeader()->offset();
  const int width = viewport()->width();
  if (left < offset || right - left > width) {
    horizontalScrollBar()->setValue(left);
  } else if (right > offset + width) {
    horizontalScrollBar()->setValue(right - width);
  }
}

int TallTableView::verticalOffset() const {
  return static_cast<int>(std::clamp((qint64{topRow()} - m_pressedTop) * m_rowPixels, -kFar, kFar));
}

void TallTableView::measureRows() { m_rowPixels = fontMetrics().height() + kRowPadding; }

void TallTableView::updateGeometries() {
  if (m_fitting) return;
  m_fitting = true;
  QHeaderView* header = horizontalHeader();
  const int height = header->isHidden()
                         ? 0
                         : std::clamp(header->sizeHint().height(), header->minimumHeight(), header->maximumHeight());
  setViewportMargins(0, height, 0, 0);
  const QRect inside = viewport()->geometry();
  header->setGeometry(inside.left(), inside.top() - height, inside.width(), height);
  // Where everything fits without scroll bars there are none, though the one may be there for the other still.
  const QSize all = maximumViewportSize();
  const bool fits = header->length() <= all.width() && qint64{rows()} * m_rowPixels <= all.height();
  const QSize room = fits ? all : viewport()->size();
  fitHorizontalBar(room);
  fitVerticalBar(room);
  m_fitting = false;
  // Not QTableView's, which does the same by its vertical header.
  QAbstractItemView::updateGeometries();  // NOLINT(bugprone-parent-virtual-call)
}

void TallTableView::fitHorizontalBar(const QSize& room) {
  constexpr int kSteps = 20;  // to the width of the window
  horizontalScrollBar()->setPageStep(room.width());
  horizontalScrollBar()->setSingleStep(std::max(room.width() / kSteps, 2));
  horizontalScrollBar()->setRange(0, std::max(0, horizontalHeader()->length() - room.width()));
}

void TallTableView::fitVerticalBar(const QSize& room) {
  const int page = rowsIn(room.height());
  verticalScrollBar()->setPageStep(page);
  verticalScrollBar()->setSingleStep(1);
  verticalScrollBar()->setRange(0, std::max(0, rows() - page));
}

void TallTableView::scrollContentsBy(int dx, int dy) {
  // The columns are the stock view's. Called for rows alone too: it forgets then to scroll back to a pressed row.
  QTableView::scrollContentsBy(dx, 0);
  if (dy == 0) return;
  const qint64 pixels = qint64{dy} * m_rowPixels;
  if (std::abs(pixels) >= viewport()->height()) {
    viewport()->update();
    return;
  }
  scrollDirtyRegion(0, static_cast<int>(pixels));
  viewport()->scroll(0, static_cast<int>(pixels));
}

void TallTableView::rowsInserted(const QModelIndex& parent, int first, int last) {
  QTableView::rowsInserted(parent, first, last);
  scheduleDelayedItemsLayout();
}

void TallTableView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) {
  if (!topLeft.isValid() || !bottomRight.isValid()) return;
  const QRect changed = band(topLeft.row(), bottomRight.row());
  // Rows that are read while they are scrolled away need no paint, and the stock view paints everything for any.
  if (changed.isEmpty() && !QAccessible::isActive()) return;
  QTableView::dataChanged(topLeft, bottomRight, roles);
  viewport()->update(changed);  // later versions of Qt ask the vertical header which of these rows are shown
}

int TallTableView::sizeHintForRow(int row) const { return row >= 0 && row < rows() ? m_rowPixels : -1; }

int TallTableView::sizeHintForColumn(int column) const {
  if (!model()) return -1;
  ensurePolished();
  QStyleOptionViewItem option;
  initViewItemOption(&option);
  int width = 0;
  const qint64 end = std::min<qint64>(rows(), qint64{topRow()} + rowsIn(viewport()->height()) + 1);
  for (int row = topRow(); row < end; ++row) {
    const QModelIndex index = model()->index(row, column, rootIndex());
    width = std::max(width, itemDelegateForIndex(index)->sizeHint(option, index).width());
  }
  return width;
}

void TallTableView::changeEvent(QEvent* event) {
  QTableView::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
    measureRows();
    updateGeometries();
    viewport()->update();
  }
}

}  // namespace undelivered
