// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "base/random_access_file.h"
#include "base/result.h"
#include "input/open_source.h"
#include "input/record_parser.h"

namespace undelivered {

// A look at the beginning of a log without loading it, for somebody to say how it is to be read. All functions may run
// on any thread.

/// Opens a log as a LogOpener does by guess alone, and takes a table without a usable column too. `file` is the file,
/// `log` the path of the log in it (Source::path), the same where it is no archive; of an archive of which that is no
/// log, the first one. `encoding` where the guess is known to be wrong. Errors: those of LogOpener, NotALog for what is
/// neither text nor events.
Result<std::shared_ptr<const Source>> openForPreview(const FileSystem& files, const std::filesystem::path& file,
                                                     const std::string& log, std::stop_token stop = {},
                                                     std::optional<Encoding> encoding = {});

/// The same log recognised again with options: of a table only, everything else stays as it is. The file is not opened
/// or decoded again: encodingWanted() tells whether it has to be opened anew. A workbook has neither encoding nor
/// delimiter.
Result<std::shared_ptr<const Source>> recogniseAgain(const Source& opened, const ReadOptions& options);

/// The encoding that the options, or what was chosen for its header, ask for in a log that was recognised again.
/// UTF-16 is certain, and a workbook has no encoding.
Encoding encodingWanted(const Source& recognised, const ReadOptions& options);

/// Whether a log was made from a workbook's cells, so that nothing can be chosen of how its text is cut.
bool isWorkbook(const Source& source);

/// What a reader finds in the first rows: a record, or something that is left out.
struct FirstRow {
  std::uint64_t line = 0;  ///< 1-based
  std::uint64_t offset = 0;
  std::uint16_t part = 0;
  bool wasLookedAt = false;  ///< LookAtRecord was asked
  bool isRecord = false;
  /// Of a table its cells; fewer or more than its columns where the line has. Else empty.
  std::vector<std::string> cells;
  struct Issue {
    IssueKind kind = IssueKind::TooFewColumns;
    std::string detail;
  };
  std::vector<Issue> issues;
};

/// Takes each record as it is found, and tells issues, and whether it is one, as the loader's sink does.
using LookAtRecord = std::function<bool(const RecordView& record, RecordSink& issues)>;

/// The first `count` rows of a log, fewer where it has no more or where the first 8 MiB have no more. Cancelled soon
/// after the stop was asked for.
Result<std::vector<FirstRow>> firstRows(const Source& source, std::size_t count, const KnownCode& knownCode,
                                        const LookAtRecord& look, const std::stop_token& stop = {});

}  // namespace undelivered
