// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/line_layout.h"

#include <algorithm>

namespace undelivered {

LineLayout::~LineLayout() {
  for (QLayoutItem* item : m_items) delete item;
}

QLayoutItem* LineLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* LineLayout::takeAt(int index) {
  QLayoutItem* item = itemAt(index);
  if (item) m_items.erase(m_items.begin() + index);
  return item;
}

QSize LineLayout::sizeHint() const {
  QSize size;
  for (const QLayoutItem* item : m_items) {
    const QSize hint = item->sizeHint();
    size =
        QSize(size.width() + hint.width() + (size.width() > 0 ? spacing() : 0), std::max(size.height(), hint.height()));
  }
  return size.grownBy(contentsMargins());
}

QSize LineLayout::minimumSize() const { return {0, sizeHint().height()}; }

void LineLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  const QRect inside = rect.marginsRemoved(contentsMargins());
  // The narrowest first: what they do not need of their equal share is left for the wider ones.
  std::vector<int> widths;
  widths.reserve(m_items.size());
  for (const QLayoutItem* item : m_items) widths.push_back(item->sizeHint().width());
  std::sort(widths.begin(), widths.end());
  int left = inside.width() - spacing() * std::max(0, count() - 1);
  int widest = left;
  for (int i = 0; i < count(); ++i) {
    widest = std::max(0, left / (count() - i));
    if (widths[static_cast<std::size_t>(i)] > widest) break;
    left -= widths[static_cast<std::size_t>(i)];
    widest = inside.width();
  }
  int x = inside.left();
  for (QLayoutItem* item : m_items) {
    const QSize hint = item->sizeHint();
    const int width = std::min(hint.width(), widest);
    item->setGeometry(QRect(x, inside.top() + (inside.height() - hint.height()) / 2, width, hint.height()));
    x += width + spacing();
  }
}

}  // namespace undelivered
