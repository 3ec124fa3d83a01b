// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "document/log_document.h"

namespace undelivered {

/// Every restriction of the filter, with counts, one box below the other.
class FilterPanel : public QScrollArea {
  Q_OBJECT

 public:
  explicit FilterPanel(LogDocument& document, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;
};

}  // namespace undelivered
