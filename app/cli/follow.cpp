// SPDX-License-Identifier: GPL-3.0-or-later
#include "follow.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>

#include <fmt/format.h>

#include "export/causes.h"
#include "messages.h"
#include "store/extend_log.h"
#include "store/folder_changes.h"

namespace undelivered::cli {
namespace {

constexpr std::chrono::milliseconds kPause{500};

/// Ends early when the stop is asked for.
void pause(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait_for(lock, stop, kPause, [] { return false; });
}

/// Whether a log that is not what it was can be read anew; a file that is missing for a moment may come back.
bool isPassing(const Error& error) {
  return error.code == ErrorCode::FileNotFound || error.code == ErrorCode::EmptyLog || error.isChangedFile();
}

/// Tells once of each log that has gone from its folder; what was read of it stays.
void tellGone(const Session& session, const DeliveryLog& log, std::set<std::filesystem::path>& told) {
  auto changes = folderChanges(log, session.stop());
  if (!changes) return;
  std::erase_if(changes->gone, [&](const auto& file) { return !told.insert(file).second; });
  if (!changes->gone.empty())
    fmt::print(stderr, "undelivered-cli: {}\n", sentenceFor(errorOfGone(changes->gone), session.options().language));
}

/// Tells which files that came are no logs.
void tellSkipped(const Session& session, const DeliveryLog& before, const DeliveryLog& now) {
  std::set<std::string> known;
  for (const IssueSample& sample : before.report()[IssueKind::FileSkipped].samples) known.insert(sample.file);
  for (const IssueSample& sample : now.report()[IssueKind::FileSkipped].samples) {
    if (known.contains(sample.file)) continue;
    const std::string& language = session.options().language;
    fmt::print(stderr, "undelivered-cli: {}: {} ({})\n", sample.file, wordsFor(IssueKind::FileSkipped, language),
               causeInWords(sample.detail, language));
  }
}

}  // namespace

int follow(const Session& session, const Request& request, std::shared_ptr<const DeliveryLog> log,
           const std::function<Result<void>(const std::shared_ptr<const DeliveryLog>&)>& show) {
  bool readAnew = false;
  std::set<std::filesystem::path> gone;  // what was told
  while (true) {
    pause(session.stop());
    if (session.stop().stop_requested()) return kCancelled;
    Result<std::shared_ptr<const DeliveryLog>> now = log;
    if (!readAnew) {
      tellGone(session, *log, gone);
      ExtendRequest more;
      more.options = request.reading;
      now = extendLog(log, more, session.stop());
      if (!now && now.error().isChangedFile()) {
        readAnew = true;
        if (now.error().code != ErrorCode::FileGrew) {
          fmt::print(stderr, "undelivered-cli: {}\n", sentenceOfReadingAnew(now.error(), session.options().language));
        }
      }
    }
    if (readAnew) {
      now = session.load(request);
      if (!now && isPassing(now.error()) && !session.stop().stop_requested()) continue;
    }
    if (!now) return session.fail(now.error());
    if (*now == log) continue;
    if (readAnew)
      gone.clear();
    else
      tellSkipped(session, *log, **now);
    readAnew = false;
    log = *now;
    if (const auto shown = show(log); !shown) return session.fail(shown.error());
  }
}

}  // namespace undelivered::cli
