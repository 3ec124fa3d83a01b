// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filter_panel.h"

#include <QEvent>
#include <QVBoxLayout>

#include "views/facet_box.h"
#include "views/reason_box.h"
#include "views/time_box.h"

namespace undelivered {
namespace {

template <class Values>
std::vector<Choice> choicesOf(const Values& values) {
  std::vector<Choice> choices;
  choices.reserve(values.size());
  for (const auto value : values) choices.push_back(Choice::of(value));
  return choices;
}

}  // namespace

FilterPanel::FilterPanel(LogDocument& document, QWidget* parent) : QScrollArea(parent) {
  auto* column = new QWidget(this);
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(6, 6, 6, 6);
  layout->addWidget(new ReasonBox(document, column), 1);
  layout->addWidget(new TimeBox(document, column));
  layout->addWidget(new FacetBox(document, choicesOf(kChannels), column));
  layout->addWidget(new FacetBox(document, choicesOf(kActionabilities), column));
  layout->addWidget(new FacetBox(document, choicesOf(kPersistences), column));
  layout->addWidget(new FacetBox(document, choicesOf(kPhases), column));
  layout->addWidget(new FacetBox(document, choicesOf(kOutcomes), column));
  setWidget(column);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setMinimumWidth(250);
  setAccessibleName(tr("Filters"));
}

void FilterPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setAccessibleName(tr("Filters"));
  QScrollArea::changeEvent(event);
}

}  // namespace undelivered
