// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace undelivered {

/// One line of plain text that is cut where it does not fit; its tip then tells the whole.
class ElidedLabel : public QLabel {
  Q_OBJECT

 public:
  explicit ElidedLabel(QWidget* parent = nullptr);
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
};

}  // namespace undelivered
