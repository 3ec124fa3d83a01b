// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <system_error>

#include "input/open_source.h"

namespace undelivered {

namespace {

/// The folder of a maildir where messages are that are still being written (cr.yp.to/proto/maildir.html).
bool isMaildirTmp(const std::filesystem::path& folder) {
  if (folder.filename() != "tmp") return false;
  std::error_code ignored;
  const auto beside = [&](const char* name) {
    return std::filesystem::is_directory(folder.parent_path() / name, ignored);
  };
  return beside("cur") && beside("new");
}

}  // namespace

bool isSetAside(std::string_view name) {
  return name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db" || name == "desktop.ini";
}

Result<std::vector<std::filesystem::path>> expandPath(const std::filesystem::path& path, const std::stop_token& stop) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (path == "-" || !fs::is_directory(path, error)) return std::vector{path};

  const auto unreadable = [&](const fs::path& where) {
    const ErrorCode code = error == std::errc::permission_denied     ? ErrorCode::PermissionDenied
                           : error == std::errc::too_many_files_open ? ErrorCode::TooManyFiles
                                                                     : ErrorCode::ReadFailed;
    return tl::unexpected(Error{code, where.string(), {}, 0, error.value()});
  };
  std::vector<fs::path> found;
  fs::recursive_directory_iterator entry(path, error);
  if (error) return unreadable(path);
  for (const fs::recursive_directory_iterator end; entry != end; entry.increment(error)) {
    if (error) return unreadable(path);
    if (stop.stop_requested()) return cancelled();
    const bool hidden = isSetAside(entry->path().filename().string());
    const bool left = hidden || isMaildirTmp(entry->path());
    if (left && entry->is_directory(error)) entry.disable_recursion_pending();
    if (!hidden && entry->is_regular_file(error)) found.push_back(entry->path());
  }
  if (error) return unreadable(path);
  if (found.empty()) return failure(ErrorCode::EmptyFolder, path.string());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace undelivered
