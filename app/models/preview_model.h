// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QAbstractTableModel>

#include "document/mapping_draft.h"
#include "store/log_preview.h"

namespace undelivered {

/// The first rows of a log: of a table its own cells, of other formats what was understood, by field. What is not
/// understood carries a sign, a ground of its own, and a tip that says what it is.
class PreviewModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  /// Of a wider table the first so many columns are shown.
  static constexpr int kMostColumns = 250;
  explicit PreviewModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

  void setPreview(LogPreview preview);
  /// Columns that are not used are painted fainter.
  void setDraft(const MappingDraft& draft);
  void clear();
  const std::optional<LogPreview>& preview() const { return m_preview; }
  bool isTable() const { return m_preview && m_preview->source->recognition.format == Format::Delimited; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  /// The time as it is understood, by the clock of the zone.
  QString timeText(const PreviewRow& row) const;
  QString tip(const PreviewRow& row, int column) const;
  QString cellText(const PreviewRow& row, int column) const;
  /// What is wrong with a cell, or with nothing but the row as a whole (-1).
  QString problems(const PreviewRow& row, int column) const;
  QVariant rowHeader(const PreviewRow& row, int role) const;

  std::optional<LogPreview> m_preview;
  MappingDraft m_draft;
};

}  // namespace undelivered
