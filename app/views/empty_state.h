// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>

#include "document/log_document.h"

namespace undelivered {

/// Says why there is no row, and the one thing to do about it. Its owner shows it while there is none.
class EmptyState : public QWidget {
  Q_OBJECT

 public:
  /// Of which rows there is none: those of the filter, or the failures among them whatever outcomes it asks for.
  enum class Of { Filter, Failures };
  explicit EmptyState(LogDocument& document, QWidget* parent = nullptr, Of of = Of::Filter);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  Filter filter() const;
  /// No row because nothing failed, not because of other filters.
  bool nothingFailed() const;

  LogDocument& m_document;
  Of m_of;
  QLabel* m_text;
  QPushButton* m_action;
};

}  // namespace undelivered
