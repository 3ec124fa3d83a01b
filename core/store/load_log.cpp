// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/load_log.h"

#include <algorithm>
#include <thread>

#include <fmt/format.h>

#include "store/add_source.h"
#include "store/log_builder.h"
#include "store/log_files.h"

namespace undelivered {
namespace {

/// What unpacking takes of a load is told as its first half: how long the rest will be is not known before.
class OpeningProgress {
 public:
  explicit OpeningProgress(const ProgressSink& progress) : m_throttle(progress, 2 * kSteps) {}

  /// The part of all files, from 0 to 1, that the next one is.
  void startFile(double begin, double length) {
    m_begin = begin;
    m_length = length;
  }
  void tell(double unpacked) {
    m_throttle.tell(static_cast<std::uint64_t>((m_begin + unpacked * m_length) * static_cast<double>(kSteps)));
  }

 private:
  static constexpr std::uint64_t kSteps = 1'000'000;

  ProgressThrottle m_throttle;
  double m_begin = 0, m_length = 1;
};

/// A column that the caller names is in one of the logs at least.
Result<void> checkNamedColumns(const LoadRequest& request, const LogFiles& opened) {
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
Zone zoneFor(const LoadRequest& request, const LogFiles& opened) {
  const std::string& chosen = opened.sources.front()->recognition.chosenZone;
  const bool allAgree = std::all_of(opened.sources.begin(), opened.sources.end(),
                                    [&](const auto& source) { return source->recognition.chosenZone == chosen; });
  if (request.zoneIsChosen || chosen.empty() || !allAgree) return request.zone;
  return Zone::find(chosen).value_or(request.zone);
}

}  // namespace

Result<std::shared_ptr<const DeliveryLog>> loadLog(const LoadRequest& request, std::stop_token stop,
                                                   const ProgressSink& progress, const FileSystem& files) {
  LogFiles opened;
  OpeningProgress opening(progress);
  LogOpener opener(files, request.options, stop, [&](double unpacked) { opening.tell(unpacked); });
  const auto onFile = [&](std::size_t path, std::size_t file, std::size_t count) {
    const double length = 1 / static_cast<double>(request.paths.size() * count);
    opening.startFile(static_cast<double>(path * count + file) * length, length);
  };
  if (const auto done = opened.openPaths(request.paths, opener, stop, onFile); !done)
    return tl::unexpected(done.error());
  if (opened.sources.empty()) return failure(ErrorCode::BadArgument, {}, "no log named");

  if (const auto named = checkNamedColumns(request, opened); !named) return tl::unexpected(named.error());

  const unsigned threads = request.threads ? request.threads : std::max(1u, std::thread::hardware_concurrency());
  std::uint64_t total = 0;
  for (const auto& source : opened.sources) total += source->state.size;
  std::uint64_t before = opener.spooledBytes();
  ProgressThrottle throttle(progress, before + total);

  const Zone zone = zoneFor(request, opened);
  DeliveryLogBuilder builder(request.catalogue, zone, request.keep);
  for (auto& source : opened.sources) {
    const auto added =
        addSource({source, request.catalogue, zone, request.blockBytes, threads, opened.sources.size() > 1}, builder,
                  stop, [&](std::uint64_t done) { throttle.tell(before + done); });
    if (!added) return tl::unexpected(added.error());
    before += source->state.size;
  }
  builder.setFolders(std::move(opened.folders));
  for (OpenedFile& file : opened.copies) builder.addCopy(std::move(file));
  for (IssueSample& sample : opened.unread) builder.addIssue(IssueKind::PartNotRead, std::move(sample));
  for (SkippedFile& file : opened.skipped) builder.addIssue(file.kind, std::move(file.sample));
  throttle.finish();
  return builder.seal();
}

}  // namespace undelivered
