// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/export_control.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

#include "i18n/language.h"
#include "views/start_page.h"

namespace undelivered {

ExportControl::ExportControl(LogDocument& document, RecordTable& table, Settings& settings, QWidget* window)
    : QObject(window), m_document(document), m_table(table), m_settings(settings), m_window(window) {
  connect(&m_job, &ExportJob::done, this,
          [this](const QString& target) { m_settings.setExportFolder(QFileInfo(target).absolutePath()); });
}

void ExportControl::ask(const Filter& filter, const QString& name) {
  if (m_job.isRunning()) {
    emit busy();
    return;
  }
  const QStringList kinds{tr("Action list for Excel (*.csv)"), tr("Action list for other programs (*.csv)"),
                          tr("Table as shown, for Excel (*.csv)")};
  QString kind;
  const QString target = QFileDialog::getSaveFileName(m_window, tr("Export action list"), suggestedPath(name),
                                                      kinds.join(QStringLiteral(";;")), &kind);
  if (target.isEmpty()) return;
  const auto chosen = static_cast<ExportKind>(std::max<qsizetype>(0, kinds.indexOf(kind)));
  write(filter, QFileInfo(target).suffix().isEmpty() ? QString(target + QStringLiteral(".csv")) : target, chosen);
}

void ExportControl::write(const Filter& filter, const QString& target, ExportKind kind) {
  m_job.start({m_document.query(), filter, m_document.sort(), optionsOf(kind), target});
}

ActionListOptions ExportControl::optionsOf(ExportKind kind) const {
  ActionListOptions options;
  options.language = languageCode();
  options.dialect = CsvDialect::excel(options.language);
  if (kind == ExportKind::TableForExcel) options.columns = m_table.shownColumns();
  if (kind == ExportKind::ActionListForMachines) {
    options.dialect = CsvDialect::machine();
    options.forPeople = false;
  }
  return options;
}

QString ExportControl::suggestedPath(const QString& name) const {
  QString base = QFileInfo(m_document.paths().value(0)).completeBaseName();
  QString file = base.isEmpty() ? tr("action list") : base + QStringLiteral(" – ") + tr("action list");
  if (!name.isEmpty()) file += QStringLiteral(" – ") + name.left(60);
  while (file.endsWith(QLatin1Char('.'))) file.chop(1);
  // What a file system of Windows would not take.
  file.replace(QRegularExpression(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]")), QStringLiteral("_"));
  return m_settings.exportFolder() + QLatin1Char('/') + file.trimmed() + QStringLiteral(".csv");
}

}  // namespace undelivered
