// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QWidget>

#include "document/log_document.h"
#include "views/card.h"

namespace undelivered {

/// The numbers that a review starts with, each a filter: a card's number is the number of rows after a click on it.
class CardRow : public QWidget {
  Q_OBJECT

 public:
  enum Which { Communications, Failed, FailureRate, YoursToFix, Permanent, Temporary, kCardCount };

  explicit CardRow(LogDocument& document, QWidget* parent = nullptr);

  Card& card(Which which) { return *m_cards[which]; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void click(Which which);
  /// The filter that the card stands for, out of the one in force; the card is lit while both are the same.
  Filter filterOf(Which which) const;
  /// What a click on a lit card leads to.
  Filter takenBack(Which which) const;

  LogDocument& m_document;
  std::array<Card*, kCardCount> m_cards{};
};

}  // namespace undelivered
