// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>
#include <QWidget>

#include "document/export_job.h"
#include "document/log_document.h"
#include "settings/settings.h"
#include "views/record_table.h"

namespace undelivered {

/// What kind of file an export makes.
enum class ExportKind {
  ActionListForExcel,
  ActionListForMachines,
  TableForExcel,  ///< the columns that the table shows, in its order
};

/// Asks where to, and has the rows written there.
class ExportControl : public QObject {
  Q_OBJECT

 public:
  ExportControl(LogDocument& document, RecordTable& table, Settings& settings, QWidget* window);

  /// Asks for file and kind; `name` is part of the suggestion.
  void ask(const Filter& filter, const QString& name);
  /// Writes without asking.
  void write(const Filter& filter, const QString& target, ExportKind kind);
  ExportJob& job() { return m_job; }

 signals:
  void busy();  ///< another export is still running

 private:
  QString suggestedPath(const QString& name) const;
  ActionListOptions optionsOf(ExportKind kind) const;

  LogDocument& m_document;
  RecordTable& m_table;
  Settings& m_settings;
  QWidget* m_window;
  ExportJob m_job;
};

}  // namespace undelivered
