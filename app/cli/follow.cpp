// SPDX-License-Identifier: GPL-3.0-or-later
#include "follow.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <utility>
#include <vector>

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

/// Whether a log may be so only because it is just being written.
bool isUnfinished(const Error& error) {
  return error.code == ErrorCode::EmptyLog || error.code == ErrorCode::EmptyFolder ||
         error.code == ErrorCode::NotALog || error.code == ErrorCode::NoUsableColumn ||
         error.code == ErrorCode::DamagedArchive;
}

bool isEmpty(const Error& error) { return error.code == ErrorCode::EmptyLog || error.code == ErrorCode::EmptyFolder; }

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

/// Tells what was left out or noted, where that is more than it was.
void tellNotes(const Session& session, const DeliveryLog& before, const DeliveryLog& now) {
  const std::string& language = session.options().language;
  const std::string notes = sentenceFor(now.report(), language);
  if (!notes.empty() && notes != sentenceFor(before.report(), language)) fmt::print(stderr, "{}\n", notes);
}

/// The time between two readings. What could not be read because it is unfinished is not read again before one of the
/// files has changed.
class Waiting {
 public:
  explicit Waiting(const Session& session) : m_session(session) {}

  void pause() {
    const std::stop_token stop = m_session.stop();
    do {
      cli::pause(stop);
    } while (m_isStuck && !stop.stop_requested() && m_state == stateOfFiles());
    m_isStuck = false;
    m_state = stateOfFiles();  // before the reading, so that nothing is missed that comes during it
  }
  /// Tells once what is in the way.
  void isStuckBy(const Error& error) {
    if (m_told != error.code) tell(sentenceOfWaiting(error, m_session.options().language));
    m_told = error.code;
    m_isStuck = true;
  }
  void hasRead() { m_told.reset(); }

 private:
  using State = std::pair<std::uintmax_t, std::filesystem::file_time_type>;

  /// Of each named file its size and time; of a folder, whose files say more, what is never the same.
  std::vector<State> stateOfFiles() {
    std::vector<State> states;
    for (const std::string& path : m_session.options().logs) {
      std::error_code error;
      if (std::filesystem::is_directory(path, error)) {
        states.emplace_back(++m_readings, std::filesystem::file_time_type());
      } else {
        const std::uintmax_t size = std::filesystem::file_size(path, error);
        states.emplace_back(size, std::filesystem::last_write_time(path, error));
      }
    }
    return states;
  }

  const Session& m_session;
  std::uintmax_t m_readings = 0;
  std::vector<State> m_state = stateOfFiles();
  bool m_isStuck = false;
  std::optional<ErrorCode> m_told;
};

}  // namespace

Result<std::shared_ptr<const DeliveryLog>> loadToFollow(const Session& session, const Request& request) {
  Waiting waiting(session);
  auto log = session.load(request);
  // What has something in it from the start, but nothing to read, is no log.
  if (log || !isEmpty(log.error())) return log;
  while (!log && isUnfinished(log.error())) {
    waiting.isStuckBy(log.error());
    waiting.pause();
    if (session.stop().stop_requested()) return cancelled();
    log = session.load(request);
  }
  return log;
}

int follow(const Session& session, const Request& request, std::shared_ptr<const DeliveryLog> log,
           const std::function<Result<void>(const std::shared_ptr<const DeliveryLog>&)>& show) {
  bool readAnew = false;
  std::set<std::filesystem::path> gone;  // what was told
  Waiting waiting(session);
  while (true) {
    waiting.pause();
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
      const bool isGone = !now && now.error().code == ErrorCode::FileNotFound;  // for a moment: it may come back
      if (isGone && gone.insert(now.error().subject).second)
        tell(sentenceFor(errorOfGone({now.error().subject}), session.options().language));
      if (isGone || (!now && now.error().isChangedFile())) continue;
    }
    if (!now && isUnfinished(now.error())) {
      waiting.isStuckBy(now.error());
      continue;
    }
    if (!now) return session.fail(now.error());
    waiting.hasRead();
    if (*now == log) continue;
    if (readAnew) {
      gone.clear();
    } else {
      tellSkipped(session, *log, **now);
      tellNotes(session, *log, **now);
    }
    readAnew = false;
    log = *now;
    if (const auto shown = show(log); !shown) return session.fail(shown.error());
  }
}

}  // namespace undelivered::cli
