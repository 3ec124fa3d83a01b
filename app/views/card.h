// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace undelivered {

/// A number with its name, large enough to be read from afar, and a filter to click.
class Card : public QAbstractButton {
  Q_OBJECT

 public:
  explicit Card(QWidget* parent = nullptr);

  /// What is counted, how many, and a muted line of what that is a part of.
  void setContents(const QString& name, const QString& value, const QString& note);
  /// Whether the number is what the user is to act on.
  void setEmphasis(bool emphasis);

  QString value() const { return m_value; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QFont scaled(double factor) const;
  QFont valueFont() const;
  QFont fittedValueFont(int width) const;
  QFont noteFont() const;

  QString m_name, m_value, m_note;
  bool m_emphasis = false;
};

}  // namespace undelivered
