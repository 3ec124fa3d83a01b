// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/log_files.h"

#include <iterator>
#include <span>

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
      skipped.push_back({IssueKind::FileRepeated, {source->path, 0, "the same as " + (*same)->path}});
      copies.push_back(openedFileOf(*source));
    } else {
      sources.push_back(std::move(source));
    }
  }
  std::move(logs.skipped.begin(), logs.skipped.end(), std::back_inserter(skipped));
  std::move(logs.unread.begin(), logs.unread.end(), std::back_inserter(unread));
  return {};
}

Result<void> LogFiles::openPaths(const std::vector<std::filesystem::path>& paths, LogOpener& opener,
                                 const std::stop_token& stop, const OnFile& onFile) {
  std::optional<Error> firstError;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto state = stateOfPath(paths[i]);
    const std::size_t told = skipped.size();
    const auto opened =
        openPath(paths[i], opener, stop, [&](std::size_t file, std::size_t count) { onFile(i, file, count); });
    if (!opened) return tl::unexpected(opened.error());
    if (!*opened) continue;
    const Error& error = **opened;
    const bool isOfPath = isOfOneFile(error) || error.code == ErrorCode::FileNotFound ||
                          error.code == ErrorCode::NotAFile || error.code == ErrorCode::EmptyFolder;
    if (paths.size() == 1 || !isOfPath) return tl::unexpected(error);
    if (!firstError) firstError = error;
    refuse(paths[i], state, error, told);
  }
  if (sources.empty() && firstError) return tl::unexpected(*firstError);
  return {};
}

void LogFiles::refuse(const std::filesystem::path& path, const std::optional<FileState>& state, const Error& error,
                      std::size_t told) {
  if (skipped.size() > told) {  // the files of a folder
    for (SkippedFile& file : std::span(skipped).subspan(told)) {
      file.kind = IssueKind::FileUnreadable;
      folders.back().unreadable.insert(file.sample.file);
    }
    return;
  }
  skipped.push_back(skippedFile(path.string(), error));
  skipped.back().kind = IssueKind::FileUnreadable;
  if (path == "-") return;
  LoadedFolder folder{path, {}, {path}};
  if (state && state->size > 0) folder.files[path] = state;
  folders.push_back(std::move(folder));
}

void LogFiles::skip(const std::filesystem::path& file, const Error& error, LoadedFolder& folder) {
  SkippedFile told = skippedFile(file.string(), error);
  if (told.kind == IssueKind::FileUnreadable) folder.unreadable.insert(file);
  skipped.push_back(std::move(told));
}

Result<std::optional<Error>> LogFiles::openPath(const std::filesystem::path& path, LogOpener& opener,
                                                const std::stop_token& stop,
                                                const std::function<void(std::size_t, std::size_t)>& onFile) {
  const auto paths = expandPath(path, stop);
  if (!paths) return std::optional(paths.error());
  const bool isFolder = paths->size() != 1 || paths->front() != path;
  LoadedFolder folder{path, {}, {}};
  std::size_t found = 0;
  std::optional<Error> firstError, systemError;
  bool allEmpty = true;
  for (std::size_t i = 0; i < paths->size(); ++i) {
    const auto& file = (*paths)[i];
    if (stop.stop_requested()) return cancelled();
    onFile(i, paths->size());
    if (!isNew(file)) {
      folder.files[file] = std::nullopt;
      skipped.push_back({IssueKind::FileRepeated, {file.string(), 0, "named twice"}});
      ++found;
      continue;
    }
    const auto state = isFolder ? stateOfPath(file) : std::nullopt;
    auto logs = opener.open(file);
    if (logs) {
      if (auto added = add(std::move(*logs), stop); !added) return tl::unexpected(added.error());
      folder.files[file] = std::nullopt;
      ++found;
      continue;
    }
    const Error& error = logs.error();
    if (!isFolder) return std::optional(error);
    if (!isOfOneFile(error)) return tl::unexpected(error);
    if (!firstError) firstError = error;
    if (!systemError && !isNoLog(error)) systemError = error;
    allEmpty = allEmpty && error.code == ErrorCode::EmptyLog;
    if (state && state->size > 0) folder.files[file] = state;
    skip(file, error, folder);
  }
  if (isFolder) folders.push_back(std::move(folder));
  if (found > 0 || !firstError) return std::optional<Error>();
  if (systemError) return systemError;
  if (paths->size() == 1) return firstError;
  if (allEmpty) return std::optional(Error{ErrorCode::EmptyLog, path.string(), {}});
  return std::optional(Error{ErrorCode::NotALog, path.string(), filesThatAreNoLogs(skipped, paths->size())});
}

Result<void> LogFiles::openNew(const std::filesystem::path& file, LogOpener& opener, const std::stop_token& stop,
                               LoadedFolder& folder) {
  const auto state = stateOfPath(file);
  if (!state) return {};
  if (!isNew(file)) {
    folder.files[file] = std::nullopt;
    skipped.push_back({IssueKind::FileRepeated, {file.string(), 0, "named twice"}});
    return {};
  }
  auto logs = opener.open(file);
  if (logs) {
    folder.files[file] = std::nullopt;
    return add(std::move(*logs), stop);
  }
  const Error& error = logs.error();
  if (error.isChangedFile() || error.code == ErrorCode::FileNotFound || state->size == 0) return {};
  if (!isOfOneFile(error)) return tl::unexpected(error);
  folder.files[file] = state;
  skip(file, error, folder);
  return {};
}

}  // namespace undelivered
