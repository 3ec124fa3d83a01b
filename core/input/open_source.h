// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "base/random_access_file.h"
#include "base/result.h"
#include "input/header_mapping.h"
#include "input/read_report.h"
#include "input/source.h"
#include "input/spool.h"

namespace undelivered {

/// What the caller knows better than the recogniser.
struct ReadOptions {
  /// Column header (matched like headers are, or "#3" for the third column) by field; replaces the guess in the logs
  /// that have such a column.
  std::map<Field, std::string> columns;
  std::optional<char> delimiter;
  /// The 1-based line that the header of tables starts in; 0: they have none, and their columns are numbered.
  std::optional<std::uint32_t> headerLine;
  std::optional<Encoding> encoding;
  /// What was chosen before for logs of certain headers; the first that fits is taken in place of the guess.
  std::vector<HeaderMapping> mappings;
  /// Take text whose header has no usable column too, as a table of which nothing is known: for a preview.
  bool anyTable = false;
};

/// A file that was not read, and what is told of it.
struct SkippedFile {
  IssueKind kind = IssueKind::FileSkipped;  ///< FileUnreadable, FileSkipped, FileRepeated
  IssueSample sample;
};

/// What a file holds: itself a log, or the logs of an archive in its order.
struct OpenedLogs {
  std::vector<std::shared_ptr<const Source>> sources;  ///< one at least
  std::vector<SkippedFile> skipped;                    ///< members that are no logs, or could not be read
  std::vector<IssueSample> unread;                     ///< parts that were not read: PartNotRead
};

/// Opens the logs of one load. What cannot be read at any place as it stands (UTF-16, what is compressed, workbooks)
/// goes through one nameless temporary file. Not for several threads at once.
class LogOpener {
 public:
  /// `files` must outlive it. `onUnpacked` is told how far unpacking a file has come, from 0 to 1.
  LogOpener(const FileSystem& files, ReadOptions options, std::stop_token stop = {},
            std::function<void(double)> onUnpacked = {});

  /// Opens a file, unpacks and decodes it where needed, and recognises it; "-" is standard input. In an archive a
  /// member that is no log is skipped, unless that leaves nothing.
  /// Errors: FileNotFound, PermissionDenied, ReadFailed, TooManyFiles, WriteFailed (of the temporary file), FileShrank
  /// and its kind, BadArgument, and those of isNoLog().
  Result<OpenedLogs> open(const std::filesystem::path& path);

  /// Bytes that were unpacked or decoded so far.
  std::uint64_t spooledBytes() const { return m_spool.size(); }

 private:
  const FileSystem& m_files;
  ReadOptions m_options;
  std::stop_token m_stop;
  std::function<void(double)> m_onUnpacked;
  Spool m_spool;
};

/// Whether an error is about what is in a file, so that one among others is skipped: NotALog, NoUsableColumn,
/// SheetNotALog, NoHeaderLine, OtherReport, UnsupportedFormat, EmptyLog, DamagedArchive, EncryptedFile.
bool isNoLog(const Error& error);
/// Whether an error is about one file alone and the others can be read: isNoLog(), PermissionDenied, ReadFailed.
bool isOfOneFile(const Error& error);
/// Whether failures may be missing with that file: DamagedArchive, EncryptedFile, PermissionDenied, ReadFailed, and
/// UnsupportedFormat but for documents in words and pictures.
bool mayBeALog(const Error& error);
/// A file, or a member of an archive, that such an error is about: FileUnreadable where it may be a log.
SkippedFile skippedFile(std::string path, const Error& error);
/// The last `count` files that were skipped, as the cause why a folder or archive holds no log: the first few by name.
std::string filesThatAreNoLogs(const std::vector<SkippedFile>& skipped, std::size_t count);

/// Whether the name is of a file that nobody put there as a log: it is hidden, or Excel's or Windows' own ("~$a.xlsx",
/// "Thumbs.db", "desktop.ini").
bool isSetAside(std::string_view name);

/// The files that a path stands for: itself, or every regular file below a folder that is not set aside, in the
/// order of their names. What a maildir keeps in tmp/ is still being written and no file of it.
Result<std::vector<std::filesystem::path>> expandPath(const std::filesystem::path& path,
                                                      const std::stop_token& stop = {});

}  // namespace undelivered
