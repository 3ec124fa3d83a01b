// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reason_box.h"

#include <algorithm>

#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

#include "document/choice.h"
#include "i18n/words.h"

namespace undelivered {
ReasonBox::ReasonBox(LogDocument& document, QWidget* parent)
    : QGroupBox(parent), m_document(document), m_search(new QLineEdit(this)), m_list(new QTreeView(this)) {
  m_found.setSourceModel(&m_model);
  m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
  m_found.setFilterRole(ReasonListModel::SearchRole);
  m_found.setFilterKeyColumn(0);
  m_list->setModel(&m_found);
  m_list->setRootIsDecorated(false);
  m_list->setUniformRowHeights(true);
  m_list->setHeaderHidden(true);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setTextElideMode(Qt::ElideRight);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->header()->setStretchLastSection(false);
  m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_list->header()->setMinimumSectionSize(20);
  m_search->setClearButtonEnabled(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 4, 8, 6);
  column->addWidget(m_search);
  column->addWidget(m_list, 1);

  connect(m_search, &QLineEdit::textChanged, &m_found, &QSortFilterProxyModel::setFilterFixedString);
  connect(&m_model, &ReasonListModel::checked, this, [this](const std::string& code, bool on) {
    const Choice choice = Choice::ofReason(code);
    m_document.setFilter(withChoice(m_document.filter(), choice, on), words(Dimension::Reason));
  });
  // A click on the name is as good as one into the box.
  connect(m_list, &QTreeView::activated, this, [this](const QModelIndex& index) {
    const QModelIndex reason = index.siblingAtColumn(0);
    const bool on = reason.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_found.setData(reason, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
  });
  connect(&document, &LogDocument::logChanged, this, [this] { m_model.setLog(m_document.sharedLog()); });
  connect(&document, &LogDocument::facetsChanged, this, [this] {
    m_model.setFacets(m_document.facets());
    fitHeight();
  });
  connect(&document, &LogDocument::filterChanged, this, [this] { m_model.setFilter(m_document.filter()); });
  retranslate();
}

void ReasonBox::fitHeight() {
  const int row = std::max(m_list->sizeHintForRow(0), fontMetrics().height() + 4);
  m_list->setMinimumHeight(row * std::clamp(m_model.rowCount(), 3, 16) + 4);
}

void ReasonBox::retranslate() {
  setTitle(words(Dimension::Reason));
  m_search->setPlaceholderText(tr("Search reasons"));
  m_search->setAccessibleName(tr("Search reasons"));
  m_list->setAccessibleName(tr("Reasons"));
  m_model.retranslate();
}

void ReasonBox::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QGroupBox::changeEvent(event);
}

}  // namespace undelivered
