// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/log_watch.h"

#include <optional>
#include <set>
#include <vector>

#include "store/folder_changes.h"

namespace undelivered {

/// What a look has found.
struct LogWatch::Found {
  std::optional<Error> change;
  std::vector<std::filesystem::path> gone;
  States states;
};

namespace {

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

LogWatch::States statesOf(const DeliveryLog& log) {
  LogWatch::States states;
  for (const auto& source : log.sources()) {
    if (const auto state = stateOfPath(source->filePath)) states[source->filePath] = {state->size, state->modifiedNs};
  }
  return states;
}

LogWatch::Found lookAt(const DeliveryLog& log, const std::stop_token& stop) {
  LogWatch::Found found;
  found.states = statesOf(log);
  // What cannot be looked at just now is told when it is read.
  const auto same = checkAll(log, stop);
  if (!same && same.error().isChangedFile()) found.change = same.error();
  found.gone = namedFilesGone(log);
  const auto folders = folderChanges(log, stop);
  if (!folders) return found;
  if (!found.change && !folders->added.empty()) found.change = errorOfAdded(log, *folders);
  found.gone.insert(found.gone.end(), folders->gone.begin(), folders->gone.end());
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
    m_tried = Tried::No;
    m_toldGone.clear();
    m_document.hasLog() ? m_timer.start() : m_timer.stop();
  });
  connect(&document, &LogDocument::openingStarted, this, [this](const QStringList& paths) { m_opening = paths; });
  connect(&document, &LogDocument::openingFailed, this, [this] {
    if (m_opening != m_document.paths()) return;
    m_looking.stop();
    m_told = m_document.sharedLog();
    m_tried = Tried::Now;
  });
  // Queued, since the document is still opening as long as this is told; look() does nothing where nothing is to try.
  connect(&document, &LogDocument::openingFailed, this, &LogWatch::look, Qt::QueuedConnection);
}

void LogWatch::look() {
  const auto log = m_document.sharedLog();
  if (!log || m_looking.isRunning() || m_document.isOpening() || (log == m_told && m_tried == Tried::No)) return;
  const auto job = [log](const std::stop_token& stop) { return lookAt(*log, stop); };
  m_looking.start<Found>(job, [this, log](Found& found) { take(found, log); });
}

void LogWatch::take(Found& found, const std::shared_ptr<const DeliveryLog>& log) {
  if (m_tried == Tried::Now) {
    m_tried = Tried::Before;
    m_states = std::move(found.states);
    m_toldGone.insert(found.gone.begin(), found.gone.end());
    return;
  }
  if (found.change && (m_tried == Tried::No || found.states != m_states)) {
    m_told = log;
    m_tried = Tried::No;
    emit changed(*found.change);
    return;
  }
  if (found.change) return;
  std::erase_if(found.gone, [this](const auto& file) { return !m_toldGone.insert(file).second; });
  if (!found.gone.empty()) emit changed(errorOfGone(found.gone));
}

}  // namespace undelivered
