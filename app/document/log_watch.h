// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <set>

#include <QObject>
#include <QTimer>

#include "document/latest_job.h"
#include "document/log_document.h"

namespace undelivered {

/// Looks now and then whether the files of the open log are still what was read, and whether its folders have others
/// by now. Asks in the background, since a file system that does not answer must not hold up the window.
class LogWatch : public QObject {
  Q_OBJECT

 public:
  static constexpr std::chrono::milliseconds kPause{2000};

  explicit LogWatch(const LogDocument& document, std::chrono::milliseconds pause = kPause, QObject* parent = nullptr);

 signals:
  /// FileGrew, FileShrank, FileReplaced, FileChanged or FolderGrew; once for a log that was read. FileGone before that,
  /// once for each file.
  void changed(const undelivered::Error& error);

 private:
  void look();

  const LogDocument& m_document;
  QTimer m_timer;
  std::shared_ptr<const DeliveryLog> m_told;   // a change of it was told
  std::set<std::filesystem::path> m_toldGone;  // of the log that is open
  LatestJob m_looking;
};

}  // namespace undelivered
