// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>

#include "query/action_groups.h"

namespace undelivered {

/// One recommended action with the number of records that ask for it, their reasons, and what to do with them.
class ActionCard : public QFrame {
  Q_OBJECT

 public:
  /// `total`: what the share is of. `chosen`: the filter is restricted to the group's reasons.
  ActionCard(const DeliveryLog& log, const ActionGroup& group, std::uint64_t total, bool chosen,
             QWidget* parent = nullptr);

  static QString titleOf(const ActionGroup& group);

 signals:
  void showRequested();
  void exportRequested();

 private:
  QPushButton *m_show, *m_export;
};

}  // namespace undelivered
