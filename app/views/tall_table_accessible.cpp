// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tall_table_accessible.h"

#include <algorithm>
#include <limits>

#include "views/tall_table_parts.h"

namespace undelivered {
namespace {

constexpr qint64 kMostCounted = std::numeric_limits<int>::max();
constexpr std::size_t kMostParts = 4096;
static_assert(kMostParts > TallTableAccessible::kMostListed, "a list must not lose its first while it is made");

QAccessibleInterface* makeAccessible(const QString& className, QObject* object) {
  if (className != QLatin1String(TallTableView::staticMetaObject.className())) return nullptr;
  auto* view = qobject_cast<TallTableView*>(object);
  return view ? new TallTableAccessible(*view) : nullptr;
}

}  // namespace

void TallTableAccessible::install() {
  QAccessible::removeFactory(&makeAccessible);
  QAccessible::installFactory(&makeAccessible);
}

TallTableAccessible::TallTableAccessible(TallTableView& view) : QAccessibleWidget(&view, QAccessible::Table) {}

TallTableAccessible::~TallTableAccessible() { forget(); }

TallTableView& TallTableAccessible::view() const { return *static_cast<TallTableView*>(widget()); }

void* TallTableAccessible::interface_cast(QAccessible::InterfaceType type) {
  if (type == QAccessible::TableInterface) return static_cast<QAccessibleTableInterface*>(this);
  return QAccessibleWidget::interface_cast(type);
}

int TallTableAccessible::rowCount() const { return view().model() ? view().model()->rowCount() : 0; }
int TallTableAccessible::columnCount() const { return view().model() ? view().model()->columnCount() : 0; }

int TallTableAccessible::childCount() const {
  return static_cast<int>(std::min((qint64{rowCount()} + 1) * columnCount(), kMostCounted));
}

QAccessibleInterface* TallTableAccessible::child(int index) const {
  const int columns = columnCount();
  if (columns == 0 || index < 0 || index >= childCount()) return nullptr;
  return part(index / columns - 1, index % columns);
}

int TallTableAccessible::indexOfChild(const QAccessibleInterface* child) const {
  qint64 number = -1;
  if (const auto* cell = dynamic_cast<const TallTableCell*>(child)) {
    if (cell->isValid()) number = (qint64{cell->rowIndex()} + 1) * columnCount() + cell->columnIndex();
  } else if (const auto* heading = dynamic_cast<const TallTableHeading*>(child)) {
    number = heading->column();
  }
  return number < childCount() ? static_cast<int>(number) : -1;
}

QAccessibleInterface* TallTableAccessible::childAt(int x, int y) const {
  const QModelIndex index = view().indexAt(view().viewport()->mapFromGlobal(QPoint(x, y)));
  return index.isValid() ? cellAt(index.row(), index.column()) : nullptr;
}

QAccessibleInterface* TallTableAccessible::focusChild() const {
  const QModelIndex current = view().currentIndex();
  return view().hasFocus() && current.isValid() ? cellAt(current.row(), current.column()) : nullptr;
}

QAccessibleInterface* TallTableAccessible::cellAt(int row, int column) const {
  const bool there = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
  return there ? part(row, column) : nullptr;
}

QAccessibleInterface* TallTableAccessible::part(int row, int column) const {
  const qint64 number = (qint64{row} + 1) * columnCount() + column;
  if (const auto found = m_parts.constFind(number); found != m_parts.constEnd()) {
    QAccessibleInterface* known = QAccessible::accessibleInterface(*found);
    if (known && known->isValid()) return known;
    QAccessible::deleteAccessibleInterface(*found);
    m_parts.remove(number);
    std::erase(m_order, number);
  }
  if (m_order.size() >= kMostParts) {
    QAccessible::deleteAccessibleInterface(m_parts.take(m_order.front()));
    m_order.pop_front();
  }
  QAccessibleInterface* made = nullptr;
  if (row < 0) {
    made = new TallTableHeading(view(), column);
  } else {
    made = new TallTableCell(view(), view().model()->index(row, column));
  }
  m_parts.insert(number, QAccessible::registerAccessibleInterface(made));
  m_order.push_back(number);
  return made;
}

void TallTableAccessible::forget() const {
  for (const QAccessible::Id id : std::as_const(m_parts)) QAccessible::deleteAccessibleInterface(id);
  m_parts.clear();
  m_order.clear();
}

QString TallTableAccessible::columnDescription(int column) const {
  return view().model() ? view().model()->headerData(column, Qt::Horizontal).toString() : QString();
}

qint64 TallTableAccessible::selectedRowsInAll() const {
  qint64 sum = 0;
  if (!view().selectionModel()) return sum;
  for (const QItemSelectionRange& range : view().selectionModel()->selection()) sum += range.height();
  return sum;
}

int TallTableAccessible::selectedRowCount() const {
  return static_cast<int>(std::min(selectedRowsInAll(), kMostCounted));
}

int TallTableAccessible::selectedCellCount() const {
  return static_cast<int>(std::min(selectedRowsInAll() * columnCount(), kMostCounted));
}

QList<int> TallTableAccessible::selectedRows() const {
  QList<int> rows;
  if (!view().selectionModel()) return rows;
  for (const QItemSelectionRange& range : view().selectionModel()->selection()) {
    for (qint64 row = range.top(); row <= range.bottom(); ++row) {
      if (rows.size() == kMostListed) return rows;
      rows.append(static_cast<int>(row));
    }
  }
  return rows;
}

QList<QAccessibleInterface*> TallTableAccessible::selectedCells() const {
  QList<QAccessibleInterface*> cells;
  for (const int row : selectedRows()) {
    for (int column = 0; column < columnCount(); ++column) {
      if (cells.size() == kMostListed) return cells;
      cells.append(cellAt(row, column));
    }
  }
  return cells;
}

bool TallTableAccessible::isRowSelected(int row) const {
  return view().selectionModel() && view().selectionModel()->isSelected(view().model()->index(row, 0));
}

bool TallTableAccessible::select(int row, bool selected) {
  if (!view().selectionModel() || row < 0 || row >= rowCount()) return false;
  view().selectionModel()->select(
      view().model()->index(row, 0),
      (selected ? QItemSelectionModel::Select : QItemSelectionModel::Deselect) | QItemSelectionModel::Rows);
  return true;
}

bool TallTableAccessible::selectRow(int row) { return select(row, true); }
bool TallTableAccessible::unselectRow(int row) { return select(row, false); }

void TallTableAccessible::modelChange(QAccessibleTableModelChangeEvent* event) {
  if (event->modelChangeType() != QAccessibleTableModelChangeEvent::DataChanged) forget();
}

}  // namespace undelivered
