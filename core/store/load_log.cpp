// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/load_log.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <thread>

#include <fmt/format.h>

#include "input/same_content.h"
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

  /// Takes the logs of a file. A log whose text was there before is skipped: it would count twice too.
  Result<void> add(OpenedLogs logs, const std::stop_token& stop) {
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

  std::vector<std::shared_ptr<const Source>> sources;
  std::vector<IssueSample> skipped, unread;
  std::vector<OpenedFile> copies;

 private:
  std::set<std::filesystem::path> m_files;
  SameContent m_contents;
};

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

/// Opens what a path stands for. A file of a folder that is no log is skipped, unless that leaves nothing.
Result<void> openPath(const std::filesystem::path& path, LogOpener& opener, const std::stop_token& stop,
                      const std::function<void(std::size_t, std::size_t)>& onFile, Opened& opened) {
  const auto paths = expandPath(path, stop);
  if (!paths) return tl::unexpected(paths.error());
  const bool folder = paths->size() != 1 || paths->front() != path;
  std::size_t found = 0;
  std::optional<Error> firstError;
  for (std::size_t i = 0; i < paths->size(); ++i) {
    const auto& file = (*paths)[i];
    if (stop.stop_requested()) return cancelled();
    onFile(i, paths->size());
    if (!opened.isNew(file)) {
      opened.skipped.push_back({file.string(), 0, "named twice"});
      ++found;
      continue;
    }
    auto logs = opener.open(file);
    if (logs) {
      if (auto added = opened.add(std::move(*logs), stop); !added) return added;
      ++found;
      continue;
    }
    const Error& error = logs.error();
    if (!folder || !isNoLog(error)) return tl::unexpected(error);
    if (!firstError) firstError = error;
    opened.skipped.push_back({file.string(), 0, causeOfSkipping(error)});
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

tl::unexpected<Error> errorAbout(const Source& source, Error error) {
  if (error.subject.empty()) error.subject = source.path;
  return tl::unexpected<Error>(std::move(error));
}

/// By which extendLog() knows the log again; 0 for one that cannot be read on.
Result<std::uint64_t> markOf(const Source& source) {
  if (source.original) return 0;
  return fingerprint(*source.file, source.state.size);
}

/// What a spreadsheet has done to the form of a log as a whole.
void tellForm(const Source& source, DeliveryLogBuilder& builder) {
  const Recognition& recognition = source.recognition;
  const std::uint64_t header = recognition.dataLine - 1;
  if (recognition.emptyColumns > 0) {
    builder.addIssue(IssueKind::EmptyColumns, {source.path, header, std::to_string(recognition.emptyColumns)});
  }
  if (recognition.quotedLines) builder.addIssue(IssueKind::QuotedLines, {source.path, header, {}});
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
  OpeningProgress opening(progress);
  LogOpener opener(files, request.options, stop, [&](double unpacked) { opening.tell(unpacked); });
  for (std::size_t i = 0; i < request.paths.size(); ++i) {
    const auto onFile = [&](std::size_t file, std::size_t count) {
      const double length = 1 / static_cast<double>(request.paths.size() * count);
      opening.startFile(static_cast<double>(i * count + file) * length, length);
    };
    const auto done = openPath(request.paths[i], opener, stop, onFile, opened);
    if (!done) return tl::unexpected(done.error());
  }
  if (opened.sources.empty()) return failure(ErrorCode::BadArgument, {}, "no log named");

  if (const auto named = checkNamedColumns(request, opened); !named) return tl::unexpected(named.error());

  const unsigned threads = request.threads ? request.threads : std::max(1u, std::thread::hardware_concurrency());
  std::uint64_t total = 0;
  for (const auto& source : opened.sources) total += source->state.size;
  std::uint64_t before = opener.spooledBytes();
  ProgressThrottle throttle(progress, before + total);

  const Zone zone = zoneFor(request, opened);
  DeliveryLogBuilder builder(request.catalogue, zone);
  for (auto& source : opened.sources) {
    const auto mark = markOf(*source);
    if (!mark) return errorAbout(*source, mark.error());
    SourceLoad load{
        source,       builder.addSource(source, *mark), request.catalogue, zone, request.blockBytes, threads,
        std::nullopt, opened.sources.size() > 1};
    tellForm(*source, builder);
    const auto loaded = loadSource(load, builder, stop, [&](std::uint64_t done) { throttle.tell(before + done); });
    if (!loaded) return errorAbout(*source, loaded.error());
    if (const auto same = checkReadAsOne(*source); !same) return tl::unexpected(same.error());
    before += source->state.size;
  }
  for (OpenedFile& file : opened.copies) builder.addCopy(std::move(file));
  for (IssueSample& sample : opened.unread) builder.addIssue(IssueKind::PartNotRead, std::move(sample));
  for (IssueSample& sample : opened.skipped) builder.addIssue(IssueKind::FileSkipped, std::move(sample));
  auto log = builder.seal(threads, stop);
  if (log) throttle.finish();
  return log;
}

}  // namespace undelivered
