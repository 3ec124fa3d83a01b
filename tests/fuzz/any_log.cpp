// SPDX-License-Identifier: GPL-3.0-or-later
#include "any_log.h"

#include <algorithm>

#include "check.h"
#include "input/encoding.h"
#include "query/log_query.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"

namespace undelivered::fuzz {
namespace {

constexpr const char* kPath = "no-such-folder/log";
constexpr std::uint64_t kDiskBytes = std::uint64_t{1} << 26;

/// All that a log says, in lines.
std::vector<std::string> describe(const std::shared_ptr<const DeliveryLog>& log) {
  std::vector<std::string> lines;
  RecordReader reader(log);
  for (std::uint32_t i = 0; i < log->recordCount(); ++i) {
    const auto record = reader.read(RowId{i});
    require(record.has_value(), "every record can be read again");
    std::string line = std::to_string(record->line) + '|' + std::string(name(record->outcome)) + '|' +
                       std::string(name(record->channel)) + '|' + log->reason(record->reason).code;
    for (const auto& [column, cell] : record->fields) {
      require(isValidUtf8(column) && isValidUtf8(cell), "text is valid UTF-8");
      line += '|' + column + '=' + cell;
    }
    lines.push_back(std::move(line));
  }
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    const auto& entry = log->report()[static_cast<IssueKind>(i)];
    lines.push_back(std::to_string(entry.count));
    for (const IssueSample& sample : entry.samples) {
      require(isValidUtf8(sample.detail), "details are valid UTF-8");
      lines.push_back(std::to_string(sample.line) + ' ' + sample.detail);
    }
  }
  return lines;
}

}  // namespace

void holdForAnyLog(const std::string& text) {
  test::MemoryFiles files;
  files.files[kPath] = text;
  // A few bytes may unpack to any number of them; here they are kept in memory.
  files.writeFault = [](std::uint64_t written) { return written > kDiskBytes ? ENOSPC : 0; };
  LoadRequest request;
  request.paths = {kPath};
  request.zone = *Zone::find("Europe/Berlin");
  request.threads = 1;
  request.blockBytes = std::size_t{1} << 24;
  const auto whole = loadLog(request, {}, {}, files);
  request.threads = text.size() % 8 == 0 ? 2 : 1;
  request.blockBytes = 64;
  const auto pieces = loadLog(request, {}, {}, files);
  require(whole.has_value() == pieces.has_value(), "a log is one or it is none");
  if (!whole) {
    const bool fullDisk = whole.error().code == ErrorCode::WriteFailed;
    require(whole.error().subject.starts_with(kPath) || fullDisk, "an error tells the file, and where in it");
    require(isValidUtf8(whole.error().detail), "an error's detail is valid UTF-8");
    return;
  }
  require(describe(*whole) == describe(*pieces), "blocks and threads change nothing");

  const auto query = makeLocalQuery(*whole);
  const Dimension by[] = {Dimension::Day, Dimension::Reason};
  const auto summary = query->summarise({}, by);
  require(summary && summary->rows == (*whole)->recordCount(), "the summary counts every record");
  Filter filter;
  filter.search = text.substr(text.size() / 2, 2);
  const auto rows = query->rows(filter, {});
  const auto facets = query->facets(filter);
  require(rows && facets && facets->rows == rows->size(), "facets count the rows");
  require(query->rows({}, Sort{ColumnId::Recipient, true, "de"})->size() == (*whole)->recordCount(),
          "sorting loses nothing");
}

}  // namespace undelivered::fuzz
