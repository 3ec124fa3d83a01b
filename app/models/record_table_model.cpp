// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/record_table_model.h"

#include "export/words.h"
#include "i18n/error_text.h"
#include "i18n/language.h"

namespace undelivered {
namespace {

bool needsText(ColumnId column) {
  switch (column) {
    case ColumnId::Recipient:
    case ColumnId::Customer:
    case ColumnId::Reference:
    case ColumnId::Diagnostic:
    case ColumnId::MessageId:
      return true;
    default:
      return false;
  }
}

/// What the store holds of a record: all but its text.
Record storedPart(const DeliveryLog& log, RowId row) {
  Record record;
  const Kind& kind = log.kind(row);
  record.row = row;
  record.source = log.sourceOf(row);
  record.time = log.time(row);
  record.channel = kind.channel;
  record.outcome = kind.outcome;
  record.reason = kind.reason;
  return record;
}

// Cells show one line, whatever the log has.
QString singleLine(const std::string& text) {
  QString line = QString::fromStdString(text);
  for (QChar& character : line) {
    if (character.category() == QChar::Other_Control) character = QLatin1Char(' ');
  }
  return line;
}

}  // namespace

RecordTableModel::RecordTableModel(QObject* parent) : QAbstractTableModel(parent) {
  connect(&m_pages, &RecordPages::loaded, this, [this](quint32 first, quint32 last) {
    emit dataChanged(index(static_cast<int>(first), 0), index(static_cast<int>(last), columnCount() - 1));
  });
  connect(&m_pages, &RecordPages::failed, this, [this](const Error& error) {
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit readingFailed(error);
  });
}

void RecordTableModel::setRows(std::shared_ptr<const DeliveryLog> log, RowSet rows) {
  beginResetModel();
  m_log = std::move(log);
  m_rows = std::move(rows);
  m_pages.reset(m_log, m_rows);
  m_formatter.reset();
  if (m_log) m_formatter.emplace(*m_log, languageCode(), true);
  endResetModel();
}

void RecordTableModel::retranslate() {
  if (m_log) m_formatter.emplace(*m_log, languageCode(), true);
  emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RecordTableModel::columnOf(ColumnId column) {
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    if (kColumns[i] == column) return static_cast<int>(i);
  }
  return -1;
}

int RecordTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecordTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(kColumns.size());
}

QVariant RecordTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  switch (role) {
    case Qt::ToolTipRole:
      if (isUnreadable(index)) return sentenceFor(*m_pages.error());
      return text(index);
    case Qt::DisplayRole:
      return isUnreadable(index) ? tr("not readable") : text(index);
    case Qt::TextAlignmentRole:
      if (columnAt(index.column()) == ColumnId::Line) return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
      return {};
    default:
      return {};
  }
}

bool RecordTableModel::isUnreadable(const QModelIndex& index) const {
  return m_pages.error() && needsText(columnAt(index.column())) &&
         !m_pages.find(static_cast<std::uint32_t>(index.row()));
}

QString RecordTableModel::text(const QModelIndex& index) const {
  const auto place = static_cast<std::uint32_t>(index.row());
  const ColumnId column = columnAt(index.column());
  if (needsText(column)) {
    const Record* record = m_pages.find(place);
    return record ? singleLine(m_formatter->text(*record, column)) : QStringLiteral("…");
  }
  Record record = storedPart(*m_log, m_rows[place]);
  if (column == ColumnId::Line) record.line = m_log->line(record.row);
  return singleLine(m_formatter->text(record, column));
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical || section < 0 || section >= columnCount()) {
    return QAbstractTableModel::headerData(section, orientation, role);
  }
  if (role == Qt::DisplayRole) {
    const auto name = word(columnAt(section), languageCode());
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
  }
  if (role == Qt::TextAlignmentRole) {
    const bool number = columnAt(section) == ColumnId::Line;
    return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  }
  return {};
}

}  // namespace undelivered
