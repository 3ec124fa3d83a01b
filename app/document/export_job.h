// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QObject>
#include <QString>

#include "base/progress.h"
#include "base/result.h"
#include "document/latest_job.h"
#include "export/action_list.h"
#include "query/log_query.h"

namespace undelivered {

/// What to export: the rows of a filter in an order, into a file.
struct ExportRequest {
  std::shared_ptr<const LogQuery> query;
  Filter filter;
  Sort sort;
  ActionListOptions options;
  QString target;
};

/// Writes one action list at a time in the background.
class ExportJob : public QObject {
  Q_OBJECT

 public:
  explicit ExportJob(const FileSystem& files = systemFiles(), QObject* parent = nullptr);
  ~ExportJob() override;

  bool isRunning() const { return m_job.isRunning(); }
  /// Only while none is running.
  void start(const ExportRequest& request);
  void cancel();

 signals:
  void started(const QString& target);
  void progressed(undelivered::Progress progress);
  void done(const QString& target, quint64 rows);
  void failed(const undelivered::Error& error);  ///< Cancelled too; the target is as it was
  void ended();                                  ///< after every start, however it ended

 private:
  const FileSystem& m_files;
  LatestJob m_job;
};

}  // namespace undelivered
