// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QAbstractItemModel>

#include "input/read_report.h"
#include "store/delivery_log.h"

namespace undelivered {

/// The read issues of a log as a tree: the kinds with their counts, below each the first places. Columns: what, how
/// often or which line, the text there.
class IssueListModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum Column { WhatColumn, PlaceColumn, DetailColumn, kColumnCount };

  explicit IssueListModel(std::shared_ptr<const DeliveryLog> log, QObject* parent = nullptr);

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& child) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QVariant kindText(std::size_t kind, int column) const;
  QVariant sampleText(std::size_t kind, std::size_t sample, int column) const;

  std::shared_ptr<const DeliveryLog> m_log;
  std::vector<IssueKind> m_kinds;  // those that occur
};

}  // namespace undelivered
