// SPDX-License-Identifier: GPL-3.0-or-later
#include "follow.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>

#include <fmt/format.h>

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

void tell(const std::string& sentence) { fmt::print(stderr, "undelivered-cli: {}\n", sentence); }

/// Tells once of each log that is not where it was; what was read of it stays. One that comes back may go again.
void tellGone(const Session& session, const DeliveryLog& log, std::set<std::filesystem::path>& told) {
  std::vector<std::filesystem::path> gone = namedFilesGone(log);
  if (auto changes = folderChanges(log, session.stop()))
    gone.insert(gone.end(), changes->gone.begin(), changes->gone.end());
  std::erase_if(told, [&](const auto& file) { return std::find(gone.begin(), gone.end(), file) == gone.end(); });
  std::erase_if(gone, [&](const auto& file) { return !told.insert(file).second; });
  if (!gone.empty()) tell(sentenceFor(errorOfGone(gone), session.options().language));
}

/// Tells which files that came are no logs.
void tellSkipped(const Session& session, const DeliveryLog& before, const DeliveryLog& now) {
  for (const IssueKind kind : {IssueKind::FileUnreadable, IssueKind::FileSkipped, IssueKind::FileRepeated}) {
    std::set<std::string> known;
    for (const IssueSample& sample : before.report()[kind].samples) known.insert(sample.file);
    for (const IssueSample& sample : now.report()[kind].samples) {
      if (!known.contains(sample.file)) tell(sentenceFor(kind, sample, session.options().language));
    }
  }
}

bool isEmpty(const Error& error) { return error.code == ErrorCode::EmptyLog || error.code == ErrorCode::EmptyFolder; }

/// Whether it may be no log only because it is just being written.
bool isUnfinished(const Error& error) {
  return error.code == ErrorCode::NotALog || error.code == ErrorCode::NoUsableColumn;
}

}  // namespace

Result<std::shared_ptr<const DeliveryLog>> loadToFollow(const Session& session, const Request& request) {
  auto log = session.load(request);
  std::optional<Error> before;  // what was wrong the last time
  while (!log && (isEmpty(log.error()) || (before && isUnfinished(log.error())))) {
    if (!before) tell(sentenceOfWaiting(log.error(), session.options().language));
    if (isUnfinished(log.error()) && before->code == log.error().code && before->detail == log.error().detail) break;
    before = log.error();
    pause(session.stop());
    if (session.stop().stop_requested()) return cancelled();
    log = session.load(request);
  }
  return log;
}

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
          tell(sentenceOfReadingAnew(now.error(), session.options().language));
        }
      }
    }
    if (readAnew) {
      now = session.load(request);
      if (!now && isPassing(now.error()) && !session.stop().stop_requested()) {
        const bool isGone = now.error().code == ErrorCode::FileNotFound && gone.insert(now.error().subject).second;
        if (isGone) tell(sentenceFor(errorOfGone({now.error().subject}), session.options().language));
        continue;
      }
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
