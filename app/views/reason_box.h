// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGroupBox>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>

#include "document/log_document.h"
#include "models/reason_list_model.h"

namespace undelivered {

/// The reasons with check boxes and counts, and a search among them.
class ReasonBox : public QGroupBox {
  Q_OBJECT

 public:
  explicit ReasonBox(LogDocument& document, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void fitHeight();

  LogDocument& m_document;
  ReasonListModel m_model;
  QSortFilterProxyModel m_found;
  QLineEdit* m_search;
  QTreeView* m_list;
};

}  // namespace undelivered
