// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QFrame>
#include <QList>

#include "charts/chart_item.h"

namespace undelivered {

/// A titled chart that asks a question and takes the answer: each of its items can be clicked, or chosen by keyboard
/// (arrows, Home, End; Enter or Space). A button turns it into a table of the same items and back.
class ChartPanel : public QFrame {
  Q_OBJECT

 public:
  enum class Shape {
    Bars,     ///< horizontal, one below the other, first item on top; for names
    Ring,     ///< a ring with a legend that tells numbers and shares; for few parts of a whole
    Columns,  ///< upright, in the order of the items; for time
  };
  explicit ChartPanel(Shape shape, QWidget* parent = nullptr);
  ~ChartPanel() override;

  /// The short one is shown where the whole does not fit.
  void setTitle(const QString& title, const QString& shortTitle);
  /// A muted line below the title, e.g. what the chart leaves out; empty: none.
  void setNote(const QString& note);
  /// Said in place of the chart when no item counts anything.
  void setEmptyText(const QString& text);
  void setItems(const QList<ChartItem>& items);
  const QList<ChartItem>& items() const;

  bool isTableShown() const;
  void showTable(bool shown);

 signals:
  /// The user chose the item of that index; with Ctrl it is to be added to what is chosen already.
  void itemActivated(int index, Qt::KeyboardModifiers modifiers);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Parts;
  void buildHeader();
  void buildPages(Shape shape);
  void restyle();
  void retranslate();
  void turnPage();

  std::unique_ptr<Parts> m_parts;
};

}  // namespace undelivered
