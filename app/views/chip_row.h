// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

#include "document/log_document.h"
#include "i18n/filter_words.h"

namespace undelivered {

/// A filter in force; a click takes it away. Cuts its words where they do not fit, never the x behind them.
class Chip : public QToolButton {
  Q_OBJECT

 public:
  Chip(const QString& words, QWidget* parent);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_words;
};

/// "87 of 1,204", a chip with an x for every restriction of the filter, and "Clear all": always one line, so that
/// nothing below moves when a filter comes or goes.
class ChipRow : public QWidget {
  Q_OBJECT

 public:
  explicit ChipRow(LogDocument& document, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void fillCount();

  LogDocument& m_document;
  QLabel* m_count;
  QWidget* m_chips;
  QPushButton* m_clear;
  QList<Restriction> m_shown;
  std::optional<std::uint64_t> m_roomFor;  // records of the log that the widths are for
};

}  // namespace undelivered
