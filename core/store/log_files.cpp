// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/log_files.h"

#include <iterator>

#include "store/folder_changes.h"

namespace undelivered {

Result<LogFiles> LogFiles::behind(const DeliveryLog& log, const std::stop_token& stop) {
  LogFiles files;
  for (const auto& source : log.sources()) {
    files.isNew(source->filePath);
    const auto known = files.m_contents.find(source, stop);
    if (!known) return tl::unexpected(known.error());
  }
  return files;
}

bool LogFiles::isNew(const std::filesystem::path& file) {
  std::error_code error;
  const auto real = std::filesystem::canonical(file, error);
  return error || file == "-" || m_files.insert(real).second;
}

Result<void> LogFiles::add(OpenedLogs logs, const std::stop_token& stop) {
  for (auto& source : logs.sources) {
    const auto same = m_contents.find(source, stop);
    if (!same) return tl::unexpected(same.error());
    if (*same) {
      skipped.push_back({source->path, 0, "the same as " + (*same)->path});
      copies.push_back(openedFileOf(*source));
    } else {
      sources.push_back(std::move(source));
    }
  }
  std::move(logs.skipped.begin(), logs.skipped.end(), std::back_inserter(skipped));
  std::move(logs.unread.begin(), logs.unread.end(), std::back_inserter(unread));
  return {};
}

Result<void> LogFiles::openPath(const std::filesystem::path& path, LogOpener& opener, const std::stop_token& stop,
                                const std::function<void(std::size_t, std::size_t)>& onFile) {
  const auto paths = expandPath(path, stop);
  if (!paths) return tl::unexpected(paths.error());
  const bool isFolder = paths->size() != 1 || paths->front() != path;
  LoadedFolder folder{path, {}};
  std::size_t found = 0;
  std::optional<Error> firstError;
  bool allEmpty = true;
  for (std::size_t i = 0; i < paths->size(); ++i) {
    const auto& file = (*paths)[i];
    if (stop.stop_requested()) return cancelled();
    onFile(i, paths->size());
    if (!isNew(file)) {
      folder.files[file] = std::nullopt;
      skipped.push_back({file.string(), 0, "named twice"});
      ++found;
      continue;
    }
    const auto state = isFolder ? stateOfPath(file) : std::nullopt;
    auto logs = opener.open(file);
    if (logs) {
      if (auto added = add(std::move(*logs), stop); !added) return added;
      folder.files[file] = std::nullopt;
      ++found;
      continue;
    }
    const Error& error = logs.error();
    if (!isFolder || !isNoLog(error)) return tl::unexpected(error);
    if (!firstError) firstError = error;
    allEmpty = allEmpty && error.code == ErrorCode::EmptyLog;
    if (state && state->size > 0) folder.files[file] = state;
    skipped.push_back({file.string(), 0, causeOfSkipping(error)});
  }
  if (isFolder) folders.push_back(std::move(folder));
  if (found > 0 || !firstError) return {};
  if (paths->size() == 1) return tl::unexpected(*firstError);
  if (allEmpty) return failure(ErrorCode::EmptyLog, path.string());
  return failure(ErrorCode::NotALog, path.string(), filesThatAreNoLogs(skipped, paths->size()));
}

Result<void> LogFiles::openNew(const std::filesystem::path& file, LogOpener& opener, const std::stop_token& stop,
                               LoadedFolder& folder) {
  const auto state = stateOfPath(file);
  if (!state) return {};
  if (!isNew(file)) {
    folder.files[file] = std::nullopt;
    skipped.push_back({file.string(), 0, "named twice"});
    return {};
  }
  auto logs = opener.open(file);
  if (logs) {
    folder.files[file] = std::nullopt;
    return add(std::move(*logs), stop);
  }
  const Error& error = logs.error();
  if (error.isChangedFile() || error.code == ErrorCode::FileNotFound || state->size == 0) return {};
  if (!isNoLog(error)) return tl::unexpected(error);
  folder.files[file] = state;
  skipped.push_back({file.string(), 0, causeOfSkipping(error)});
  return {};
}

}  // namespace undelivered
