// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include <cerrno>
#include <cstdio>

#include <fmt/format.h>

#include "messages.h"
#include "store/load_log.h"
#include "terminal.h"

namespace undelivered::cli {

Result<std::shared_ptr<const DeliveryLog>> Session::load(const Request& request, Keep keep) const {
  LoadRequest load;
  load.keep = keep;
  load.paths.assign(m_options.logs.begin(), m_options.logs.end());
  load.catalogue = request.catalogue;
  load.zone = request.zone;
  load.options = request.reading;
  const bool terminal = isTerminal(stderr);
  ProgressSink progress;
  if (terminal) {
    progress = [](Progress at) {
      if (at.total) fmt::print(stderr, "\r{:3} %", 100 * at.done / at.total);
    };
  }
  auto log = loadLog(load, m_stop, progress);
  if (terminal) fmt::print(stderr, "\r     \r");
  if (log) {
    const std::string notes = sentenceFor((*log)->report(), m_options.language);
    if (!notes.empty()) fmt::print(stderr, "{}\n", notes);
  }
  return log;
}

int Session::doneWith(const DeliveryLog& log) {
  return log.report()[IssueKind::FileUnreadable].count > 0 ? kLogUnusable : kDone;
}

Result<void> Session::print(std::string_view text) const {
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return {};
  if (errno == EPIPE || (errno == EINTR && m_stop.stop_requested())) return cancelled();
  return tl::unexpected(Error{ErrorCode::WriteFailed, kStandardOutput, {}, 0, errno});
}

int Session::fail(const Error& error, int otherwise) const {
  // A reader that has seen enough closes the pipe: not a fault, and nobody pressed Ctrl+C.
  if (error.isCancelled() && !m_stop.stop_requested()) return kDone;
  fmt::print(stderr, "undelivered-cli: {}\n", sentenceFor(error, m_options.language));
  switch (error.code) {
    case ErrorCode::Cancelled:
      return kCancelled;
    case ErrorCode::TargetIsLog:
    case ErrorCode::WriteFailed:
      return kOutputFailed;
    case ErrorCode::UnknownZone:
    case ErrorCode::UnknownReason:
    case ErrorCode::BadArgument:
    case ErrorCode::CatalogueInvalid:
      return kUsage;
    case ErrorCode::FileNotFound:
    case ErrorCode::PermissionDenied:
    case ErrorCode::NotAFile:
      return otherwise;
    case ErrorCode::ReadFailed:
    case ErrorCode::FileShrank:
    case ErrorCode::FileGrew:
    case ErrorCode::FileReplaced:
    case ErrorCode::FileChanged:
    case ErrorCode::FolderGrew:
    case ErrorCode::FileGone:
    case ErrorCode::EmptyLog:
    case ErrorCode::EmptyFolder:
    case ErrorCode::NotALog:
    case ErrorCode::NoUsableColumn:
    case ErrorCode::SheetNotALog:
    case ErrorCode::NoHeaderLine:
    case ErrorCode::OtherReport:
    case ErrorCode::UnsupportedFormat:
    case ErrorCode::DamagedArchive:
    case ErrorCode::EncryptedFile:
    case ErrorCode::TooManyFiles:
      return kLogUnusable;
  }
  return kLogUnusable;
}

int Session::failUsage(const Error& error) const {
  fmt::print(stderr, "undelivered-cli: {}\n", sentenceFor(error, m_options.language));
  return kUsage;
}

}  // namespace undelivered::cli
