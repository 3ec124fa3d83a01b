// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "document/log_document.h"
#include "query/action_groups.h"
#include "views/action_card.h"

namespace undelivered {

/// "What to do": the failures grouped by recommended action. A group opens its rows, or exports its own action list.
class ActionsView : public QScrollArea {
  Q_OBJECT

 public:
  explicit ActionsView(LogDocument& document, QWidget* parent = nullptr);

  const std::vector<ActionGroup>& groups() const { return m_groups; }

 signals:
  void rowsRequested();  ///< the filter has been set to a group's rows
  void exportRequested(const undelivered::Filter& filter, const QString& name);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  Filter filterOf(const ActionGroup& group) const;
  static QString headingOf(ActionGroup::Kind kind);
  void addHeading(const QString& heading);
  void addCard(const ActionGroup& group, const ActionCard::Column& numbers);

  LogDocument& m_document;
  std::vector<ActionGroup> m_groups;
  QWidget* m_page = nullptr;
};

}  // namespace undelivered
