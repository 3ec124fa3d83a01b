// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reason_list_model.h"

#include <algorithm>

#include "document/choice.h"
#include "i18n/words.h"

namespace undelivered {

ReasonListModel::ReasonListModel(QObject* parent) : QAbstractTableModel(parent) {}

void ReasonListModel::setLog(std::shared_ptr<const DeliveryLog> log) {
  beginResetModel();
  m_log = std::move(log);
  m_reasons.clear();
  endResetModel();
}

void ReasonListModel::setFacets(const Facets& facets) {
  const auto sameReason = [](const auto& a, const auto& b) { return a.reason == b.reason; };
  if (std::equal(m_reasons.begin(), m_reasons.end(), facets.reasons.begin(), facets.reasons.end(), sameReason)) {
    m_reasons = facets.reasons;
    if (!m_reasons.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, 1));
    return;
  }
  beginResetModel();
  m_reasons = facets.reasons;
  endResetModel();
}

void ReasonListModel::setFilter(const Filter& filter) {
  m_filter = filter;
  if (!m_reasons.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
}

void ReasonListModel::retranslate() {
  if (!m_reasons.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, 1));
  emit headerDataChanged(Qt::Horizontal, 0, 1);
}

int ReasonListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_reasons.size());
}

int ReasonListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : 2; }

std::string ReasonListModel::codeOf(int row) const {
  const ReasonId id = m_reasons[static_cast<std::size_t>(row)].reason;
  return id == kNoReason ? std::string(kNoReasonCode) : m_log->reason(id).code;
}

bool ReasonListModel::isChecked(int row) const {
  const ReasonId id = m_reasons[static_cast<std::size_t>(row)].reason;
  if (isChosen(m_filter, Choice::ofReason(codeOf(row)))) return true;
  const bool unknown = id != kNoReason && !m_log->reason(id).known;
  return unknown && isChosen(m_filter, Choice::ofReason(kAnyUnknownReason));
}

QVariant ReasonListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& counted = m_reasons[static_cast<std::size_t>(index.row())];
  const LogReason& reason = m_log->reason(counted.reason);
  const QString code = text(codeOf(index.row()));
  const QString count = number(counted.count);
  if (index.column() == 1) {
    if (role == Qt::DisplayRole) return count;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return {};
  }
  switch (role) {
    case Qt::DisplayRole:
      return reasonTitle(reason);
    case Qt::ToolTipRole:
      if (reason.known) return QString(code + QStringLiteral(" – ") + reasonTitle(reason));
      return code.isEmpty() ? reasonTitle(reason) : tr("%1 – not in the catalogue").arg(code);
    case Qt::AccessibleTextRole:
      return QString(reasonTitle(reason) + QStringLiteral(", ") + count);
    case Qt::CheckStateRole:
      return isChecked(index.row()) ? Qt::Checked : Qt::Unchecked;
    case CodeRole:
      return code;
    case SearchRole:
      return QString(reasonTitle(reason) + QLatin1Char(' ') + code);
    default:
      return {};
  }
}

bool ReasonListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::CheckStateRole || !index.isValid() || index.column() != 0) return false;
  emit checked(codeOf(index.row()), value.toInt() == Qt::Checked);
  return true;
}

QVariant ReasonListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  // The counts need no header, and a view that hides the header would still make the column as wide as one.
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section != 0) return {};
  return words(ColumnId::ReasonTitle);
}

Qt::ItemFlags ReasonListModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
  return index.isValid() && index.column() == 0 ? flags | Qt::ItemIsUserCheckable : flags;
}

}  // namespace undelivered
