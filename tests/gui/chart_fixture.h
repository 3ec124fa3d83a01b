// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>

#include <QColor>
#include <QList>
#include <QScrollArea>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include "charts/chart_panel.h"
#include "charts/chart_view.h"
#include "util/theme.h"

namespace undelivered {

inline const QColor kRed("#c00000");
inline const QColor kGreen("#00a000");
inline const QColor kBlue("#0000c0");

/// A panel on the screen whose answers are collected. Mouse events go to whatever widget is below the place.
struct ShownPanel {
  explicit ShownPanel(ChartPanel::Shape shape, const QList<ChartItem>& items, QSize size = QSize(420, 260))
      : panel(shape) {
    panel.resize(size);
    panel.setTitle(QStringLiteral("Why?"), QString());
    panel.setEmptyText(QStringLiteral("Nothing failed."));
    panel.setItems(items);
    QObject::connect(&panel, &ChartPanel::itemActivated, &panel, [this](int index, Qt::KeyboardModifiers modifiers) {
      chosen.append({index, modifiers});
    });
    panel.show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&panel));
    QTest::qWait(1);
  }

  ChartView* view() const { return panel.findChild<ChartView*>(); }
  QTableView* table() const { return panel.findChild<QTableView*>(); }
  QScrollArea* scroll() const { return panel.findChild<QScrollArea*>(); }
  QToolButton* turn() const { return panel.findChild<QToolButton*>(QStringLiteral("turn")); }

  void click(const QPoint& place, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton) {
    QWidget* below = panel.childAt(place);
    ASSERT_NE(below, nullptr);
    QTest::mouseClick(below, button, modifiers, below->mapFrom(&panel, place));
    // The next click is not the second of a double click.
    QTest::qWait(0);
    QTest::lastMouseTimestamp += 1000;
  }

  /// The middle of an item, in the panel.
  QPoint placeOf(int index) const {
    return view()->viewport()->mapTo(&panel, view()->itemArea(index).center().toPoint());
  }

  /// A place in the panel that shows exactly that colour: the middle one of all, or of those left of a limit.
  std::optional<QPoint> pixelOf(const QColor& color, int left = 0, int right = 10000) {
    const QImage image = panel.grab().toImage();
    QList<QPoint> places;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = std::max(0, left); x < std::min(right, image.width()); ++x) {
        if (image.pixelColor(x, y) == color) places.append(QPoint(x, y));
      }
    }
    if (places.isEmpty()) return std::nullopt;
    return places[places.size() / 2];
  }

  QList<int> indexes() const {
    QList<int> list;
    for (const auto& choice : chosen) list.append(choice.first);
    return list;
  }

  ChartPanel panel;
  QList<std::pair<int, Qt::KeyboardModifiers>> chosen;
};

/// All four events of a double click; QTest sends the third alone.
inline void doubleClick(QWidget* widget, const QPoint& place) {
  QTest::lastMouseTimestamp += 1000;
  QTest::mouseClick(widget, Qt::LeftButton, {}, place);
  QTest::mouseDClick(widget, Qt::LeftButton, {}, place);
  QTest::mouseRelease(widget, Qt::LeftButton, {}, place);
}

inline QList<ChartItem> threeItems() {
  return {{QStringLiteral("Mailbox full"), 1204, false, kRed},
          {QStringLiteral("Address unknown"), 640, false, kGreen},
          {QStringLiteral("Other"), 300, false, kBlue}};
}

inline QList<ChartItem> manyItems(int count) {
  QList<ChartItem> items;
  for (int i = 0; i < count; ++i) {
    items.append({QStringLiteral("Reason number %1").arg(i), static_cast<quint64>(1000 - i), false, {}});
  }
  return items;
}

}  // namespace undelivered
