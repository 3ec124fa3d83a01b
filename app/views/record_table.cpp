// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/record_table.h"

#include <algorithm>
#include <limits>

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "i18n/words.h"

namespace undelivered {
namespace {

struct ColumnLayout {
  ColumnId column;
  int characters;
  bool shown;
};

// What a clerk works with comes first; what repeats the reason in other words is a click away.
constexpr ColumnLayout kLayout[] = {
    {ColumnId::Time, 19, true},          {ColumnId::Channel, 8, true},      {ColumnId::Recipient, 26, true},
    {ColumnId::Customer, 16, true},      {ColumnId::Reference, 17, true},   {ColumnId::ReasonTitle, 28, true},
    {ColumnId::Actionability, 13, true}, {ColumnId::Persistence, 14, true}, {ColumnId::Action, 48, true},
    {ColumnId::ReasonCode, 26, false},   {ColumnId::Phase, 16, false},      {ColumnId::Outcome, 15, false},
    {ColumnId::Explanation, 48, false},  {ColumnId::Diagnostic, 40, true},  {ColumnId::MessageId, 24, false},
    {ColumnId::SourceFile, 22, false},   {ColumnId::Line, 8, false}};

}  // namespace

RecordTable::RecordTable(LogDocument& document, QWidget* parent)
    : QTableView(parent),
      m_document(document),
      m_headerSelection(&m_model),
      m_empty(new EmptyState(document, viewport())) {
  setModel(&m_model);
  // With the table's own selection the headers ask for every selected row at every paint: seconds for millions.
  horizontalHeader()->setSelectionModel(&m_headerSelection);
  verticalHeader()->setSelectionModel(&m_headerSelection);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  horizontalHeader()->setSectionsMovable(true);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setSortIndicatorClearable(true);
  horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
  setSelectionBehavior(SelectRows);
  setSelectionMode(ExtendedSelection);
  setAlternatingRowColors(true);
  setShowGrid(false);
  setTabKeyNavigation(false);  // Tab leads on to the details, arrows through the rows
  setWordWrap(false);
  setTextElideMode(Qt::ElideRight);
  setVerticalScrollMode(ScrollPerItem);
  setHorizontalScrollMode(ScrollPerPixel);
  setSortingEnabled(false);
  horizontalHeader()->setSectionsClickable(true);
  horizontalHeader()->setSortIndicatorShown(true);
  verticalHeader()->setMinimumSectionSize(1);
  fitRowHeight(0);
  resetColumns();
  showSort();
  setAccessibleName(tr("Failures"));
  auto* middle = new QVBoxLayout(viewport());
  middle->addWidget(m_empty, 0, Qt::AlignCenter);

  connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &RecordTable::takeSort);
  connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &RecordTable::showHeaderMenu);
  connect(&document, &LogDocument::rowsChanged, this, &RecordTable::showRows);
  connect(&document, &LogDocument::sortChanged, this, &RecordTable::showSort);
}

void RecordTable::showRows() {
  const std::optional<RowId> kept = currentRow();
  fitRowHeight(m_document.rows().size());
  m_model.setRows(m_document.sharedLog(), m_document.rows());
  if (m_model.rowCount() > 0) selectRow(static_cast<int>(placeOf(kept).value_or(0)));
  if (currentIndex().isValid()) scrollTo(currentIndex(), PositionAtCenter);
  m_empty->setVisible(m_model.rowCount() == 0);
  emit currentRowChanged();
}

std::optional<std::uint32_t> RecordTable::placeOf(std::optional<RowId> row) const {
  // The row that was looked at stays looked at, where it is near the top still; to search millions would take long.
  constexpr std::uint32_t kSearched = 100'000;
  const RowSet& rows = m_model.rows();
  for (std::uint32_t place = 0; row && place < std::min(rows.size(), kSearched); ++place) {
    if (rows[place] == *row) return place;
  }
  return std::nullopt;
}

std::optional<RowId> RecordTable::currentRow() const {
  const QModelIndex current = currentIndex();
  if (!current.isValid()) return std::nullopt;
  return m_model.rows()[static_cast<std::uint32_t>(current.row())];
}

RowSet RecordTable::selectedRows() const {
  std::vector<std::pair<int, int>> ranges;
  for (const QItemSelectionRange& range : selectionModel()->selection())
    ranges.emplace_back(range.top(), range.bottom());
  std::sort(ranges.begin(), ranges.end());
  std::vector<std::uint32_t> rows;
  int next = 0;
  for (const auto& [top, bottom] : ranges) {
    for (int row = std::max(top, next); row <= bottom; ++row) {
      rows.push_back(m_model.rows()[static_cast<std::uint32_t>(row)].value);
    }
    next = std::max(next, bottom + 1);
  }
  return RowSet(std::move(rows));
}

std::vector<ColumnId> RecordTable::shownColumns() const {
  std::vector<ColumnId> columns;
  for (int place = 0; place < horizontalHeader()->count(); ++place) {
    const int section = horizontalHeader()->logicalIndex(place);
    if (!isColumnHidden(section)) columns.push_back(RecordTableModel::columnAt(section));
  }
  return columns;
}

void RecordTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
  // Not QTableView's: while assistive technology listens it expands every selected cell.
  QAbstractItemView::selectionChanged(selected, deselected);  // NOLINT(bugprone-parent-virtual-call)
  emit currentRowChanged();
}

void RecordTable::showSort() {
  const QSignalBlocker quiet(horizontalHeader());
  const Sort& sort = m_document.sort();
  horizontalHeader()->setSortIndicator(sort.column ? RecordTableModel::columnOf(*sort.column) : -1,
                                       sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
  horizontalHeader()->viewport()->update();
}

void RecordTable::takeSort(int section, Qt::SortOrder order) {
  Sort sort = m_document.sort();
  sort.column = section < 0 ? std::nullopt : std::optional(RecordTableModel::columnAt(section));
  sort.descending = order == Qt::DescendingOrder;
  m_document.setSort(sort);
}

void RecordTable::fillColumnMenu(QMenu& menu) {
  menu.clear();
  for (int position = 0; position < horizontalHeader()->count(); ++position) {
    const int section = horizontalHeader()->logicalIndex(position);
    QAction* action = menu.addAction(words(RecordTableModel::columnAt(section)));
    action->setCheckable(true);
    action->setChecked(!isColumnHidden(section));
    // One column stays: with none there is no header left to bring others back by.
    action->setEnabled(isColumnHidden(section) || shownColumns().size() > 1);
    connect(action, &QAction::toggled, this, [this, section](bool shown) { setColumnHidden(section, !shown); });
  }
  menu.addSeparator();
  connect(menu.addAction(tr("Standard columns")), &QAction::triggered, this, &RecordTable::resetColumns);
}

void RecordTable::showHeaderMenu(const QPoint& place) {
  QMenu menu(this);
  fillColumnMenu(menu);
  menu.exec(horizontalHeader()->mapToGlobal(place));
}

void RecordTable::contextMenuEvent(QContextMenuEvent* event) {
  QMenu menu(this);
  QAction* copy = menu.addAction(tr("&Copy rows"));
  QAction* withHeaders = menu.addAction(tr("Copy rows with &headers"));
  for (QAction* action : {copy, withHeaders}) action->setEnabled(selectionModel()->hasSelection());
  connect(copy, &QAction::triggered, this, [this] { emit copyRequested(false); });
  connect(withHeaders, &QAction::triggered, this, [this] { emit copyRequested(true); });
  menu.exec(event->globalPos());
}

QByteArray RecordTable::columnState() const { return horizontalHeader()->saveState(); }

void RecordTable::restoreColumns(const QByteArray& state) {
  if (!state.isEmpty()) horizontalHeader()->restoreState(state);
  showSort();
}

void RecordTable::resetColumns() {
  const int character = fontMetrics().averageCharWidth() + 1;
  int position = 0;
  for (const ColumnLayout& layout : kLayout) {
    const int section = RecordTableModel::columnOf(layout.column);
    horizontalHeader()->moveSection(horizontalHeader()->visualIndex(section), position++);
    setColumnHidden(section, !layout.shown);
    setColumnWidth(section, layout.characters * character + 12);
  }
}

void RecordTable::fitRowHeight(std::uint32_t rows) {
  // Qt counts the pixels of all rows in an int: beyond about 80 million rows of usual height they get lower.
  constexpr int kMostPixels = std::numeric_limits<int>::max();
  const int count = static_cast<int>(std::clamp<std::uint32_t>(rows, 1, kMostPixels));
  const int height = std::min(fontMetrics().height() + 8, kMostPixels / count);
  if (height != verticalHeader()->defaultSectionSize()) verticalHeader()->setDefaultSectionSize(height);
}

void RecordTable::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    setAccessibleName(tr("Failures"));
    m_model.retranslate();
  }
  if (event->type() == QEvent::FontChange) fitRowHeight(m_model.rows().size());
  QTableView::changeEvent(event);
}

}  // namespace undelivered
