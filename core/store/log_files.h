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

  /// Opens what a path stands for. A file of a folder that is no log is skipped, unless that leaves nothing. `onFile`
  /// is told the number of the file to be opened and how many there are.
  Result<void> openPath(const std::filesystem::path& path, LogOpener& opener, const std::stop_token& stop,
                        const std::function<void(std::size_t, std::size_t)>& onFile);
  /// Opens a file that is new in the folder. One that is still being written, or has gone again, is left for later.
  Result<void> openNew(const std::filesystem::path& file, LogOpener& opener, const std::stop_token& stop,
                       LoadedFolder& folder);

  std::vector<std::shared_ptr<const Source>> sources;
  std::vector<IssueSample> skipped, unread;
  std::vector<OpenedFile> copies;
  std::vector<LoadedFolder> folders;

 private:
  /// Whether the file was not opened before, under this name or another: its messages would count twice.
  bool isNew(const std::filesystem::path& file);
  /// Takes the logs of a file. A log whose text was there before is skipped: it would count twice too.
  Result<void> add(OpenedLogs logs, const std::stop_token& stop);

  std::set<std::filesystem::path> m_files;
  SameContent m_contents;
};

}  // namespace undelivered
