// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QLayout>

namespace undelivered {

/// Widgets one after the other on one line, whatever their number: where they do not fit the widest are narrowed.
class LineLayout : public QLayout {
 public:
  using QLayout::QLayout;
  ~LineLayout() override;

  void addItem(QLayoutItem* item) override { m_items.push_back(item); }
  int count() const override { return static_cast<int>(m_items.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  QSize sizeHint() const override;
  QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  std::vector<QLayoutItem*> m_items;
};

}  // namespace undelivered
