// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QPersistentModelIndex>
#include <QPointer>

#include "views/tall_table_view.h"

namespace undelivered {

/// A cell of a TallTableView for assistive technology.
class TallTableCell final : public QAccessibleInterface, public QAccessibleTableCellInterface {
 public:
  TallTableCell(TallTableView& view, const QModelIndex& index) : m_view(&view), m_index(index) {}

  bool isValid() const override { return m_view && m_index.isValid(); }
  QObject* object() const override { return nullptr; }
  QWindow* window() const override;
  QAccessibleInterface* parent() const override;
  QAccessibleInterface* child(int) const override { return nullptr; }
  QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  int childCount() const override { return 0; }
  int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  QString text(QAccessible::Text kind) const override;
  void setText(QAccessible::Text, const QString&) override {}
  QRect rect() const override;
  QAccessible::Role role() const override { return QAccessible::Cell; }
  QAccessible::State state() const override;
  void* interface_cast(QAccessible::InterfaceType type) override;

  bool isSelected() const override;
  QList<QAccessibleInterface*> columnHeaderCells() const override;
  QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
  int columnIndex() const override { return m_index.column(); }
  int rowIndex() const override { return m_index.row(); }
  int columnExtent() const override { return 1; }
  int rowExtent() const override { return 1; }
  QAccessibleInterface* table() const override { return parent(); }

 private:
  QPointer<TallTableView> m_view;
  QPersistentModelIndex m_index;
};

/// The header of a column of a TallTableView for assistive technology.
class TallTableHeading final : public QAccessibleInterface {
 public:
  TallTableHeading(TallTableView& view, int column) : m_view(&view), m_column(column) {}

  int column() const { return m_column; }
  bool isValid() const override;
  QObject* object() const override { return nullptr; }
  QWindow* window() const override;
  QAccessibleInterface* parent() const override;
  QAccessibleInterface* child(int) const override { return nullptr; }
  QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  int childCount() const override { return 0; }
  int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  QString text(QAccessible::Text kind) const override;
  void setText(QAccessible::Text, const QString&) override {}
  QRect rect() const override;
  QAccessible::Role role() const override { return QAccessible::ColumnHeader; }
  QAccessible::State state() const override;

 private:
  QPointer<TallTableView> m_view;
  int m_column;
};

}  // namespace undelivered
