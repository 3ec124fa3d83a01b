// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of the main window do; main_window.cpp builds and connects.
#include <algorithm>
#include <limits>

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QMessageBox>

#include "dialogs/issue_dialog.h"
#include "document/copy_rows.h"
#include "i18n/error_text.h"
#include "i18n/filter_words.h"
#include "i18n/words.h"
#include "views/main_window.h"
#include "views/message_bar.h"
#include "views/reading_control.h"
#include "views/record_table.h"

namespace undelivered {
namespace {

constexpr int kSearchSeries = 1;  // letters typed one after the other are one step of the history

/// QT_LOGGING_RULES=undelivered.start=true tells when the window has been painted.
Q_LOGGING_CATEGORY(kStart, "undelivered.start", QtInfoMsg)

/// Whether what was read is still right and something has come behind it.
bool isMore(const Error& error) { return error.code == ErrorCode::FileGrew || error.code == ErrorCode::FolderGrew; }

}  // namespace

QString MainWindow::samplePath() {
  const QString installed = QCoreApplication::applicationDirPath() + QStringLiteral("/../share/undelivered/samples");
  for (const QString& folder : {installed, QStringLiteral(UNDELIVERED_SAMPLES)}) {
    if (QFileInfo(folder).isDir()) return QFileInfo(folder).canonicalFilePath();
  }
  return {};
}

void MainWindow::openPaths(const QStringList& paths) {
  QStringList absolute;
  for (const QString& path : paths) absolute.append(QFileInfo(path).absoluteFilePath());
  if (!absolute.isEmpty()) m_document.open(absolute);
}

void MainWindow::openWhenPainted(const QStringList& paths) {
  const QStringList wanted = paths.isEmpty() && m_settings.opensLastLogs() ? m_settings.lastLogs() : paths;
  // The window is painted before its parts, all of them in one go: what is queued comes after the last one.
  const auto open = [this, wanted] {
    qCDebug(kStart) << "painted";
    openPaths(wanted);
  };
  connect(this, &MainWindow::painted, this, open, Qt::QueuedConnection);
}

void MainWindow::paintEvent(QPaintEvent* event) {
  QMainWindow::paintEvent(event);
  if (!std::exchange(m_painted, true)) emit painted();
}

void MainWindow::askForLogs() {
  const QString folder = QFileInfo(m_document.paths().value(0)).absolutePath();
  const QString filter =
      tr("Delivery logs (*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.log *.eml *.mbox *.xlsx *.xlsm *.zip *.gz "
         "*.zst);;All files (*)");
  openPaths(
      QFileDialog::getOpenFileNames(this, tr("Open log"), m_document.paths().isEmpty() ? QString() : folder, filter));
}

void MainWindow::askForFolder() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a folder of logs"));
  if (!folder.isEmpty()) openPaths({folder});
}

void MainWindow::showError(const Error& error) {
  if (error.isCancelled()) return;
  m_lastError = error;
  // Of a single log that has gone there is nothing to read again.
  const bool isAllGone = error.code == ErrorCode::FileGone && m_document.paths() == QStringList{text(error.subject)};
  const bool ofLog = (error.isChangedFile() && !isAllGone) || error.code == ErrorCode::ReadFailed;
  m_unread = ofLog ? m_document.paths() : QStringList();
  m_asksHow = false;
  tellError();
}

void MainWindow::showOpeningError(const Error& error) {
  if (error.isCancelled()) return;
  m_lastError = error;
  // What may be there the next time: a share that is not connected, a file that is still being written.
  const bool mayPass = error.isChangedFile() || error.code == ErrorCode::ReadFailed ||
                       error.code == ErrorCode::FileNotFound || error.code == ErrorCode::PermissionDenied;
  m_unread = mayPass ? m_opening : QStringList();
  m_asksHow = ReadingControl::helpsWith(error);
  if (m_asksHow) m_unrecognised = {error, m_opening};
  m_actions->readDifferently->setEnabled(m_document.hasLog() || m_unrecognised);
  tellError();
}

/// Asks about the log that was not recognised, as long as that is what the window tells; else about what is open.
void MainWindow::readDifferently() {
  const bool isTold = m_asksHow && m_errorBar->isVisibleTo(this);
  if (m_unrecognised && (isTold || !m_document.hasLog()))
    m_reading->askAfter(m_unrecognised->first, m_unrecognised->second);
  else
    m_reading->ask();
}

void MainWindow::tellError() {
  const bool grew = isMore(*m_lastError);
  const bool isNote = grew || m_lastError->code == ErrorCode::FileGone;
  const QString action = m_asksHow            ? tr("Read it differently…")
                         : m_unread.isEmpty() ? QString()
                         : grew               ? tr("Read what is new")
                                              : tr("Read again");
  m_errorBar->tell(isNote ? MessageBar::Kind::Note : MessageBar::Kind::Error, sentenceFor(*m_lastError), action);
}

void MainWindow::takeErrorAction() { m_asksHow ? readDifferently() : readAgain(); }

void MainWindow::readAgain() {
  m_errorBar->hide();
  if (m_unread == m_document.paths()) {
    const bool more = m_lastError && isMore(*m_lastError);
    more ? m_document.readOn() : m_document.readAgain();
  } else {
    m_document.open(m_unread);
  }
}

/// How the last export ended, in place of what was told of the one before.
void MainWindow::tellExport() {
  if (const std::optional<Error>& error = m_exportEnd->error) {
    if (error->isChangedFile()) return showError(*error);
    m_exportBar->tell(error->isCancelled() ? MessageBar::Kind::Note : MessageBar::Kind::Error, sentenceFor(*error));
    return;
  }
  const int count = static_cast<int>(std::min<quint64>(m_exportEnd->rows, std::numeric_limits<int>::max()));
  m_exportBar->tell(MessageBar::Kind::Note, tr("%Ln row(s) written to %1", nullptr, count).arg(m_exportEnd->target),
                    tr("Open file"));
}

/// What was read with notes; a warning where what a file holds is missing.
void MainWindow::tellIssues() {
  const ReadReport& report = m_document.log().report();
  const auto& parts = report[IssueKind::PartNotRead].samples;
  const bool isMissing =
      report[IssueKind::FileUnreadable].count > 0 ||
      std::any_of(parts.begin(), parts.end(), [](const IssueSample& part) { return part.error.has_value(); });
  m_noteBar->tell(isMissing ? MessageBar::Kind::Warning : MessageBar::Kind::Note, issueSummary(report), tr("Show"));
}

void MainWindow::showIssues() {
  IssueDialog dialog(m_document.sharedLog(), this);
  dialog.exec();
}

void MainWindow::showAbout() {
  QMessageBox::about(this, tr("About Undelivered"),
                     tr("<h3>Undelivered %1</h3><p>What failed to arrive, why, and what to do next.</p>"
                        "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                         .arg(QStringLiteral(UNDELIVERED_VERSION)));
}

void MainWindow::takeSearch() { setSearch(kSearchSeries); }

void MainWindow::takeMatchCase() { setSearch(0); }

void MainWindow::setSearch(int series) {
  m_searchPause.stop();
  if (!m_document.hasLog()) return;
  Filter filter = m_document.filter();
  filter.search = m_search->text().trimmed().toStdString();
  filter.matchCase = !filter.search.empty() && m_actions->matchCase->isChecked();
  m_document.setFilter(filter, describeSearch(filter), series);
}

void MainWindow::tellDroppedSelection(quint64 count) {
  m_exportEnd.reset();
  m_exportBar->tell(MessageBar::Kind::Note,
                    tr("%1 rows are no longer selected: they lie too far apart from each other now. Select them anew.")
                        .arg(number(count)));
}

void MainWindow::copyRows(bool withHeaders) {
  const std::uint64_t count = m_table->selectedCount();
  if (count == 0) return;
  if (count > kMostRowsCopied) {
    m_exportEnd.reset();
    m_exportBar->tell(MessageBar::Kind::Note, tr("%1 rows are too many to copy; at most %2 are. Export them instead.")
                                                  .arg(number(count), number(kMostRowsCopied)));
    return;
  }
  const RowSet rows = m_table->selectedRows();
  const auto job = [log = m_document.sharedLog(), rows, columns = m_table->shownColumns(), withHeaders,
                    language = languageCode()](const std::stop_token& stop) {
    return rowsAsText(log, rows, columns, language, withHeaders, stop);
  };
  m_copying.start<Result<std::string>>(job, [this](Result<std::string>& copied) {
    if (!copied) return showError(copied.error());
    QApplication::clipboard()->setText(QString::fromStdString(*copied));
  });
}

}  // namespace undelivered
