// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/log_watch.h"

#include <optional>
#include <set>
#include <vector>

#include "store/folder_changes.h"

namespace undelivered {
namespace {

/// What a look has found.
struct Found {
  std::optional<Error> change;
  std::vector<std::filesystem::path> gone;
};

/// The first change of a file of the log. The logs of an archive have their file in common.
Result<void> checkAll(const DeliveryLog& log, const std::stop_token& stop) {
  std::set<std::string> seen;
  for (const auto& source : log.sources()) {
    if (stop.stop_requested()) return cancelled();
    if (!seen.insert(source->filePath).second) continue;
    if (auto same = checkUnchanged(*source); !same) return same;
  }
  return {};
}

Found lookAt(const DeliveryLog& log, const std::stop_token& stop) {
  Found found;
  // What cannot be looked at just now is told when it is read.
  const auto same = checkAll(log, stop);
  if (!same && same.error().isChangedFile()) found.change = same.error();
  const auto folders = folderChanges(log, stop);
  if (!folders) return found;
  if (!found.change && !folders->added.empty()) found.change = errorOfAdded(log, *folders);
  found.gone = folders->gone;
  return found;
}

}  // namespace

LogWatch::LogWatch(const LogDocument& document, std::chrono::milliseconds pause, QObject* parent)
    : QObject(parent), m_document(document) {
  m_timer.setInterval(pause);
  connect(&m_timer, &QTimer::timeout, this, &LogWatch::look);
  connect(&document, &LogDocument::logChanged, this, [this] {
    m_looking.stop();
    m_told.reset();
    m_toldGone.clear();
    m_document.hasLog() ? m_timer.start() : m_timer.stop();
  });
}

void LogWatch::look() {
  const auto log = m_document.sharedLog();
  if (!log || log == m_told || m_looking.isRunning() || m_document.isOpening()) return;
  const auto job = [log](const std::stop_token& stop) { return lookAt(*log, stop); };
  m_looking.start<Found>(job, [this, log](Found& found) {
    if (found.change) {
      m_told = log;
      emit changed(*found.change);
      return;
    }
    std::erase_if(found.gone, [this](const auto& file) { return !m_toldGone.insert(file).second; });
    if (!found.gone.empty()) emit changed(errorOfGone(found.gone));
  });
}

}  // namespace undelivered
