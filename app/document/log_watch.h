// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>

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

  /// Size and time of the files of a log that are there, by path.
  using States = std::map<std::string, std::pair<std::uint64_t, std::int64_t>>;
  struct Found;

  explicit LogWatch(const LogDocument& document, std::chrono::milliseconds pause = kPause, QObject* parent = nullptr);

 signals:
  /// FileGrew, FileShrank, FileReplaced, FileChanged or FolderGrew; once for a log that was read, and once more where
  /// reading it again failed and it has changed since. FileGone before that, once for each file.
  void changed(const undelivered::Error& error);

 private:
  /// Whether reading the log again has failed: the next look is for what its files are then.
  enum class Tried { No, Now, Before };

  void look();
  void take(Found& found, const std::shared_ptr<const DeliveryLog>& log);

  const LogDocument& m_document;
  QTimer m_timer;
  std::shared_ptr<const DeliveryLog> m_told;   // a change of it was told
  std::set<std::filesystem::path> m_toldGone;  // of the log that is open
  QStringList m_opening;
  Tried m_tried = Tried::No;
  States m_states;  // when reading it again had failed
  LatestJob m_looking;
};

}  // namespace undelivered
