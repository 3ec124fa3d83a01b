// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/recognise_delimited.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/blanks.h"
#include "input/delimited/first_rows.h"
#include "input/delimited/header_doubt.h"
#include "input/delimited/header_search.h"
#include "input/delimited/receipt_column.h"
#include "input/delimited/split.h"
#include "input/delimited/table_shape.h"
#include "input/encoding.h"
#include "input/field_header.h"

namespace undelivered {
namespace {

constexpr std::size_t kShownHeader = 200;

/// The delimiter that a first line "sep=;" names, and where the text below it starts.
std::optional<char> hintedDelimiter(std::string_view sample, std::string_view firstLine, std::uint32_t& start) {
  const std::string_view hint = firstLine.starts_with('"') ? firstLine.substr(1) : firstLine;
  if (hint.size() < 5 || !(hint.starts_with("sep=") || hint.starts_with("SEP=") || hint.starts_with("Sep=")))
    return std::nullopt;
  start = static_cast<std::uint32_t>(firstLine.size());
  if (start < sample.size()) start += sample.substr(start).starts_with("\r\n") ? 2 : 1;
  return hint[4];
}

std::optional<std::uint16_t> columnByOption(const std::string& wanted, const std::vector<std::string>& columns) {
  if (wanted.starts_with('#')) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(wanted.data() + 1, wanted.data() + wanted.size(), number);
    if (error == std::errc{} && end == wanted.data() + wanted.size() && number >= 1 && number <= columns.size()) {
      return static_cast<std::uint16_t>(number - 1);
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == wanted) return static_cast<std::uint16_t>(i);
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (sameHeader(columns[i], wanted)) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

void mapColumns(Recognition& recognition) {
  struct Candidate {
    int rank;
    std::uint16_t column;
    bool lastResort;
  };
  std::array<std::vector<Candidate>, kFieldCount> candidates;
  for (std::size_t i = 0; i < recognition.columns.size(); ++i) {
    const auto meaning = meaningOfHeader(recognition.columns[i]);
    if (!meaning) continue;
    candidates[static_cast<std::size_t>(meaning->field)].push_back(
        {meaning->rank, static_cast<std::uint16_t>(i), meaning->lastResort});
  }
  for (Field field : kFields) {
    auto& list = candidates[static_cast<std::size_t>(field)];
    if (list.empty()) continue;
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
      return std::pair(a.lastResort, a.rank) < std::pair(b.lastResort, b.rank);
    });
    const auto index = static_cast<std::size_t>(field);
    recognition.columnOf[index] = list.front().column;
    // A second status or channel column means something else ("type" beside "status"); a second address does not.
    if (field == Field::Status || field == Field::Channel || field == Field::EventId) continue;
    for (std::size_t i = 1; i < list.size() && !list[i].lastResort; ++i)
      recognition.fallbackColumns[index].push_back(list[i].column);
  }
}

/// Logs that are read together need not all have the columns that the caller names.
void applyOptions(Recognition& recognition, const ReadOptions& options) {
  for (const auto& [field, wanted] : options.columns) {
    const auto column = columnByOption(wanted, recognition.columns);
    if (!column) continue;
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      if (recognition.columnOf[i] == column) recognition.columnOf[i].reset();
      std::erase(recognition.fallbackColumns[i], *column);
    }
    recognition.columnOf[static_cast<std::size_t>(field)] = column;
    recognition.fallbackColumns[static_cast<std::size_t>(field)].clear();
    recognition.named.insert(field);
  }
}

void choose(Recognition& recognition, const HeaderMapping& mapping) {
  setColumns(recognition, mapping.columns);
  recognition.chosen = true;
  recognition.chosenZone = mapping.zone;
  const bool ofBytes =
      mapping.encoding && *mapping.encoding != Encoding::Utf16Le && *mapping.encoding != Encoding::Utf16Be;
  if (ofBytes) recognition.chosenEncoding = mapping.encoding;
}

bool hasColumn(const Recognition& recognition, Field field) {
  return recognition.columnOf[static_cast<std::size_t>(field)].has_value();
}

/// What is known of a table because it is one of the daily reports.
void takeReport(const std::string& path, Recognition& recognition) {
  recognition.report = dailyReportOf(path, recognition.columns);
  const ReportKind* kind = recognition.report.kind;
  if (!kind || kind->status.empty() || hasColumn(recognition, Field::Status)) return;
  recognition.impliedStatus = kind->status;
  // That no column is clearly one for the status is as it should be.
  if (recognition.doubt != Doubt::RowsDoNotFit) recognition.doubt = Doubt::None;
}

/// Whether a column's name speaks of reason codes alone: claims are archived, and feedback is given, for a reason too.
bool hasColumnOfReasonCodes(const Recognition& recognition) {
  constexpr std::array<std::string_view, 4> kOfAnything{"reason", "code", "grund", "ursache"};
  const auto column = recognition.columnOf[static_cast<std::size_t>(Field::Code)];
  if (!column) return false;
  const std::string name = normaliseHeader(recognition.columns[*column]);
  return std::find(kOfAnything.begin(), kOfAnything.end(), name) == kOfAnything.end();
}

/// A daily report that tells of no deliveries, whatever some of its columns look like: a claim has a status too. What
/// somebody has chosen or named for it goes before, and so does a column with reason codes.
Result<void> refuseOtherReport(const Recognition& recognition, const ReadOptions& options, const std::string& path) {
  const ReportKind* kind = recognition.report.kind;
  if (!kind || options.anyTable || recognition.chosen || !recognition.named.empty()) return {};
  if (kind->deliveries != ReportKind::Deliveries::No || hasColumnOfReasonCodes(recognition)) return {};
  return failure(ErrorCode::OtherReport, path, describe(recognition.report));
}

Recognition recognitionBy(const TableSample& sample, const FoundHeader& found, const std::string& path) {
  Recognition recognition;
  const TableHeader& header = found.header;
  recognition.delimiter = header.delimiter;
  recognition.headerLine = header.startLine;
  recognition.columns = header.cells;
  recognition.dataOffset = header.end;
  recognition.dataLine = header.line;
  nameEmptyColumns(recognition.columns);
  if (header.startLine > 0) mapColumns(recognition);
  applyTableShape(recognition);
  applyOptions(recognition, sample.options);
  recognition.doubt = doubtOfHeader(sample.text, sample.wholeFile, recognition, header.known, header.tied);
  if (found.chosen) choose(recognition, *found.chosen);
  takeReport(path, recognition);
  findReceiptColumn(sample.text, sample.wholeFile, recognition);
  return recognition;
}

bool isUsable(const Recognition& recognition) {
  return areUsable(columnsOf(recognition)) || !recognition.impliedStatus.empty() || recognition.receiptColumn;
}

}  // namespace

Result<Recognition> recogniseDelimited(std::string_view sample, bool wholeFile, const ReadOptions& options,
                                       const std::string& path) {
  LinePlace from;
  std::string_view firstLine = sample.substr(0, sample.find_first_of("\r\n"));
  const std::optional<char> named = hintedDelimiter(sample, firstLine, from.offset);
  const std::uint32_t start = from.offset;
  from.line = start > 0 ? 2 : 1;
  if (options.headerLine.value_or(0) > 0) {
    const auto place = placeOfLine(sample, from, *options.headerLine);
    if (!place)
      return failure(ErrorCode::NoHeaderLine, path, whyNoHeader(sample, wholeFile, from, *options.headerLine));
    from = *place;
  }
  const TableSample known{sample, wholeFile, options};
  const FoundHeader found = findHeader(known, from, named);
  Recognition recognition = recognitionBy(known, found, path);
  if (!found.chosen && !options.headerLine) {
    const bool unsure = !isUsable(recognition) || recognition.doubt != Doubt::None;
    const auto without = findChosenWithoutHeader(known, from, named, found.header, unsure);
    if (without) recognition = recognitionBy(known, *without, path);
  }

  if (const auto other = refuseOtherReport(recognition, options, path); !other) return tl::unexpected(other.error());
  if (isUsable(recognition)) {
    lookAtFirstRows(known, recognition);
    return recognition;
  }
  // Bytes that are no text make no table, whatever they are cut by.
  if (options.anyTable && sample.find('\0') == std::string_view::npos) return recognition;
  for (Field field : {Field::Code, Field::Status}) {
    const auto wanted = options.columns.find(field);
    if (wanted == options.columns.end()) continue;
    return failure(ErrorCode::BadArgument, wanted->second,
                   fmt::format("no such column; the header is: {}", fmt::join(recognition.columns, ", ")));
  }
  if (found.header.cells.size() < 2) {
    const std::string_view text = sample.substr(std::min(sample.find_first_not_of(" \t\r\n", start), sample.size()));
    firstLine = text.substr(0, text.find_first_of("\r\n"));
    return failure(ErrorCode::NotALog, path, toUtf8(beginningOf(firstLine, kShownHeader)));
  }
  const std::string header = fmt::format("{}", fmt::join(found.header.cells, ", "));
  return failure(ErrorCode::NoUsableColumn, path, std::string(beginningOf(header, kShownHeader)));
}

}  // namespace undelivered
