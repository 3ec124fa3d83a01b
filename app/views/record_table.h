// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QMenu>
#include <QTableView>

#include "document/log_document.h"
#include "models/record_table_model.h"
#include "views/empty_state.h"

namespace undelivered {

/// The rows of the filter as a table: columns to sort by, hide, move and resize; millions of rows.
class RecordTable : public QTableView {
  Q_OBJECT

 public:
  explicit RecordTable(LogDocument& document, QWidget* parent = nullptr);

  RecordTableModel& records() { return m_model; }
  /// The row that the details are about.
  std::optional<RowId> currentRow() const;
  /// The selected rows in the order of the table.
  RowSet selectedRows() const;
  /// The columns that are shown, in the order that they are shown in.
  std::vector<ColumnId> shownColumns() const;

  /// Order, widths and visibility of the columns, to be remembered.
  QByteArray columnState() const;
  void restoreColumns(const QByteArray& state);
  void resetColumns();
  /// An entry to show or hide each column, in their order.
  void fillColumnMenu(QMenu& menu);

 signals:
  void currentRowChanged();
  void copyRequested(bool withHeaders);

 protected:
  void changeEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  /// Typing does not search: the model may have millions of rows. Ctrl+F does.
  void keyboardSearch(const QString&) override {}
  void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

 private:
  void showRows();
  std::optional<std::uint32_t> placeOf(std::optional<RowId> row) const;
  void showSort();
  void takeSort(int section, Qt::SortOrder order);
  void showHeaderMenu(const QPoint& place);
  void fitRowHeight(std::uint32_t rows);

  LogDocument& m_document;
  RecordTableModel m_model;
  QItemSelectionModel m_headerSelection;
  EmptyState* m_empty;
};

}  // namespace undelivered
