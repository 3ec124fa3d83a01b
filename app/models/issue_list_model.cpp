// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/issue_list_model.h"

#include <algorithm>
#include <climits>

#include <QFileInfo>

#include "export/causes.h"
#include "i18n/error_text.h"
#include "i18n/language.h"
#include "i18n/words.h"

namespace undelivered {
namespace {

/// The name of a file, or of a log in an archive with that of the archive.
QString shownName(const DeliveryLog& log, const std::string& file) {
  for (const auto& source : log.sources()) {
    if (source->path == file) return text(source->displayName);
    // A member that was skipped is no source; its archive is one.
    if (source->container.empty() || !file.starts_with(source->filePath + '/')) continue;
    return QFileInfo(text(source->filePath)).fileName() + text(file.substr(source->filePath.size()));
  }
  return QFileInfo(text(file)).fileName();
}

/// What was left out comes first: it is what the numbers lack. What counts in another place is not.
int rankOf(IssueKind kind) {
  if (kind == IssueKind::FileUnreadable) return 0;
  if (isCountedOnce(kind)) return 3;
  return leavesOut(kind) ? 1 : 2;
}

// A kind's own index carries 0, a place's the row of its kind plus 1.
constexpr quintptr kTop = 0;

}  // namespace

IssueListModel::IssueListModel(std::shared_ptr<const DeliveryLog> log, QObject* parent)
    : QAbstractItemModel(parent), m_log(std::move(log)) {
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    const auto kind = static_cast<IssueKind>(i);
    if (m_log->report()[kind].count > 0) m_kinds.push_back(kind);
  }
  std::stable_sort(m_kinds.begin(), m_kinds.end(), [](IssueKind a, IssueKind b) { return rankOf(a) < rankOf(b); });
}

QModelIndex IssueListModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kTop);
}

QModelIndex IssueListModel::parent(const QModelIndex& child) const {
  if (!child.isValid() || child.internalId() == kTop) return {};
  return createIndex(static_cast<int>(child.internalId() - 1), 0, kTop);
}

int IssueListModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return static_cast<int>(m_kinds.size());
  if (parent.internalId() != kTop || parent.column() != 0) return 0;
  const IssueKind kind = m_kinds[static_cast<std::size_t>(parent.row())];
  return static_cast<int>(m_log->report()[kind].samples.size());
}

int IssueListModel::columnCount(const QModelIndex&) const { return kColumnCount; }

QVariant IssueListModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
  if (index.internalId() == kTop) return kindText(static_cast<std::size_t>(index.row()), index.column());
  return sampleText(static_cast<std::size_t>(index.internalId() - 1), static_cast<std::size_t>(index.row()),
                    index.column());
}

QVariant IssueListModel::kindText(std::size_t kind, int column) const {
  const auto& entry = m_log->report()[m_kinds[kind]];
  if (column == WhatColumn) return words(m_kinds[kind]);
  if (column == PlaceColumn) {
    return tr("%Ln time(s)", nullptr, static_cast<int>(std::min<std::uint64_t>(entry.count, INT_MAX)));
  }
  if (entry.count > entry.samples.size()) return tr("the first %1 are listed").arg(number(entry.samples.size()));
  return {};
}

QVariant IssueListModel::sampleText(std::size_t kind, std::size_t sample, int column) const {
  const IssueSample& place = m_log->report()[m_kinds[kind]].samples[sample];
  if (column == WhatColumn) return shownName(*m_log, place.file);
  if (column == PlaceColumn) return place.line == 0 ? tr("whole file") : tr("line %1").arg(plainNumber(place.line));
  if (m_kinds[kind] == IssueKind::FileUnreadable && place.error) {
    Error error = *place.error;
    if (error.subject == place.file) error.subject = shownName(*m_log, place.file).toStdString();
    return sentenceFor(error);
  }
  return text(detailInWords(m_kinds[kind], place.detail, languageCode()));
}

QVariant IssueListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case WhatColumn:
      return tr("What was noticed");
    case PlaceColumn:
      return tr("Where");
    case DetailColumn:
      return tr("Text there");
    default:
      return {};
  }
}

}  // namespace undelivered
