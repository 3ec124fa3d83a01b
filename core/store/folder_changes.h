// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

#include "base/result.h"
#include "store/delivery_log.h"

namespace undelivered {

/// What has become of the folders of a log since they were loaded. Files that grew or were rewritten are not told here
/// (checkUnchanged() does), nor are those that were given another name, as mail programs do, or have nothing in them.
struct FolderChanges {
  struct Added {
    std::size_t folder = 0;  ///< in DeliveryLog::folders()
    std::filesystem::path file;
  };
  std::vector<Added> added;                 ///< new, or no log when they were looked at and another file by now
  std::vector<std::filesystem::path> gone;  ///< logs
};

/// Lists the folders again. Errors: PermissionDenied, ReadFailed, TooManyFiles, Cancelled.
Result<FolderChanges> folderChanges(const DeliveryLog& log, const std::stop_token& stop = {});

/// The files of logs that were named themselves, and not found in a folder, which are not where they were; each once.
std::vector<std::filesystem::path> namedFilesGone(const DeliveryLog& log);

/// FolderGrew, which names the first of the files that are new; there must be one. FileGrew of one that was named.
Error errorOfAdded(const DeliveryLog& log, const FolderChanges& changes);
/// FileGone, which names the first of the files; there must be one.
Error errorOfGone(const std::vector<std::filesystem::path>& gone);

/// Size and time of what a path names; nothing where there is no file.
std::optional<FileState> stateOfPath(const std::filesystem::path& path);

}  // namespace undelivered
