// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/extend_log.h"

#include <algorithm>
#include <thread>

#include "store/add_source.h"
#include "store/folder_changes.h"
#include "store/log_builder.h"
#include "store/log_files.h"
#include "store/source_loader.h"

namespace undelivered {
namespace {

/// Where reading goes on.
struct Resume {
  std::uint64_t offset = 0;
  std::uint64_t line = 1;
};

/// The last chunk of a source that has records; null where none has.
const Chunk* lastChunk(const DeliveryLog& log, SourceId id) {
  const auto chunks = log.chunks();
  const auto found = std::find_if(chunks.rbegin(), chunks.rend(),
                                  [&](const Chunk& chunk) { return chunk.source == id && chunk.size() > 0; });
  return found == chunks.rend() ? nullptr : &*found;
}

/// The line breaks in [from, to) of a file.
Result<std::uint64_t> countLines(const RandomAccessFile& file, std::uint64_t from, std::uint64_t to) {
  std::vector<char> piece(std::size_t{1} << 18);
  std::uint64_t lines = 0;
  while (from < to) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), to - from));
    const auto read = file.readAt(from, {piece.data(), wanted});
    if (!read) return tl::unexpected(read.error());
    if (*read < wanted) return failure(ErrorCode::FileShrank, {});
    lines += static_cast<std::uint64_t>(
        std::count(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(wanted), '\n'));
    from += wanted;
  }
  return lines;
}

/// Behind the text that was read where that ended with a line; else at its last record, which may not have been whole.
/// Nothing where it cannot be told which records that would read twice.
Result<std::optional<Resume>> resumeOf(const DeliveryLog& log, SourceId id) {
  const Source& source = log.source(id);
  const Recognition& recognition = source.recognition;
  const bool json = recognition.format == Format::CollectAiEvents || recognition.format == Format::ProviderEvents;
  const bool readable = recognition.format == Format::Delimited || recognition.format == Format::Lines ||
                        (json && recognition.oneObjectPerLine);
  if (source.original || !readable || log.fingerprintOf(id) == 0) return std::optional<Resume>();

  const Chunk* last = lastChunk(log, id);
  Resume resume{recognition.dataOffset, recognition.dataLine};
  if (last) resume = {last->baseOffset + last->offset.back(), last->line(last->size() - 1)};
  char end = '\n';
  if (source.state.size > 0) {
    const auto read = source.file->readAt(source.state.size - 1, {&end, 1});
    if (!read) return tl::unexpected(read.error());
  }
  if (end == '\n') {
    const auto lines = countLines(*source.file, resume.offset, source.state.size);
    if (!lines) return tl::unexpected(lines.error());
    return std::optional(Resume{source.state.size, resume.line + *lines});
  }
  // The last record would be known as one that comes again.
  if (log.hasEventIds() && last) return std::optional<Resume>();
  return std::optional(resume);
}

/// What a source is now that it has grown; null where it is as it was.
Result<std::shared_ptr<const Source>> grown(const DeliveryLog& log, SourceId id) {
  const Source& source = log.source(id);
  const auto same = checkUnchanged(source);
  if (same) return nullptr;
  if (same.error().code != ErrorCode::FileGrew) return tl::unexpected(same.error());
  if (source.original || log.fingerprintOf(id) == 0) return tl::unexpected(same.error());
  const auto before = fingerprint(*source.file, source.state.size);
  if (!before) return failureAbout(source.path, before.error());
  if (*before != log.fingerprintOf(id)) return failure(ErrorCode::FileChanged, source.path);
  auto now = std::make_shared<Source>(source);
  const auto state = source.file->state();
  if (!state) return failureAbout(source.path, state.error());
  now->state = *state;
  now->originalSize = state->size;
  return now;
}

/// Adds the files that are new in the folders; false where there is none.
Result<bool> addNewFiles(const DeliveryLog& log, const AddedSource& how, LogOpener& opener, DeliveryLogBuilder& builder,
                         const std::stop_token& stop, const ProgressSink& progress) {
  const auto changes = folderChanges(log, stop);
  if (stop.stop_requested()) return cancelled();
  // A folder that cannot be listed just now has nothing new.
  if (!changes || changes->added.empty()) return false;
  std::vector<LoadedFolder> folders(log.folders().begin(), log.folders().end());
  auto opened = LogFiles::behind(log, stop);
  if (!opened) return tl::unexpected(opened.error());
  for (const auto& added : changes->added) {
    LoadedFolder& folder = folders[added.folder];
    const bool wasSkipped = folder.files.contains(added.file);
    const bool wasUnreadable = folder.unreadable.erase(added.file) > 0;
    const bool wasEmpty = !wasUnreadable && folder.unreadable.erase(folder.path) > 0;
    if (const auto done = opened->openNew(added.file, opener, stop, folder); !done) return tl::unexpected(done.error());
    if (wasEmpty) builder.forgetSkipped(IssueKind::FileUnreadable, folder.path.string());
    if (wasSkipped || wasUnreadable) {
      builder.forgetSkipped(wasUnreadable ? IssueKind::FileUnreadable : IssueKind::FileSkipped, added.file.string());
    }
  }
  for (const auto& source : opened->sources) {
    // The messages of a single log were not kept to be known again; and one zone is for all.
    const std::string& chosen = source->recognition.chosenZone;
    if (log.sources().size() < 2 || (!chosen.empty() && chosen != log.zone().name()))
      return failure(ErrorCode::FileGrew, source->path);
    AddedSource added = how;
    added.source = source;
    ProgressThrottle throttle(progress, source->state.size);
    const auto read = addSource(std::move(added), builder, stop, [&](std::uint64_t done) { throttle.tell(done); });
    if (!read) return tl::unexpected(read.error());
  }
  builder.setFolders(std::move(folders));
  for (OpenedFile& file : opened->copies) builder.addCopy(std::move(file));
  for (IssueSample& sample : opened->unread) builder.addIssue(IssueKind::PartNotRead, std::move(sample));
  for (SkippedFile& file : opened->skipped) builder.addIssue(file.kind, std::move(file.sample));
  return !opened->sources.empty() || !opened->skipped.empty();
}

}  // namespace

Result<bool> hasGrown(const DeliveryLog& log) {
  bool any = false;
  for (const auto& source : log.sources()) {
    const auto same = checkUnchanged(*source);
    if (!same && same.error().code != ErrorCode::FileGrew) return tl::unexpected(same.error());
    any |= !same;
  }
  return any;
}

Result<std::shared_ptr<const DeliveryLog>> extendLog(const std::shared_ptr<const DeliveryLog>& log,
                                                     const ExtendRequest& request, std::stop_token stop,
                                                     const ProgressSink& progress, const FileSystem& files) {
  DeliveryLogBuilder builder(*log);
  const std::shared_ptr<const Catalogue> catalogue(log, &log->catalogue());
  const unsigned threads = request.threads ? request.threads : std::max(1u, std::thread::hardware_concurrency());
  bool any = false;
  for (std::uint32_t i = 0; i < log->sources().size(); ++i) {
    const SourceId id{i};
    if (stop.stop_requested()) return cancelled();
    const auto now = grown(*log, id);
    if (!now) return tl::unexpected(now.error());
    if (!*now) continue;
    any = true;
    const auto resume = resumeOf(*log, id);
    if (!resume) return failureAbout(log->source(id).path, resume.error());
    if (!*resume) return failure(ErrorCode::FileGrew, log->source(id).path);
    const auto mark = fingerprint(*(*now)->file, (*now)->state.size);
    if (!mark) return failureAbout((*now)->path, mark.error());
    builder.resumeSource(id, *now, *mark, (*resume)->offset, (*resume)->line);
    SourceLoad load{
        *now, id, catalogue, log->zone(), request.blockBytes, threads, (*resume)->offset, log->sources().size() > 1};
    ProgressThrottle throttle(progress, (*now)->state.size);
    const auto loaded = loadSource(load, builder, stop, [&](std::uint64_t done) { throttle.tell(done); });
    if (!loaded) return failureAbout((*now)->path, loaded.error());
    const auto same = checkUnchanged(**now);
    if (!same && same.error().code != ErrorCode::FileGrew) return tl::unexpected(same.error());
  }
  LogOpener opener(files, request.options, stop);
  const AddedSource how{nullptr, catalogue, log->zone(), request.blockBytes, threads, true};
  const auto added = addNewFiles(*log, how, opener, builder, stop, progress);
  if (!added) return tl::unexpected(added.error());
  return any || *added ? builder.seal() : log;
}

}  // namespace undelivered
