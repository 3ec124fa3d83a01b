// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include <tl/expected.hpp>

namespace undelivered {

/// Why an operation gave no value. Words for people are made from it in app/i18n and app/cli, never here.
enum class ErrorCode : std::uint8_t {
  Cancelled,          ///< the caller's stop token was set; not a fault
  FileNotFound,       ///< subject: path
  PermissionDenied,   ///< subject: path
  NotAFile,           ///< subject: path of a socket, device, ... where a file or folder was expected
  ReadFailed,         ///< subject: path; systemError says why
  TooManyFiles,       ///< subject: path; as many files are open as the system allows this program
  FileShrank,         ///< subject: path; the log is shorter than when it was loaded
  FileGrew,           ///< subject: path; the log is longer than when it was loaded
  FileReplaced,       ///< subject: path; another file has taken the place of the log that was loaded
  FileChanged,        ///< subject: path; the log was rewritten since it was loaded, or its text is not what it was
  FolderGrew,         ///< subject: folder; detail: which files are new in it since it was loaded
  FileGone,           ///< subject: path; a log that was loaded has gone from its folder; what was read of it is right
  EmptyLog,           ///< subject: path; nothing in it
  EmptyFolder,        ///< subject: path; no file in the folder
  NotALog,            ///< subject: path; detail: what was found instead
  NoUsableColumn,     ///< subject: path; detail: the header found; neither a reason code nor a status in it
  SheetNotALog,       ///< subject: path; detail: a workbook's sheets; only the first was read, and it is no log
  NoHeaderLine,       ///< subject: path; detail: why the line that was named is no header, as that it has none such
  OtherReport,        ///< subject: path; detail: which daily report of collect.AI it is; it tells no deliveries
  UnsupportedFormat,  ///< subject: path; detail: the format's name (xls, pdf, ...)
  DamagedArchive,     ///< subject: path; detail: where and how a compressed log, an archive or a workbook is damaged
  EncryptedFile,      ///< subject: path; protected by a password
  UnknownZone,        ///< subject: the zone's name
  UnknownReason,      ///< subject: the code
  BadArgument,        ///< subject: the argument; detail: what is wrong with it
  CatalogueInvalid,   ///< subject: path; line; detail: what is wrong with it
  TargetIsLog,        ///< subject: path; what was to be written would replace a log that is open
  WriteFailed,        ///< subject: path; systemError says why (ENOSPC: the disk is full)
};

/// An operation that failed: a code and its context.
struct Error {
  ErrorCode code = ErrorCode::ReadFailed;
  std::string subject;     ///< what it happened to, usually a path
  std::string detail;      ///< more of the cause, in English, for people who look closely
  std::uint64_t line = 0;  ///< 1-based line in the subject, 0: does not apply
  int systemError = 0;     ///< errno, 0: none

  bool isCancelled() const { return code == ErrorCode::Cancelled; }
  /// What was loaded is not what is there now: what helps is to read it again.
  bool isChangedFile() const {
    return code == ErrorCode::FileShrank || code == ErrorCode::FileGrew || code == ErrorCode::FileReplaced ||
           code == ErrorCode::FileChanged || code == ErrorCode::FolderGrew || code == ErrorCode::FileGone;
  }
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> cancelled() { return tl::unexpected<Error>(Error{ErrorCode::Cancelled, {}, {}}); }

inline tl::unexpected<Error> failure(ErrorCode code, std::string subject, std::string detail = {}) {
  return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

/// The error, about `subject` where it names nothing itself.
inline tl::unexpected<Error> failureAbout(std::string subject, Error error) {
  if (error.subject.empty()) error.subject = std::move(subject);
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace undelivered
