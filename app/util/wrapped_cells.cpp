// SPDX-License-Identifier: GPL-3.0-or-later
#include "util/wrapped_cells.h"

#include <algorithm>

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace undelivered {
namespace {

/// A tree asks for the size of a cell without telling its width.
class WrappingDelegate : public QStyledItemDelegate {
 public:
  explicit WrappingDelegate(QTreeView& tree) : QStyledItemDelegate(&tree), m_tree(tree) {}

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    int indent = 0;
    for (QModelIndex at = index; index.column() == 0 && at.isValid(); at = at.parent()) indent += m_tree.indentation();
    const int margin = 2 * (m_tree.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &m_tree) + 1);
    const int width = std::max(m_tree.columnWidth(index.column()) - indent - margin, 1);
    const QString text = index.data().toString();
    const QRect all = option.fontMetrics.boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), Qt::TextWordWrap, text);
    const int oneLine = option.fontMetrics.boundingRect(QStringLiteral("x")).height();
    size.setHeight(size.height() + std::max(all.height() - std::max(oneLine, option.fontMetrics.height()), 0));
    return size;
  }

 private:
  QTreeView& m_tree;
};

}  // namespace

void wrapCells(QTreeView& tree) {
  tree.setUniformRowHeights(false);
  tree.setWordWrap(true);
  tree.setItemDelegate(new WrappingDelegate(tree));
  QObject::connect(tree.header(), &QHeaderView::sectionResized, &tree, [&tree] { tree.doItemsLayout(); });
}

}  // namespace undelivered
