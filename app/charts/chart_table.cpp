// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_table.h"

#include <utility>

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace undelivered {
namespace {

/// Draws the keyboard's place as a frame around the row, not around one cell of it.
class RowDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QStyleOptionViewItem plain = option;
    plain.state &= ~QStyle::State_HasFocus;
    QStyledItemDelegate::paint(painter, plain, index);
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    if (!view || !view->hasFocus() || view->currentIndex().row() != index.row()) return;
    const QRect cell = option.rect;
    const QColor color = Colors(view->palette()).accent;
    painter->fillRect(QRect(cell.left(), cell.top(), cell.width(), 2), color);
    painter->fillRect(QRect(cell.left(), cell.bottom() - 1, cell.width(), 2), color);
    if (index.column() == 0) painter->fillRect(QRect(cell.left(), cell.top(), 2, cell.height()), color);
    if (index.column() == ChartTableModel::ColumnCount - 1) {
      painter->fillRect(QRect(cell.right() - 1, cell.top(), 2, cell.height()), color);
    }
  }
};

constexpr int kNarrowestColumn = 68;
constexpr Qt::KeyboardModifiers kMeant =
    Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier | Qt::MetaModifier;  // not: from the keypad

}  // namespace

ChartTable::ChartTable(QWidget* parent) : QTableView(parent), m_model(ChartStyle(*this)) {
  setModel(&m_model);
  setItemDelegate(new RowDelegate(this));
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  // What is chosen is the items' own matter; a selection beside it would only contradict it.
  setSelectionMode(QAbstractItemView::NoSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setTabKeyNavigation(false);
  setWordWrap(false);
  setMouseTracking(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  horizontalHeader()->setMinimumSectionSize(kNarrowestColumn);
  horizontalHeader()->setSectionsClickable(false);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  horizontalHeader()->setSectionResizeMode(ChartTableModel::Label, QHeaderView::Stretch);
  setStyle(ChartStyle(*this));
}

void ChartTable::setItems(const QList<ChartItem>& items) {
  m_model.setItems(items);
  if (!currentIndex().isValid() && !items.isEmpty()) setCurrentIndex(m_model.index(0, 0));
}

void ChartTable::setStyle(const ChartStyle& style) {
  QPalette own;  // all but the ground is inherited
  own.setColor(QPalette::Base, style.colors.card);
  setPalette(own);
  verticalHeader()->setDefaultSectionSize(QFontMetrics(style.strong).height() + 8);
  m_model.setStyle(style);
}

void ChartTable::keyPressEvent(QKeyEvent* event) {
  const bool choose = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
  if (!choose) return QTableView::keyPressEvent(event);
  if (currentIndex().isValid() && !event->isAutoRepeat()) {
    emit rowActivated(currentIndex().row(), event->modifiers() & kMeant);
  }
}

void ChartTable::mousePressEvent(QMouseEvent* event) {
  QTableView::mousePressEvent(event);
  m_pressed = event->button() == Qt::LeftButton ? rowAt(event->position().toPoint().y()) : -1;
}

void ChartTable::mouseReleaseEvent(QMouseEvent* event) {
  QTableView::mouseReleaseEvent(event);
  const int pressed = std::exchange(m_pressed, -1);
  if (pressed >= 0 && pressed == rowAt(event->position().toPoint().y())) {
    emit rowActivated(pressed, event->modifiers() & kMeant);
  }
}

// A double click chooses once: its second half would take the choice back.
void ChartTable::mouseDoubleClickEvent(QMouseEvent* event) {
  m_pressed = -1;
  event->accept();
}

void ChartTable::mouseMoveEvent(QMouseEvent* event) {
  QTableView::mouseMoveEvent(event);
  const bool over = rowAt(event->position().toPoint().y()) >= 0;
  viewport()->setCursor(over ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

}  // namespace undelivered
