// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/log_watch.h"

#include <set>

namespace undelivered {
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

}  // namespace

LogWatch::LogWatch(const LogDocument& document, std::chrono::milliseconds pause, QObject* parent)
    : QObject(parent), m_document(document) {
  m_timer.setInterval(pause);
  connect(&m_timer, &QTimer::timeout, this, &LogWatch::look);
  connect(&document, &LogDocument::logChanged, this, [this] {
    m_looking.stop();
    m_told.reset();
    m_document.hasLog() ? m_timer.start() : m_timer.stop();
  });
}

void LogWatch::look() {
  const auto log = m_document.sharedLog();
  if (!log || log == m_told || m_looking.isRunning() || m_document.isOpening()) return;
  const auto job = [log](const std::stop_token& stop) { return checkAll(*log, stop); };
  m_looking.start<Result<void>>(job, [this, log](Result<void>& same) {
    // What cannot be looked at just now is told when it is read.
    if (same || !same.error().isChangedFile()) return;
    m_told = log;
    emit changed(same.error());
  });
}

}  // namespace undelivered
