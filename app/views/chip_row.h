// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

#include "document/log_document.h"
#include "i18n/filter_words.h"

namespace undelivered {

/// "87 of 1,204", a chip with an x for every restriction of the filter, and "Clear all".
class ChipRow : public QWidget {
  Q_OBJECT

 public:
  explicit ChipRow(LogDocument& document, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void fillCount();
  QToolButton* makeChip(const Restriction& restriction);

  LogDocument& m_document;
  QLabel* m_count;
  QWidget* m_chips;
  QPushButton* m_clear;
  QList<Restriction> m_shown;
};

}  // namespace undelivered
