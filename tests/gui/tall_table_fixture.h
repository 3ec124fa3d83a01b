// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

#include <gtest/gtest.h>

#include "views/tall_table_view.h"

namespace undelivered {

constexpr int kHugeRows = 2'147'483'000;

/// As many rows as wanted, that take no memory, and counts what it is asked for.
class CountedRows : public QAbstractTableModel {
 public:
  explicit CountedRows(int rows, int columns = 8) : m_rows(rows), m_columns(columns) {}

  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
  int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_columns; }
  QVariant data(const QModelIndex& index, int role) const override {
    ++asked;
    if (role != Qt::DisplayRole || !index.isValid()) return {};
    return QStringLiteral("%1/%2").arg(index.row()).arg(index.column());
  }

  void setRows(int rows) {
    beginResetModel();
    m_rows = rows;
    endResetModel();
  }
  void appendRows(int count) {
    beginInsertRows({}, m_rows, m_rows + count - 1);
    m_rows += count;
    endInsertRows();
  }
  void removeLastRows(int count) {
    beginRemoveRows({}, m_rows - count, m_rows - 1);
    m_rows -= count;
    endRemoveRows();
  }
  void tellChanged(int first, int last) { emit dataChanged(index(first, 0), index(last, m_columns - 1)); }

  mutable quint64 asked = 0;

 private:
  int m_rows, m_columns;
};

/// Lets tests see what was painted.
class SeenTable : public TallTableView {
 public:
  using TallTableView::verticalOffset;
  QRegion painted;

 protected:
  void paintEvent(QPaintEvent* event) override {
    painted |= event->region();
    TallTableView::paintEvent(event);
  }
};

/// A table of rows without end, shown, 800 x 600.
class TallTableTest : public testing::Test {
 protected:
  explicit TallTableTest(int rows = kHugeRows) : model(rows) {
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    view.setModel(&model);
    view.resize(800, 600);
    view.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
    view.setFocus();
  }

  int height() const { return view.rowPixels(); }
  int page() const { return view.viewport()->height() / height(); }
  QScrollBar& bar() { return *view.verticalScrollBar(); }
  /// The middle of a cell, counted from the first row shown.
  QPoint placeOf(int shownRow, int column) {
    return {view.columnViewportPosition(column) + 5, shownRow * height() + height() / 2};
  }
  void press(int key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(&view, static_cast<Qt::Key>(key), modifiers);
  }
  void click(const QPoint& place, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, place);
    QTest::lastMouseTimestamp += 1000;  // the next one is no double click
  }
  /// The selected rows as "first-last" in their order.
  QStringList selected() const {
    QList<std::pair<int, int>> ranges;
    for (const QItemSelectionRange& range : view.selectionModel()->selection()) {
      EXPECT_EQ(range.left(), 0);
      EXPECT_EQ(range.right(), model.columnCount() - 1);
      ranges.append({range.top(), range.bottom()});
    }
    std::sort(ranges.begin(), ranges.end());
    QStringList texts;
    for (const auto& [top, bottom] : ranges) texts.append(QStringLiteral("%1-%2").arg(top).arg(bottom));
    return texts;
  }
  static QStringList rangeOf(qint64 first, qint64 last) { return {QStringLiteral("%1-%2").arg(first).arg(last)}; }

  CountedRows model;
  SeenTable view;
};

}  // namespace undelivered
