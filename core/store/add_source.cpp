// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/add_source.h"

#include "store/source_loader.h"

namespace undelivered {
namespace {

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

/// What was read block by block must be one state of the file.
Result<void> checkReadAsOne(const Source& source) {
  auto same = checkUnchanged(source);
  if (!same && same.error().code == ErrorCode::FileGrew) return {};
  return same;
}

}  // namespace

Result<void> addSource(AddedSource added, DeliveryLogBuilder& builder, std::stop_token stop,
                       const std::function<void(std::uint64_t)>& read) {
  const Source& source = *added.source;
  const auto mark = markOf(source);
  if (!mark) return failureAbout(source.path, mark.error());
  const SourceId id = builder.addSource(added.source, *mark);
  SourceLoad load{added.source,
                  id,
                  std::move(added.catalogue),
                  std::move(added.zone),
                  added.blockBytes,
                  added.threads,
                  std::nullopt,
                  added.overlaps};
  tellForm(source, builder);
  const auto loaded = loadSource(load, builder, std::move(stop), read);
  if (!loaded) return failureAbout(source.path, loaded.error());
  return checkReadAsOne(source);
}

}  // namespace undelivered
