// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/record_table.h"

#include <algorithm>

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
    : TallTableView(parent), m_document(document), m_empty(new EmptyState(document, viewport())) {
  setModel(&m_model);
  horizontalHeader()->setSectionsMovable(true);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setSortIndicatorClearable(true);
  horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
  setSelectionMode(ExtendedSelection);
  setAlternatingRowColors(true);
  setTabKeyNavigation(false);  // Tab leads on to the details, arrows through the rows
  setWordWrap(false);
  setTextElideMode(Qt::ElideRight);
  setSortingEnabled(false);
  horizontalHeader()->setSectionsClickable(true);
  horizontalHeader()->setSortIndicatorShown(true);
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
  // Sorted and filtered again within this many rows, the table follows at once; beyond, a job finds the selected ones
  // first, and the rows before stay until it has.
  constexpr std::uint64_t kPlacedAtOnce = 1u << 19;
  m_placing.stop();
  const Shown next{m_document.sharedLog(), m_document.rows(), m_document.filter()};
  const SelectedPlaces selected = selectedPlaces();
  const bool wasSelected = !selected.ranges.empty();
  if (next.log != m_model.log() || (!wasSelected && !selected.current)) return replaceRows(next, {}, wasSelected);
  const auto place = [next, before = m_model.rows(), selected, sameRows = next.filter == m_filter](
                         const std::stop_token& stop) { return placesIn(next.rows, before, selected, sameRows, stop); };
  if (next.rows.size() + selected.count() <= kPlacedAtOnce) return replaceRows(next, *place({}), wasSelected);
  m_placing.start<Result<SelectedPlaces>>(place, [=, this, seen = m_choices](Result<SelectedPlaces>& kept) {
    // Somebody went on selecting meanwhile: that is what is to be kept.
    if (seen != m_choices) return showRows();
    if (kept) replaceRows(next, std::move(*kept), wasSelected);
  });
}

void RecordTable::replaceRows(const Shown& shown, SelectedPlaces kept, bool wasSelected) {
  const int column = currentIndex().isValid() ? currentIndex().column() : std::max(columnAt(0), 0);
  const quint64 dropped = kept.tooScattered ? selectedCount() : 0;
  m_model.setRows(shown.log, shown.rows);
  m_filter = shown.filter;
  m_empty->setVisible(shown.rows.empty());
  if (!shown.rows.empty()) {
    const bool nothing = kept.ranges.empty() && (wasSelected || !kept.current);
    if (!kept.current) kept.current = nothing ? 0 : kept.ranges.front().first;
    if (nothing) kept.ranges = {{*kept.current, *kept.current}};
    const QModelIndex current = m_model.index(static_cast<int>(*kept.current), column);
    QItemSelection selection;
    for (const PlaceRange& range : kept.ranges) {
      selection.append(QItemSelectionRange(m_model.index(static_cast<int>(range.first), 0),
                                           m_model.index(static_cast<int>(range.last), m_model.columnCount() - 1)));
    }
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    scrollTo(current, PositionAtCenter);
  }
  if (dropped > 0) emit selectionDropped(dropped);
  emit currentRowChanged();
}

SelectedPlaces RecordTable::selectedPlaces() const {
  SelectedPlaces places;
  if (currentIndex().isValid()) places.current = static_cast<std::uint32_t>(currentIndex().row());
  std::vector<PlaceRange> ranges;
  for (const QItemSelectionRange& range : selectionModel()->selection()) {
    ranges.push_back({static_cast<std::uint32_t>(range.top()), static_cast<std::uint32_t>(range.bottom())});
  }
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const PlaceRange& range : ranges) {
    if (!places.ranges.empty() && range.first <= places.ranges.back().last + 1) {
      places.ranges.back().last = std::max(places.ranges.back().last, range.last);
    } else {
      places.ranges.push_back(range);
    }
  }
  return places;
}

std::optional<RowId> RecordTable::currentRow() const {
  const QModelIndex current = currentIndex();
  if (!current.isValid()) return std::nullopt;
  return m_model.rows()[static_cast<std::uint32_t>(current.row())];
}

RowSet RecordTable::selectedRows() const {
  const SelectedPlaces places = selectedPlaces();
  std::vector<std::uint32_t> rows;
  rows.reserve(places.count());
  RowCursor cursor(m_model.rows());
  for (const PlaceRange& range : places.ranges) {
    for (std::uint32_t place = range.first; place <= range.last; ++place) rows.push_back(cursor[place].value);
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
  TallTableView::selectionChanged(selected, deselected);
  ++m_choices;
  emit currentRowChanged();
}

void RecordTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  TallTableView::currentChanged(current, previous);
  ++m_choices;
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

void RecordTable::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    setAccessibleName(tr("Failures"));
    m_model.retranslate();
  }
  TallTableView::changeEvent(event);
}

}  // namespace undelivered
