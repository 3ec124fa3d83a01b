// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/export_job.h"

#include <QFile>

namespace undelivered {
namespace {

Result<quint64> writeRows(const ExportRequest& request, const std::stop_token& stop, const ProgressSink& progress,
                          const FileSystem& files) {
  const auto rows = request.query->rows(request.filter, request.sort, stop);
  if (!rows) return tl::unexpected(rows.error());
  const std::shared_ptr<const DeliveryLog> log(request.query, &request.query->log());
  const std::filesystem::path target(QFile::encodeName(request.target).toStdString());
  const auto written = exportActionList(log, *rows, request.options, target, stop, progress, files);
  if (!written) return tl::unexpected(written.error());
  return rows->size();
}

}  // namespace

ExportJob::ExportJob(const FileSystem& files, QObject* parent) : QObject(parent), m_files(files) {
  connect(&m_job, &LatestJob::runningChanged, this, [this](bool running) {
    if (!running) emit ended();
  });
}

ExportJob::~ExportJob() { m_job.disconnect(this); }

void ExportJob::start(const ExportRequest& request) {
  if (isRunning()) return;
  const ProgressSink progress = m_job.relay<Progress>([this](Progress at) { emit progressed(at); });
  const auto job = [request, progress, &files = m_files](const std::stop_token& stop) {
    return writeRows(request, stop, progress, files);
  };
  m_job.start<Result<quint64>>(job, [this, target = request.target](Result<quint64>& rows) {
    if (rows) {
      emit done(target, *rows);
    } else {
      emit failed(rows.error());
    }
  });
  emit started(request.target);
}

void ExportJob::cancel() { m_job.requestStop(); }

}  // namespace undelivered
