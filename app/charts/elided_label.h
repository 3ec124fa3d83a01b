// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace undelivered {

/// One line of plain text that is said shorter, or cut, where it does not fit; its tip then tells the whole.
class ElidedLabel : public QLabel {
  Q_OBJECT

 public:
  explicit ElidedLabel(QWidget* parent = nullptr);
  /// What is shown where the whole text does not fit; empty: the text, cut.
  void setShortText(const QString& text);
  /// What stands there at the present width.
  QString shownText() const;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  bool fits(const QString& text) const;

  QString m_shortText;
};

}  // namespace undelivered
