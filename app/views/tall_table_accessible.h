// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include <QAccessibleWidget>
#include <QHash>

namespace undelivered {

class TallTableView;

/// What assistive technology is told of a TallTableView: the same table that Qt makes of any QTableView, but that Qt's
/// counts header and cells in an int, and lists every selected cell one by one, all of a hundred million rows too.
///
/// Children are the header's cells and then the cells row by row, in logical columns. Those whose number an int does
/// not hold are no children by number, but are there by row and column.
class TallTableAccessible final : public QAccessibleWidget, public QAccessibleTableInterface {
 public:
  /// Makes Qt use it for every TallTableView from now on.
  static void install();

  explicit TallTableAccessible(TallTableView& view);
  ~TallTableAccessible() override;

  void* interface_cast(QAccessible::InterfaceType type) override;
  int childCount() const override;
  QAccessibleInterface* child(int index) const override;
  int indexOfChild(const QAccessibleInterface* child) const override;
  QAccessibleInterface* childAt(int x, int y) const override;
  QAccessibleInterface* focusChild() const override;

  QAccessibleInterface* caption() const override { return nullptr; }
  QAccessibleInterface* summary() const override { return nullptr; }
  QAccessibleInterface* cellAt(int row, int column) const override;
  QString columnDescription(int column) const override;
  QString rowDescription(int) const override { return {}; }
  int columnCount() const override;
  int rowCount() const override;
  int selectedCellCount() const override;
  int selectedColumnCount() const override { return 0; }
  int selectedRowCount() const override;
  /// At most kMostListed of them: more than anybody listens to.
  QList<QAccessibleInterface*> selectedCells() const override;
  QList<int> selectedColumns() const override { return {}; }
  QList<int> selectedRows() const override;
  bool isColumnSelected(int) const override { return false; }
  bool isRowSelected(int row) const override;
  bool selectRow(int row) override;
  bool selectColumn(int) override { return false; }
  bool unselectRow(int row) override;
  bool unselectColumn(int) override { return false; }
  void modelChange(QAccessibleTableModelChangeEvent* event) override;

  static constexpr int kMostListed = 1000;

 private:
  TallTableView& view() const;
  /// The header's cell of a column for row -1.
  QAccessibleInterface* part(int row, int column) const;
  bool select(int row, bool selected);
  qint64 selectedRowsInAll() const;
  void forget() const;

  // What was asked for last, by number; the oldest are given up.
  mutable QHash<qint64, QAccessible::Id> m_parts;
  mutable std::deque<qint64> m_order;
};

}  // namespace undelivered
