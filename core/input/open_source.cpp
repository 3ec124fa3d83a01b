// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/open_source.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "input/container/contents.h"

namespace undelivered {
namespace {

/// What can be read only once is copied into a temporary file of its own.
Result<std::shared_ptr<const RandomAccessFile>> openFile(const FileSystem& files, const std::filesystem::path& path,
                                                         const std::stop_token& stop) {
  std::error_code ignored;
  const auto type = std::filesystem::status(path, ignored).type();
  const bool isStream =
      path == "-" || type == std::filesystem::file_type::fifo || type == std::filesystem::file_type::character;
  if (!isStream) return files.open(path);
  auto stream = openStream(path);
  if (!stream) return tl::unexpected(stream.error());
  Spool spool(files);
  return spoolStream(spool, **stream, stop);
}

std::string causeOfSkipping(const Error& error) {
  switch (error.code) {
    case ErrorCode::OtherReport:
      return error.detail + ", which tells no deliveries";
    case ErrorCode::SheetNotALog:
      return "no log in the first of its sheets: " + error.detail;
    case ErrorCode::EmptyLog:
      return "empty";
    case ErrorCode::EmptyFolder:
      return "an empty folder";
    case ErrorCode::FileNotFound:
      return "there is no such file";
    case ErrorCode::PermissionDenied:
      return "access denied";
    case ErrorCode::ReadFailed:
      return "it could not be read";
    default:
      return error.detail;
  }
}

}  // namespace

LogOpener::LogOpener(const FileSystem& files, ReadOptions options, std::stop_token stop,
                     std::function<void(double)> onUnpacked)
    : m_files(files),
      m_options(std::move(options)),
      m_stop(std::move(stop)),
      m_onUnpacked(std::move(onUnpacked)),
      m_spool(files) {}

Result<OpenedLogs> LogOpener::open(const std::filesystem::path& path) {
  Source base;
  base.filePath = path.string();
  const auto file = openFile(m_files, path, m_stop);
  if (!file) return failureAbout(base.filePath, file.error());
  const auto state = (*file)->state();
  if (!state) return failureAbout(base.filePath, state.error());
  if (state->size == 0) return failure(ErrorCode::EmptyLog, base.filePath);
  base.originalSize = state->size;
  base.original = *file;
  base.originalState = *state;

  std::function<void(std::uint64_t)> onRead;
  if (m_onUnpacked) {
    onRead = [this, size = state->size](std::uint64_t at) {
      m_onUnpacked(static_cast<double>(at) / static_cast<double>(size));
    };
  }
  Contents contents({m_files, m_options, m_stop, m_spool, std::move(onRead)}, base);
  const Place place{base.filePath, path == "-" ? "-" : path.filename().string(), {}, 0};
  const auto opened = contents.openFile(place, *file, *state);
  if (opened) return std::move(contents.found());
  // What looks damaged may be the beginning of one file and the end of another.
  if (isNoLog(opened.error())) {
    if (const auto same = checkUnchanged(**file, *state); !same) return failureAbout(base.filePath, same.error());
  }
  Error error = opened.error();
  // It is the file that was changed, not what is in it.
  if (error.isChangedFile()) error.subject = base.filePath;
  return tl::unexpected(std::move(error));
}

bool isNoLog(const Error& error) {
  return error.code == ErrorCode::NotALog || error.code == ErrorCode::NoUsableColumn ||
         error.code == ErrorCode::NoHeaderLine || error.code == ErrorCode::OtherReport ||
         error.code == ErrorCode::SheetNotALog || error.code == ErrorCode::UnsupportedFormat ||
         error.code == ErrorCode::EmptyLog || error.code == ErrorCode::DamagedArchive ||
         error.code == ErrorCode::EncryptedFile;
}

bool isOfOneFile(const Error& error) {
  return isNoLog(error) || error.code == ErrorCode::PermissionDenied || error.code == ErrorCode::ReadFailed;
}

bool mayBeALog(const Error& error) {
  if (error.code == ErrorCode::UnsupportedFormat) {
    constexpr std::string_view kDocuments[] = {"pdf", "docx", "pptx", "odt"};
    return std::find(std::begin(kDocuments), std::end(kDocuments), error.detail) == std::end(kDocuments);
  }
  return error.code == ErrorCode::DamagedArchive || error.code == ErrorCode::EncryptedFile ||
         error.code == ErrorCode::PermissionDenied || error.code == ErrorCode::ReadFailed;
}

SkippedFile skippedFile(std::string path, const Error& error) {
  const IssueKind kind = mayBeALog(error) ? IssueKind::FileUnreadable : IssueKind::FileSkipped;
  return {kind, {std::move(path), 0, causeOfSkipping(error), error}};
}

std::string filesThatAreNoLogs(const std::vector<SkippedFile>& skipped, std::size_t count) {
  constexpr std::size_t kShown = 5;
  std::string cause = "files that are no logs: ";
  for (std::size_t i = 0; i < std::min(count, kShown); ++i) {
    const IssueSample& file = skipped[skipped.size() - count + i].sample;
    cause +=
        fmt::format("{}{} ({})", i > 0 ? ", " : "", std::filesystem::path(file.file).filename().string(), file.detail);
  }
  if (count > kShown) cause += fmt::format(", … (+{})", count - kShown);
  return cause;
}

}  // namespace undelivered
