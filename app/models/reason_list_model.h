// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QAbstractTableModel>

#include "query/filter.h"
#include "query/summary.h"
#include "store/delivery_log.h"

namespace undelivered {

/// The reasons that occur in a log, most frequent first, each with a check box and its count. Column 0 the reason,
/// column 1 the count.
class ReasonListModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Role {
    CodeRole = Qt::UserRole,  ///< the code as Filter::reasons has it
    SearchRole,               ///< title and code: what a search looks in
  };

  explicit ReasonListModel(QObject* parent = nullptr);

  void setLog(std::shared_ptr<const DeliveryLog> log);
  void setFacets(const Facets& facets);
  void setFilter(const Filter& filter);
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 signals:
  void checked(const std::string& code, bool on);

 private:
  std::string codeOf(int row) const;
  bool isChecked(int row) const;

  std::shared_ptr<const DeliveryLog> m_log;
  std::vector<Facets::ReasonCount> m_reasons;
  Filter m_filter;
};

}  // namespace undelivered
