// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QBasicTimer>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QTableView>

namespace undelivered {

/// A QTableView for any number of rows that a model can have, up to 2^31 - 1.
///
/// The stock view keeps 8 bytes a row in its vertical header and counts the pixels of all rows in an int. Here all rows
/// have one height, and the vertical scroll bar counts rows: where a row is follows from the bar's value, in 64 bits,
/// and nothing is kept per row. The vertical header stays, since the stock view asks for one, but sees an empty model.
/// The horizontal header is the stock one.
///
/// For flat models. Rows have no height of their own, cannot be hidden or moved, and are selected as a whole; there are
/// no spans and no grid; the bars scroll by row and by pixel. QTableView's functions on single rows (rowHeight(),
/// rowAt(), hideRow(), ...) are not virtual and know no rows: ask indexAt() and visualRect() instead.
class TallTableView : public QTableView {
  Q_OBJECT

 public:
  explicit TallTableView(QWidget* parent = nullptr);

  /// The height of every row in pixels; follows the font.
  int rowPixels() const { return m_rowPixels; }

  void setModel(QAbstractItemModel* model) override;
  void setSelectionModel(QItemSelectionModel* selection) override;
  void reset() override;

  /// Exact near to what is shown; rows further than half of what an int counts lie at that border.
  QRect visualRect(const QModelIndex& index) const override;
  QModelIndex indexAt(const QPoint& place) const override;
  /// The hint is about the row; the column is moved only where it is not in full view.
  void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

 protected:
  /// The pixels that were scrolled since the mouse was pressed last: of all rows together an int may not hold them.
  int verticalOffset() const override;
  void updateGeometries() override;
  void scrollContentsBy(int dx, int dy) override;
  void rowsInserted(const QModelIndex& parent, int first, int last) override;
  void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles = {}) override;
  int sizeHintForRow(int row) const override;
  /// By the rows that are shown.
  int sizeHintForColumn(int column) const override;
  void changeEvent(QEvent* event) override;

  void paintEvent(QPaintEvent* event) override;
  QRegion visualRegionForSelection(const QItemSelection& selection) const override;

  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void timerEvent(QTimerEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
  QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index, const QEvent* event) const override;
  void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
  void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  /// Typing does not search: that would look at every row.
  void keyboardSearch(const QString&) override {}

 private:
  int rows() const;
  int topRow() const;
  /// The rows that fit into the height as a whole; at least one.
  int rowsIn(int height) const;
  /// The row at that height of the viewport, also where there is none: negative, or the number of rows and more.
  qint64 rowAtHeight(int y) const;
  /// Where the row starts in the viewport, in pixels.
  qint64 heightOf(qint64 row) const;
  /// The area of the rows in the viewport, over its whole width; empty where none of them is shown.
  QRect band(int first, int last) const;
  /// The logical indexes of the columns that are not hidden, in the order that they are shown in.
  std::vector<int> shownColumns() const;

  void measureRows();
  void fitHorizontalBar(const QSize& room);
  void fitVerticalBar(const QSize& room);
  void scrollToColumn(int column);

  struct PaintedCells;
  void paintRow(QPainter& painter, int row, bool selected, const PaintedCells& cells);
  std::vector<bool> selectedAmong(int first, int last) const;
  void dragTo(const QMouseEvent& event);
  /// How many rows a drag at that height scrolls at once: none within the table, more the further it is outside.
  int rowsToScroll(int y) const;

  QItemSelectionModel m_columnSelection;  // the header's own
  QMetaObject::Connection m_removals;
  int m_rowPixels = 1;
  bool m_fitting = false;        // in updateGeometries(), which its own steps call again
  bool m_taking = false;         // in an event of mouse or keyboard, which looks after the anchor itself
  QPersistentModelIndex m_from;  // the fixed end of a selection that Shift or a drag extends
  QBasicTimer m_dragTimer;       // scrolls while a drag stays at the border
  QPoint m_dragPlace;            // of the mouse, in the viewport
  int m_pressedTop = 0;          // the first row shown when the mouse was pressed last
};

}  // namespace undelivered
