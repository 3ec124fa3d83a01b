// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_table.h"

namespace undelivered {

ChartTableModel::ChartTableModel(const ChartStyle& style, QObject* parent)
    : QAbstractTableModel(parent), m_style(style) {}

void ChartTableModel::setItems(const QList<ChartItem>& items) {
  if (items == m_items) return;
  const bool reset = items.size() != m_items.size();
  if (reset) beginResetModel();
  m_items = items;
  m_total = 0;
  for (const ChartItem& item : m_items) m_total += item.count;
  if (reset) return endResetModel();
  emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ChartTableModel::setStyle(const ChartStyle& style) {
  m_style = style;
  emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
  if (!m_items.isEmpty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const ChartItem& item = m_items[index.row()];
  switch (role) {
    case Qt::DisplayRole:
      return textOf(item, index.column());
    case Qt::ToolTipRole:
      return plainTip(textOf(item, index.column()));
    case Qt::TextAlignmentRole:
      return QVariant::fromValue((index.column() == Label ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole:
      return item.selected ? m_style.strong : m_style.font;
    case Qt::BackgroundRole:
      return item.selected ? QVariant(m_style.colors.noteGround) : QVariant();
    case Qt::AccessibleDescriptionRole:
      return item.selected ? tr("chosen") : QString();
    default:
      return {};
  }
}

QString ChartTableModel::textOf(const ChartItem& item, int column) const {
  switch (column) {
    case Number:
      return m_style.number(item.count);
    case Share:
      return m_style.share(item.count, m_total);
    default:
      return item.label;
  }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) {
    return QVariant::fromValue((section == Label ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case Label:
      return tr("Item");
    case Number:
      return tr("Number");
    case Share:
      return tr("Share");
    default:
      return {};
  }
}

}  // namespace undelivered
