// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reason_box.h"

#include <algorithm>
#include <set>

#include <QEvent>
#include <QHeaderView>
#include <QStyleOptionViewItem>
#include <QVBoxLayout>

#include "document/choice.h"
#include "i18n/words.h"

namespace undelivered {
namespace {

/// As many as the list will have rows once they are counted, whatever the filter.
int reasonsIn(const DeliveryLog& log) {
  std::set<std::uint16_t> reasons;
  for (const Kind& kind : log.kinds()) reasons.insert(kind.reason.value);
  return static_cast<int>(reasons.size());
}

/// What the list's delegate gives a row, also while there is none.
int rowHeight(const QTreeView& list) {
  QStyleOptionViewItem option;
  option.initFrom(&list);
  option.font = list.font();
  option.features = QStyleOptionViewItem::HasDisplay | QStyleOptionViewItem::HasCheckIndicator;
  option.text = QStringLiteral("X");
  return list.style()->sizeFromContents(QStyle::CT_ItemViewItem, &option, QSize(), &list).height();
}

}  // namespace

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
  connect(&document, &LogDocument::logChanged, this, [this] {
    m_model.setLog(m_document.sharedLog());
    fitHeight();
  });
  connect(&document, &LogDocument::facetsChanged, this, [this] { m_model.setFacets(m_document.facets()); });
  connect(&document, &LogDocument::filterChanged, this, [this] { m_model.setFilter(m_document.filter()); });
  retranslate();
}

// With the log, not with its counts: what is below the list would move when those arrive.
void ReasonBox::fitHeight() {
  constexpr int kFewest = 3;
  constexpr int kMost = 16;
  const int reasons = m_document.hasLog() ? reasonsIn(m_document.log()) : 0;
  m_list->ensurePolished();
  m_list->setMinimumHeight(rowHeight(*m_list) * std::clamp(reasons, kFewest, kMost) + 4);
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
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitHeight();
  QGroupBox::changeEvent(event);
}

}  // namespace undelivered
