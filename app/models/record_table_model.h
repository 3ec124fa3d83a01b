// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QAbstractTableModel>

#include "base/result.h"
#include "export/action_list.h"
#include "models/record_pages.h"
#include "query/column.h"
#include "query/row_set.h"

namespace undelivered {

/// A row set as a table: one row a record, one column a ColumnId, in the order of kColumns. What the store holds is
/// there at once; text columns of rows not read yet show "…" until they are, and say so where they cannot be.
class RecordTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  explicit RecordTableModel(QObject* parent = nullptr);

  void setRows(std::shared_ptr<const DeliveryLog> log, RowSet rows);
  const RowSet& rows() const { return m_rows; }
  const std::shared_ptr<const DeliveryLog>& log() const { return m_log; }
  /// Writes everything again in the language in use.
  void retranslate();

  static int columnOf(ColumnId column);
  static ColumnId columnAt(int section) { return kColumns[static_cast<std::size_t>(section)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 signals:
  void readingFailed(const undelivered::Error& error);

 private:
  bool isUnreadable(const QModelIndex& index) const;
  QString text(const QModelIndex& index) const;

  std::shared_ptr<const DeliveryLog> m_log;
  RowSet m_rows;
  mutable RecordPages m_pages;
  mutable std::optional<CellFormatter> m_formatter;
};

}  // namespace undelivered
