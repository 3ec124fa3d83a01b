// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <set>
#include <stop_token>
#include <vector>

#include "input/open_source.h"
#include "input/same_content.h"
#include "store/delivery_log.h"

namespace undelivered {

/// Opens the files that a load is about, each text once. Not for several threads at once.
class LogFiles {
 public:
  LogFiles() = default;
  /// To add to a log: its texts are known already. ReadFailed and its kind, Cancelled.
  static Result<LogFiles> behind(const DeliveryLog& log, const std::stop_token& stop);

  /// Told before a file is opened: the number of the path, that of the file in it, and how many files that has.
  using OnFile = std::function<void(std::size_t, std::size_t, std::size_t)>;
  /// Opens what the paths stand for. A file of a folder, or one of several paths, that is no log or cannot be read is
  /// skipped and told, unless that leaves nothing: then the first path's error is given.
  Result<void> openPaths(const std::vector<std::filesystem::path>& paths, LogOpener& opener,
                         const std::stop_token& stop, const OnFile& onFile);
  /// Opens a file that is new in the folder. One that is still being written, or has gone again, is left for later.
  Result<void> openNew(const std::filesystem::path& file, LogOpener& opener, const std::stop_token& stop,
                       LoadedFolder& folder);

  std::vector<std::shared_ptr<const Source>> sources;
  std::vector<SkippedFile> skipped;
  std::vector<IssueSample> unread;
  std::vector<OpenedFile> copies;
  std::vector<LoadedFolder> folders;

 private:
  /// What is wrong with the path where nothing of it could be used; an error ends it all.
  Result<std::optional<Error>> openPath(const std::filesystem::path& path, LogOpener& opener,
                                        const std::stop_token& stop,
                                        const std::function<void(std::size_t, std::size_t)>& onFile);
  /// Tells that nothing of one of several paths could be read; `told` of what was skipped are of those before. A file
  /// is watched like a folder from now on.
  void refuse(const std::filesystem::path& path, const std::optional<FileState>& state, const Error& error,
              std::size_t told);
  /// Tells that a file of a folder was not read.
  void skip(const std::filesystem::path& file, const Error& error, LoadedFolder& folder);
  /// Whether the file was not opened before, under this name or another: its messages would count twice.
  bool isNew(const std::filesystem::path& file);
  /// Takes the logs of a file. A log whose text was there before is skipped: it would count twice too.
  Result<void> add(OpenedLogs logs, const std::stop_token& stop);

  std::set<std::filesystem::path> m_files;
  SameContent m_contents;
};

}  // namespace undelivered
