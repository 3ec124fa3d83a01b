// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>
#include <QList>

#include "charts/chart_item.h"
#include "charts/chart_style.h"

namespace undelivered {

/// What all shapes of chart share: items, mouse, keyboard, tips and what screen readers are told. Series are drawn by
/// Qt Charts; labels and marks are drawn here, because Qt's are rich text, are cut too early and cannot be clicked.
class ChartView : public QChartView {
  Q_OBJECT

 public:
  explicit ChartView(QWidget* parent = nullptr);

  void setItems(const QList<ChartItem>& items);
  const QList<ChartItem>& items() const { return m_items; }
  /// New colours, fonts, formats or words.
  void setStyle(const ChartStyle& style);

  /// The item that the keyboard is on; -1: none, as there are no items.
  int current() const { return m_current; }
  /// The area of an item in the viewport: what can be clicked, and where the keyboard's mark is drawn.
  virtual QRectF itemArea(int index) const = 0;
  /// The item at a place of the viewport, or -1.
  virtual int itemAt(const QPointF& place) const;
  /// "label: 1,204 (12.3 %)", plain text.
  QString textOf(int index) const;
  /// Not the scene's, which would follow the size that the view has.
  QSize sizeHint() const override;

 signals:
  void activated(int index, Qt::KeyboardModifiers modifiers);
  /// The keyboard moved to an item whose area should be in sight.
  void revealed(const QRect& area);

 protected:
  /// The height in pixels below which items could not be read.
  virtual int neededHeight() const = 0;
  /// Places everything in the viewport; items and style are set.
  virtual void arrange() = 0;
  /// Brings the series up to date with items, style, and what is hovered.
  virtual void updateSeries() = 0;
  virtual void paintBelow(QPainter& painter) = 0;
  virtual void paintAbove(QPainter& painter) = 0;
  /// Whether a tip comes without delay: where the item's text is not on the chart.
  virtual bool tipsAtOnce() const { return false; }

  const ChartStyle& style() const { return m_style; }
  quint64 total() const { return m_total; }
  quint64 largest() const { return m_largest; }
  int hovered() const { return m_hovered; }
  bool isFaded(int index) const { return m_anySelected && !m_items[index].selected; }
  virtual QColor baseColor(int index) const;
  QColor fillOf(int index) const;

  void drawBackground(QPainter* painter, const QRectF& rect) override;
  void drawForeground(QPainter* painter, const QRectF& rect) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool viewportEvent(QEvent* event) override;

 private:
  void refresh();
  void hover(int index);
  void moveTo(int index);
  void describeCurrent();
  void showTip(int index, const QPoint& globalPlace);

  QList<ChartItem> m_items;
  ChartStyle m_style;
  quint64 m_total = 0;
  quint64 m_largest = 0;
  bool m_anySelected = false;
  int m_current = -1;
  int m_hovered = -1;
  int m_pressed = -1;
  bool m_marked = false;  // the keyboard's mark is drawn; a click takes it away
};

}  // namespace undelivered
