// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/folder_changes.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "input/open_source.h"

namespace undelivered {
namespace {

using Path = std::filesystem::path;
using SizeAndTime = std::pair<std::uint64_t, std::int64_t>;

SizeAndTime sizeAndTime(const FileState& state) { return {state.size, state.modifiedNs}; }

/// The files of the log that are not where they were, by the size and time that they had.
std::multimap<SizeAndTime, Path> byState(const DeliveryLog& log, const std::vector<Path>& gone) {
  std::set<Path> paths(gone.begin(), gone.end());
  std::multimap<SizeAndTime, Path> files;
  const auto take = [&](const OpenedFile& file) {
    // The logs of an archive have their file in common.
    if (paths.erase(file.path) > 0) files.emplace(sizeAndTime(file.state), file.path);
  };
  for (const auto& source : log.sources()) take(openedFileOf(*source));
  for (const OpenedFile& copy : log.copies()) take(copy);
  return files;
}

/// The files of a folder, or the file that stands for one; none where there is none, or none any more.
Result<std::vector<Path>> filesOf(const Path& folder, const std::stop_token& stop) {
  std::error_code ignored;
  if (std::filesystem::is_regular_file(folder, ignored)) return std::vector{folder};
  if (!std::filesystem::is_directory(folder, ignored)) return std::vector<Path>();
  auto files = expandPath(folder, stop);
  if (!files && files.error().code == ErrorCode::EmptyFolder) return std::vector<Path>();
  return files;
}

Result<void> compare(const DeliveryLog& log, std::size_t index, const std::stop_token& stop, FolderChanges& changes) {
  const LoadedFolder& folder = log.folders()[index];
  const auto files = filesOf(folder.path, stop);
  if (!files) return tl::unexpected(files.error());
  std::vector<Path> gone;
  for (const auto& [file, skipped] : folder.files) {
    if (!skipped && !std::binary_search(files->begin(), files->end(), file)) gone.push_back(file);
  }
  std::multimap<SizeAndTime, Path> moved = gone.empty() ? std::multimap<SizeAndTime, Path>() : byState(log, gone);
  std::set<Path> renamed;
  for (const Path& file : *files) {
    if (stop.stop_requested()) return cancelled();
    const auto known = folder.files.find(file);
    if (known != folder.files.end() && !known->second) continue;
    const auto state = stateOfPath(file);
    if (!state || state->size == 0) continue;
    if (known != folder.files.end() && sizeAndTime(*known->second) == sizeAndTime(*state)) continue;
    if (const auto same = moved.find(sizeAndTime(*state)); same != moved.end()) {
      renamed.insert(same->second);
      moved.erase(same);
      continue;
    }
    changes.added.push_back({index, file});
  }
  std::copy_if(gone.begin(), gone.end(), std::back_inserter(changes.gone),
               [&](const Path& file) { return !renamed.contains(file); });
  return {};
}

std::string andMore(std::size_t count) { return count > 1 ? fmt::format(" (+{})", count - 1) : std::string(); }

}  // namespace

std::optional<FileState> stateOfPath(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return std::nullopt;
  const auto time = std::filesystem::last_write_time(path, error);
  if (error) return std::nullopt;
  const auto since1970 = std::chrono::file_clock::to_sys(time).time_since_epoch();
  return FileState{size, std::chrono::duration_cast<std::chrono::nanoseconds>(since1970).count(), 0, 0};
}

Result<FolderChanges> folderChanges(const DeliveryLog& log, const std::stop_token& stop) {
  FolderChanges changes;
  for (std::size_t i = 0; i < log.folders().size(); ++i) {
    if (const auto compared = compare(log, i, stop, changes); !compared) return tl::unexpected(compared.error());
  }
  return changes;
}

std::vector<std::filesystem::path> namedFilesGone(const DeliveryLog& log) {
  const auto isOfFolder = [&](const Path& file) {
    return std::any_of(log.folders().begin(), log.folders().end(),
                       [&](const LoadedFolder& folder) { return folder.files.contains(file); });
  };
  std::vector<Path> gone;
  for (const auto& source : log.sources()) {
    const Path file = source->filePath;
    const bool isKnown = file == "-" || (!gone.empty() && gone.back() == file);
    std::error_code error;
    if (!isKnown && !std::filesystem::exists(file, error) && !error && !isOfFolder(file)) gone.push_back(file);
  }
  return gone;
}

Error errorOfAdded(const DeliveryLog& log, const FolderChanges& changes) {
  const auto& first = changes.added.front();
  const Path& folder = log.folders()[first.folder].path;
  if (first.file == folder) return {ErrorCode::FileGrew, folder.string(), {}};
  return {ErrorCode::FolderGrew, folder.string(),
          first.file.lexically_relative(folder).string() + andMore(changes.added.size())};
}

Error errorOfGone(const std::vector<std::filesystem::path>& gone) {
  return {ErrorCode::FileGone, gone.front().string() + andMore(gone.size()), {}};
}

}  // namespace undelivered
