// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QMenu>

#include "document/kept_rows.h"
#include "document/log_document.h"
#include "models/record_table_model.h"
#include "views/empty_state.h"
#include "views/tall_table_view.h"

namespace undelivered {

/// The rows of the filter as a table: columns to sort by, hide, move and resize; millions of rows. Another order or
/// filter is one reset, after which the records that were selected and current are so again, wherever they are now.
class RecordTable : public TallTableView {
  Q_OBJECT

 public:
  explicit RecordTable(LogDocument& document, QWidget* parent = nullptr);

  RecordTableModel& records() { return m_model; }
  /// The row that the details are about.
  std::optional<RowId> currentRow() const;
  std::uint64_t selectedCount() const { return selectedPlaces().count(); }
  /// The selected rows in the order of the table, 4 bytes each.
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
  /// So many rows, selected until now, are so scattered in the new order that none stays selected.
  void selectionDropped(quint64 count);
  void copyRequested(bool withHeaders);

 protected:
  void changeEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  struct Shown {
    std::shared_ptr<const DeliveryLog> log;
    RowSet rows;
    Filter filter;
  };
  void showRows();
  void replaceRows(const Shown& shown, SelectedPlaces kept, bool wasSelected);
  SelectedPlaces selectedPlaces() const;
  void showSort();
  void takeSort(int section, Qt::SortOrder order);
  void showHeaderMenu(const QPoint& place);

  LogDocument& m_document;
  RecordTableModel m_model;
  Filter m_filter;        // that the model's rows are of
  quint64 m_choices = 0;  // changes of what is selected or current
  EmptyState* m_empty;
  LatestJob m_placing;
};

}  // namespace undelivered
