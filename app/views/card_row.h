// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QWidget>

#include "document/click_memory.h"
#include "document/log_document.h"
#include "views/card.h"

namespace undelivered {

/// The numbers that a review starts with, each a filter: a card's number is the number of rows after a click on it.
/// Those to act on count failures alone, as the charts do. A second click leads back.
class CardRow : public QWidget {
  Q_OBJECT

 public:
  enum Which { Communications, Failed, FailureRate, YoursToFix, Permanent, Temporary, kCardCount };

  explicit CardRow(LogDocument& document, QWidget* parent = nullptr);

  Card& card(Which which) { return *m_cards[which]; }

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fill();
  void click(Which which);
  /// Gives all cards the fonts that the narrowest place needs, so that they look alike.
  void fitFonts();
  /// The filter that the card stands for, out of the one in force; the card is lit while both are the same.
  Filter filterOf(Which which) const;
  /// What a click on a lit card leads to.
  Filter takenBack(Which which) const;

  LogDocument& m_document;
  ClickMemory m_clicks;
  std::array<Card*, kCardCount> m_cards{};
};

}  // namespace undelivered
