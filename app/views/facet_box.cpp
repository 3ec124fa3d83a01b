// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/facet_box.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>

#include "i18n/filter_words.h"
#include "i18n/words.h"
#include "util/theme.h"

namespace undelivered {
namespace {

std::uint64_t countOf(const Facets& facets, const Choice& choice) {
  const auto at = static_cast<std::size_t>(choice.value);
  switch (choice.dimension) {
    case Dimension::Channel:
      return facets.channels[at];
    case Dimension::Outcome:
      return facets.outcomes[at];
    case Dimension::Persistence:
      return facets.persistences[at];
    case Dimension::Actionability:
      return facets.actionabilities[at];
    case Dimension::Phase:
      return facets.phases[at];
    case Dimension::Reason:
    case Dimension::Day:
    case Dimension::Week:
    case Dimension::Month:
    case Dimension::Source:
      break;
  }
  return 0;
}

}  // namespace

FacetBox::FacetBox(LogDocument& document, std::vector<Choice> choices, QWidget* parent)
    : QGroupBox(parent), m_document(document) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(8, 4, 8, 6);
  grid->setVerticalSpacing(2);
  grid->setColumnStretch(0, 1);
  for (Choice& choice : choices) {
    const int row = static_cast<int>(m_lines.size());
    auto* box = new QCheckBox(this);
    auto* count = new QLabel(this);
    grid->addWidget(box, row, 0);
    grid->addWidget(count, row, 1, Qt::AlignRight);
    connect(box, &QCheckBox::clicked, this, [this, choice](bool on) {
      m_document.setFilter(withChoice(m_document.filter(), choice, on), words(choice.dimension));
    });
    m_lines.push_back({std::move(choice), box, count});
  }
  connect(&document, &LogDocument::facetsChanged, this, &FacetBox::fill);
  connect(&document, &LogDocument::filterChanged, this, &FacetBox::fill);
  fill();
}

void FacetBox::fill() {
  const QString title = words(m_lines.front().choice.dimension);
  setTitle(title);
  setAccessibleName(title);
  QPalette muted;
  muted.setColor(QPalette::WindowText, Colors(QApplication::palette()).muted);
  for (const Line& line : m_lines) {
    const QString name = m_document.hasLog() ? words(line.choice, m_document.log()) : QString();
    const QString count = number(countOf(m_document.facets(), line.choice));
    line.box->setText(name);
    line.box->setAccessibleName(name + QStringLiteral(", ") + count);
    line.box->setChecked(isChosen(m_document.filter(), line.choice));
    line.count->setText(count);
    line.count->setPalette(muted);
  }
}

void FacetBox::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) fill();
  QGroupBox::changeEvent(event);
}

}  // namespace undelivered
