// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace undelivered {

/// How large the texts of cards beside each other are, as factors of the usual font: the same for all of them.
struct CardLook {
  double name = 1.0;
  double value = 1.8;
  int noteLines = 1;  ///< room for so many, whether they are needed or not

  bool operator==(const CardLook&) const = default;
};

/// A number with its name, large enough to be read from afar, and a filter to click.
class Card : public QAbstractButton {
  Q_OBJECT

 public:
  explicit Card(QWidget* parent = nullptr);

  /// What is counted, how many, and a muted line of what that is a part of.
  void setContents(const QString& name, const QString& value, const QString& note);
  /// Whether the number is what the user is to act on.
  void setEmphasis(bool emphasis);

  void setLook(const CardLook& look);
  /// The largest of the usual factors with which the text fits into a card of that width; the smallest where none does.
  double fittingName(int width) const;
  double fittingValue(int width) const;
  /// Whether name and note are there as a whole.
  bool showsEverything() const;

  QString value() const { return m_value; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QRect inside() const;
  QFont scaled(double factor) const;
  QFont valueFont(double factor) const;
  QFont noteFont() const;
  void paintTexts(QPainter& painter) const;

  QString m_name, m_value, m_note;
  CardLook m_look;
  bool m_emphasis = false;
};

}  // namespace undelivered
