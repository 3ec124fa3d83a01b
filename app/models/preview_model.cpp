// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview_model.h"

#include <algorithm>
#include <array>

#include <QApplication>
#include <QDateTime>
#include <QFont>
#include <QStyle>

#include "export/causes.h"
#include "i18n/language.h"
#include "i18n/reading_words.h"
#include "i18n/words.h"
#include "util/theme.h"

namespace undelivered {
namespace {

// What is shown of formats that have no columns of their own.
constexpr std::array kShownFields{Field::Time,     Field::Channel,   Field::Recipient, Field::Code,      Field::Status,
                                  Field::Customer, Field::Reference, Field::MessageId, Field::Diagnostic};
constexpr int kWholeRow = -1;

bool isAbout(const PreviewIssue& issue, int column) {
  return issue.column ? static_cast<int>(*issue.column) == column : column == kWholeRow;
}

QIcon warningSign() { return QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning); }

}  // namespace

void PreviewModel::setPreview(LogPreview preview) {
  beginResetModel();
  m_preview = std::move(preview);
  endResetModel();
}

void PreviewModel::setDraft(const MappingDraft& draft) {
  m_draft = draft;
  if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::ForegroundRole});
}

void PreviewModel::clear() {
  beginResetModel();
  m_preview.reset();
  endResetModel();
}

int PreviewModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_preview ? 0 : static_cast<int>(m_preview->rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const {
  if (parent.isValid() || !m_preview) return 0;
  if (!isTable()) return static_cast<int>(kShownFields.size());
  return static_cast<int>(std::min<std::size_t>(m_preview->source->recognition.columns.size(), kMostColumns));
}

QString PreviewModel::timeText(const PreviewRow& row) const {
  const auto clock = ZoneCursor(m_preview->zone).toLocal(*row.time).time_since_epoch();
  return QDateTime::fromMSecsSinceEpoch(clock.count(), Qt::UTC).toString(dayFormat() + QStringLiteral(" HH:mm:ss"));
}

QString PreviewModel::tip(const PreviewRow& row, int column) const {
  const QString problem = problems(row, column);
  if (!problem.isEmpty()) return problem;
  const auto& times = m_draft.columns()[static_cast<std::size_t>(Field::Time)];
  if (isTable() && row.time && !times.empty() && times.front() == column) {
    return tr("Understood as %1 (%2)").arg(timeText(row), text(m_preview->zone.name()));
  }
  return cellText(row, column);
}

QString PreviewModel::cellText(const PreviewRow& row, int column) const {
  if (!isTable()) {
    const Field field = kShownFields[static_cast<std::size_t>(column)];
    if (!row.isRecord && column == 0 && !row.issues.empty()) return words(row.issues.front());
    return field == Field::Time && row.time ? timeText(row) : text(row[field]).simplified();
  }
  const auto cell = static_cast<std::size_t>(column);
  if (cell < row.cells.size()) return text(row.cells[cell]).simplified();
  // What is no row has no cells: the line as it stands says more than nothing.
  if (!row.cells.empty() || column != 0 || row.issues.empty()) return {};
  const PreviewIssue& issue = row.issues.front();
  return text(issue.kind ? detailInWords(*issue.kind, issue.detail, languageCode()) : issue.detail).simplified();
}

QString PreviewModel::problems(const PreviewRow& row, int column) const {
  QStringList lines;
  for (const PreviewIssue& issue : row.issues) {
    int about = issue.column ? static_cast<int>(*issue.column) : kWholeRow;
    if (!isTable() && issue.kind == IssueKind::BadTime) about = 0;
    if (!isTable() && !issue.kind) about = 3;
    if (about == column || (column == kWholeRow && isAbout(issue, kWholeRow))) lines.append(words(issue));
  }
  return lines.join(QLatin1Char('\n'));
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !m_preview) return {};
  const PreviewRow& row = m_preview->rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return cellText(row, index.column());
    case Qt::ToolTipRole:
      return tip(row, index.column());
    case Qt::AccessibleTextRole: {
      const QString problem = problems(row, index.column());
      return problem.isEmpty() ? cellText(row, index.column())
                               : cellText(row, index.column()) + QStringLiteral(" – ") + problem;
    }
    case Qt::DecorationRole:
      return problems(row, index.column()).isEmpty() ? QVariant() : QVariant(warningSign());
    case Qt::BackgroundRole:
      return problems(row, index.column()).isEmpty() ? QVariant()
                                                     : QVariant(Colors(QApplication::palette()).errorGround);
    case Qt::ForegroundRole: {
      const bool unused = isTable() && !m_draft.fieldAt(static_cast<std::size_t>(index.column()));
      return unused || !row.isRecord ? QVariant(Colors(QApplication::palette()).muted) : QVariant();
    }
    case Qt::FontRole: {
      if (row.isRecord) return {};
      QFont font;
      font.setItalic(true);
      return font;
    }
    default:
      return {};
  }
}

QVariant PreviewModel::rowHeader(const PreviewRow& row, int role) const {
  QString what = problems(row, kWholeRow);
  if (role == Qt::DisplayRole)
    return what.isEmpty() ? plainNumber(row.line) : QStringLiteral("⚠ ") + plainNumber(row.line);
  if (role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) return {};
  const QString line = tr("Line %1").arg(plainNumber(row.line));
  if (!row.isRecord) what = (what.isEmpty() ? QString() : what + QLatin1Char('\n')) + tr("This line is left out.");
  return what.isEmpty() ? line : line + QLatin1Char('\n') + what;
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (!m_preview) return {};
  if (orientation == Qt::Vertical) {
    if (section < 0 || section >= rowCount()) return {};
    return rowHeader(m_preview->rows[static_cast<std::size_t>(section)], role);
  }
  if (section < 0 || section >= columnCount() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
  if (!isTable()) return words(kShownFields[static_cast<std::size_t>(section)]);
  return text(m_preview->source->recognition.columns[static_cast<std::size_t>(section)]).simplified();
}

}  // namespace undelivered
