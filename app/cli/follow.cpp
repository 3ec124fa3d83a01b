// SPDX-License-Identifier: GPL-3.0-or-later
#include "follow.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include <fmt/format.h>

#include "messages.h"
#include "store/extend_log.h"

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

}  // namespace

int follow(const Session& session, const Request& request, std::shared_ptr<const DeliveryLog> log,
           const std::function<Result<void>(const std::shared_ptr<const DeliveryLog>&)>& show) {
  bool readAnew = false;
  while (true) {
    pause(session.stop());
    if (session.stop().stop_requested()) return kCancelled;
    Result<std::shared_ptr<const DeliveryLog>> now = log;
    if (!readAnew) {
      now = extendLog(log, {}, session.stop());
      if (!now && now.error().isChangedFile()) {
        readAnew = true;
        if (now.error().code != ErrorCode::FileGrew) {
          fmt::print(stderr, "undelivered-cli: {}\n", sentenceFor(now.error(), session.options().language));
        }
      }
    }
    if (readAnew) {
      now = session.load(request);
      if (!now && isPassing(now.error()) && !session.stop().stop_requested()) continue;
    }
    if (!now) return session.fail(now.error());
    if (*now == log) continue;
    readAnew = false;
    log = *now;
    if (const auto shown = show(log); !shown) return session.fail(shown.error());
  }
}

}  // namespace undelivered::cli
