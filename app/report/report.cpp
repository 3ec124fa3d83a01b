// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QPixmap>

#include "export/action_list.h"
#include "i18n/language.h"
#include "report/summary_text.h"
#include "views/overview.h"
#include "views/record_table.h"

namespace undelivered {
namespace {

Result<void> savePicture(const QPixmap& picture, const QString& target) {
  if (picture.save(target, "PNG")) return {};
  return failure(ErrorCode::WriteFailed, target.toStdString());
}

/// Everything that was posted, painted and read in the background is there afterwards.
void settle(const LogDocument& document) {
  QEventLoop loop;
  QTimer tick;
  int quiet = 0;
  QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
    quiet = document.isOpening() || document.isAsking() ? 0 : quiet + 1;
    // The table reads its page and the details their record after the rows have come: some ticks without news.
    if (quiet >= 10) loop.quit();
  });
  tick.start(20);
  loop.exec();
}

Result<void> saveText(const QString& target, const QString& text) {
  auto file = systemFiles().createOutput(QFile::encodeName(target).toStdString());
  if (!file) return tl::unexpected(file.error());
  const auto written = (*file)->write(text.toStdString());
  return written ? (*file)->commit() : written;
}

}  // namespace

Result<void> loadAndWait(MainWindow& window, const QStringList& paths) {
  Result<void> outcome;
  QObject::connect(&window.document(), &LogDocument::openingFailed, &window,
                   [&outcome](const Error& error) { outcome = tl::unexpected(error); });
  QObject::connect(&window.document(), &LogDocument::askingFailed, &window,
                   [&outcome](const Error& error) { outcome = tl::unexpected(error); });
  window.openPaths(paths);
  settle(window.document());
  QObject::disconnect(&window.document(), nullptr, &window, nullptr);
  return outcome;
}

Result<void> saveScreenshot(MainWindow& window, const QString& target) {
  if (window.table().records().rowCount() > 0) window.table().selectRow(0);
  settle(window.document());
  return savePicture(window.grab(), target);
}

Result<QStringList> writeReport(MainWindow& window, const QString& folder) {
  const QDir place(folder);
  if (!QDir().mkpath(folder)) return failure(ErrorCode::WriteFailed, folder.toStdString());
  QStringList names;
  const auto name = [&](const QString& file) {
    names.append(file);
    return place.filePath(file);
  };
  const LogDocument& document = window.document();
  ActionListOptions options;
  options.language = languageCode();
  options.dialect = CsvDialect::excel(options.language);
  const QString list = name(QStringLiteral("action-list.csv"));
  auto written =
      exportActionList(document.sharedLog(), document.rows(), options, QFile::encodeName(list).toStdString());
  if (written) written = saveText(name(QStringLiteral("summary.txt")), summaryText(document));
  const std::pair<Overview::Which, const char*> charts[] = {{Overview::Reasons, "chart-reasons.png"},
                                                            {Overview::Channels, "chart-channels.png"},
                                                            {Overview::Persistences, "chart-persistence.png"},
                                                            {Overview::Actionabilities, "chart-actionability.png"},
                                                            {Overview::OverTime, "chart-over-time.png"}};
  for (const auto& [which, file] : charts) {
    if (written) written = savePicture(window.overview().chart(which).grab(), name(QString::fromLatin1(file)));
  }
  if (written) written = saveScreenshot(window, name(QStringLiteral("window.png")));
  if (!written) return tl::unexpected(written.error());
  return names;
}

}  // namespace undelivered
