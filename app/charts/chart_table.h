// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QTableView>

#include "charts/chart_item.h"
#include "charts/chart_style.h"

namespace undelivered {

/// The items of a chart as rows: label, number, share.
class ChartTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Label, Number, Share, ColumnCount };
  ChartTableModel(const ChartStyle& style, QObject* parent = nullptr);

  void setItems(const QList<ChartItem>& items);
  /// New colours, fonts, formats or words.
  void setStyle(const ChartStyle& style);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString textOf(const ChartItem& item, int column) const;

  QList<ChartItem> m_items;
  quint64 m_total = 0;
  ChartStyle m_style;
};

/// The twin of a chart for those who cannot see or do not want one. Its rows do what the items of the chart do.
class ChartTable : public QTableView {
  Q_OBJECT

 public:
  explicit ChartTable(QWidget* parent = nullptr);
  void setItems(const QList<ChartItem>& items);
  void setStyle(const ChartStyle& style);

 signals:
  void rowActivated(int row, Qt::KeyboardModifiers modifiers);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  ChartTableModel m_model;
  int m_pressed = -1;
};

}  // namespace undelivered
