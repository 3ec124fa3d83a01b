// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QCheckBox>
#include <QGroupBox>
#include <QLabel>

#include "document/choice.h"
#include "document/log_document.h"

namespace undelivered {

/// The values of one dimension with check boxes and counts: how many rows of the filter's outcomes (not of failures
/// alone, as in the charts) a value has, since that is what a click on it shows.
class FacetBox : public QGroupBox {
  Q_OBJECT

 public:
  FacetBox(LogDocument& document, std::vector<Choice> choices, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Line {
    Choice choice;
    QCheckBox* box;
    QLabel* count;
  };
  void fill();

  LogDocument& m_document;
  std::vector<Line> m_lines;
};

}  // namespace undelivered
