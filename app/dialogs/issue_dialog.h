// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDialog>

#include "models/issue_list_model.h"
#include "store/delivery_log.h"

namespace undelivered {

/// What could not be used as it stands in the log, by kind and with its places.
class IssueDialog : public QDialog {
  Q_OBJECT

 public:
  explicit IssueDialog(std::shared_ptr<const DeliveryLog> log, QWidget* parent = nullptr);

 private:
  std::shared_ptr<const DeliveryLog> m_log;
  IssueListModel m_model;
};

/// "12 lines left out, 30 kept with a note"; empty where there is nothing to tell.
QString issueSummary(const ReadReport& report);

}  // namespace undelivered
