// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/load_log.h"

#include <algorithm>
#include <set>
#include <span>
#include <thread>

#include <fmt/format.h>

#include "store/log_builder.h"
#include "store/source_loader.h"

namespace undelivered {
namespace {

struct Opened {
  /// Whether the file was not opened before, under this name or another: its messages would count twice.
  bool isNew(const std::filesystem::path& file) {
    std::error_code error;
    const auto real = std::filesystem::canonical(file, error);
    return error || file == "-" || m_files.insert(real).second;
  }

  std::vector<std::shared_ptr<const Source>> sources;
  std::vector<IssueSample> skipped;

 private:
  std::set<std::filesystem::path> m_files;
};

/// The last files that were skipped, as the cause why a folder holds no log: the first few of them by name.
std::string filesThatAreNoLogs(std::span<const IssueSample> skipped, std::size_t count) {
  constexpr std::size_t kShown = 5;
  std::string cause = "files that are no logs: ";
  for (std::size_t i = 0; i < std::min(count, kShown); ++i) {
    const IssueSample& file = skipped[skipped.size() - count + i];
    cause +=
        fmt::format("{}{} ({})", i > 0 ? ", " : "", std::filesystem::path(file.file).filename().string(), file.detail);
  }
  if (count > kShown) cause += fmt::format(", … (+{})", count - kShown);
  return cause;
}

/// Opens what a path stands for. A file of a folder that is no log is skipped, unless that leaves nothing.
Result<void> openPath(const std::filesystem::path& path, const LoadRequest& request, const FileSystem& files,
                      const std::stop_token& stop, Opened& opened) {
  const auto paths = expandPath(path, stop);
  if (!paths) return tl::unexpected(paths.error());
  const bool folder = paths->size() != 1 || paths->front() != path;
  std::size_t found = 0;
  std::optional<Error> firstError;
  for (const auto& file : *paths) {
    if (stop.stop_requested()) return cancelled();
    if (!opened.isNew(file)) {
      opened.skipped.push_back({file.string(), 0, "named twice"});
      ++found;
      continue;
    }
    auto source = openSource(files, file, request.options, stop);
    if (source) {
      opened.sources.push_back(std::move(*source));
      ++found;
      continue;
    }
    const Error& error = source.error();
    const bool noLog = error.code == ErrorCode::NotALog || error.code == ErrorCode::NoUsableColumn ||
                       error.code == ErrorCode::UnsupportedFormat || error.code == ErrorCode::EmptyLog;
    if (!folder || !noLog) return tl::unexpected(error);
    if (!firstError) firstError = error;
    opened.skipped.push_back({file.string(), 0, error.code == ErrorCode::EmptyLog ? "empty" : error.detail});
  }
  if (found > 0 || !firstError) return {};
  if (paths->size() == 1) return tl::unexpected(*firstError);
  return failure(ErrorCode::NotALog, path.string(), filesThatAreNoLogs(opened.skipped, paths->size()));
}

/// A column that the caller names is in one of the logs at least.
Result<void> checkNamedColumns(const LoadRequest& request, const Opened& opened) {
  for (const auto& [field, wanted] : request.options.columns) {
    const auto has = [field = field](const auto& source) { return source->recognition.named.contains(field); };
    if (std::any_of(opened.sources.begin(), opened.sources.end(), has)) continue;
    return failure(
        ErrorCode::BadArgument, wanted,
        fmt::format("no such column; the header is: {}", fmt::join(opened.sources.front()->recognition.columns, ", ")));
  }
  return {};
}

/// The zone that was chosen before for all of the logs; else the request's, as for logs that disagree.
Zone zoneFor(const LoadRequest& request, const Opened& opened) {
  const std::string& chosen = opened.sources.front()->recognition.chosenZone;
  const bool allAgree = std::all_of(opened.sources.begin(), opened.sources.end(),
                                    [&](const auto& source) { return source->recognition.chosenZone == chosen; });
  if (request.zoneIsChosen || chosen.empty() || !allAgree) return request.zone;
  return Zone::find(chosen).value_or(request.zone);
}

/// What was read block by block must be one state of the file. A log that others append to while it is read is one up
/// to where it ended when it was opened.
Result<void> checkReadAsOne(const Source& source) {
  auto same = checkUnchanged(source);
  if (!same && same.error().code == ErrorCode::FileGrew) return {};
  return same;
}

}  // namespace

Result<std::shared_ptr<const DeliveryLog>> loadLog(const LoadRequest& request, std::stop_token stop,
                                                   const ProgressSink& progress, const FileSystem& files) {
  Opened opened;
  for (const auto& path : request.paths) {
    if (const auto done = openPath(path, request, files, stop, opened); !done) return tl::unexpected(done.error());
  }
  if (opened.sources.empty()) return failure(ErrorCode::BadArgument, {}, "no log named");

  if (const auto named = checkNamedColumns(request, opened); !named) return tl::unexpected(named.error());

  const unsigned threads = request.threads ? request.threads : std::max(1u, std::thread::hardware_concurrency());
  std::uint64_t total = 0;
  for (const auto& source : opened.sources) total += source->state.size;
  ProgressThrottle throttle(progress, total);

  const Zone zone = zoneFor(request, opened);
  DeliveryLogBuilder builder(request.catalogue, zone);
  std::uint64_t before = 0;
  for (auto& source : opened.sources) {
    SourceLoad load{source, builder.addSource(source), request.catalogue, zone, request.blockBytes, threads};
    const auto loaded = loadSource(load, builder, stop, [&](std::uint64_t done) { throttle.tell(before + done); });
    if (!loaded) {
      Error error = loaded.error();
      if (error.subject.empty()) error.subject = source->path;
      return tl::unexpected(std::move(error));
    }
    if (const auto same = checkReadAsOne(*source); !same) return tl::unexpected(same.error());
    before += source->state.size;
  }
  for (IssueSample& sample : opened.skipped) builder.addIssue(IssueKind::FileSkipped, std::move(sample));
  auto log = builder.seal(threads, stop);
  if (log) throttle.finish();
  return log;
}

}  // namespace undelivered
