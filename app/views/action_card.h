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
  /// What cards below each other have in common.
  struct Column {
    std::uint64_t total = 0;    ///< what the shares are of
    std::uint64_t largest = 0;  ///< the count that all make room for
  };
  /// `chosen`: the filter is restricted to the group's reasons.
  ActionCard(const DeliveryLog& log, const ActionGroup& group, const Column& column, bool chosen,
             QWidget* parent = nullptr);

  static QString titleOf(const ActionGroup& group);

 signals:
  void showRequested();
  void exportRequested();

 private:
  QPushButton *m_show, *m_export;
};

}  // namespace undelivered
