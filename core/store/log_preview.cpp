// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/log_preview.h"

#include <algorithm>

#include "base/blanks.h"
#include "store/doubt.h"
#include "store/interpreter.h"

namespace undelivered {
namespace {

/// The field whose cell an issue is about; nothing for those about the row as a whole.
std::optional<Field> fieldOf(IssueKind kind) {
  switch (kind) {
    case IssueKind::BadTime:
    case IssueKind::AmbiguousTime:
    case IssueKind::SkippedTime:
      return Field::Time;
    case IssueKind::UnknownStatus:
      return Field::Status;
    case IssueKind::UnknownChannel:
      return Field::Channel;
    case IssueKind::Contradiction:
      return Field::Code;
    default:
      return std::nullopt;
  }
}

/// Where a record's field stands: the first of its columns that is not empty, else the first.
std::optional<std::size_t> columnOf(const FieldColumns& columns, Field field, const std::vector<std::string>& cells) {
  const auto& list = columns[static_cast<std::size_t>(field)];
  if (list.empty()) return std::nullopt;
  for (const std::uint16_t column : list) {
    if (column < cells.size() && !cells[column].empty()) return column;
  }
  return list.front();
}

/// Interprets the records of a preview, and remembers for each what it means.
class Reader {
 public:
  Reader(const std::shared_ptr<const Catalogue>& catalogue, const Zone& zone)
      : m_catalogue(*catalogue), m_interpreter(catalogue, zone) {
    m_interpreter.startBlock();
  }

  bool look(const RecordView& record, RecordSink& issues) {
    const auto meaning = m_interpreter.interpret(record, issues);
    PreviewRow row;
    for (std::size_t field = 0; field < kFieldCount; ++field) row.values[field] = record.values[field];
    row.isRecord = meaning.isRecord;
    if (meaning.isRecord) {
      struct Quiet final : RecordSink {
        bool record(const RecordView&) override { return true; }
        void issue(IssueKind, std::uint32_t, std::string_view) override {}
      } quiet;  // issues of the time were told by interpret()
      row.time = m_interpreter.timeOf(record, quiet);
      const Classification& kind = m_interpreter.classification(meaning.kind);
      row.channel = kind.channel;
      row.outcome = kind.outcome;
      row.reason = kind.known ? m_catalogue.reason(*kind.known).code : kind.unknownCode;
      const bool unknownCode = !kind.known && !kind.unknownCode.empty() && !kind.row;
      if (unknownCode) row.issues.push_back({std::nullopt, std::nullopt, kind.unknownCode});
      row.isClassified = isUnderstood(kind.outcome, unknownCode);
    }
    m_rows.push_back(std::move(row));
    return meaning.isRecord;
  }

  std::vector<PreviewRow>& rows() { return m_rows; }

 private:
  static bool isUnderstood(Outcome outcome, bool unknownCode) { return outcome != Outcome::Unknown && !unknownCode; }

  const Catalogue& m_catalogue;
  Interpreter m_interpreter;
  std::vector<PreviewRow> m_rows;
};

}  // namespace

std::size_t LogPreview::records() const {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [](const PreviewRow& row) { return row.isRecord; }));
}

std::size_t LogPreview::classified() const {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [](const PreviewRow& row) { return row.isClassified; }));
}

Doubt LogPreview::doubt() const {
  const bool chosen = source->recognition.chosen;
  if (chosen && source->recognition.headerLine > 0) return Doubt::None;
  if (!chosen && source->recognition.doubt != Doubt::None) return source->recognition.doubt;
  const auto nothing = std::count_if(rows.begin(), rows.end(), [](const PreviewRow& row) {
    return row.isRecord && !row.isClassified && saysNothing(row.outcome, row.channel, true);
  });
  return 2 * static_cast<std::size_t>(nothing) > records() ? Doubt::NothingUnderstood : Doubt::None;
}

Result<LogPreview> previewOf(std::shared_ptr<const Source> source, const std::shared_ptr<const Catalogue>& catalogue,
                             const Zone& zone, std::size_t rows, const std::stop_token& stop) {
  Reader reader(catalogue, zone);
  const auto known = [&](std::string_view code) { return catalogue->find(code).has_value(); };
  const auto look = [&](const RecordView& record, RecordSink& issues) { return reader.look(record, issues); };
  auto found = firstRows(*source, rows, known, look, stop);
  if (!found) return tl::unexpected(found.error());

  LogPreview preview;
  const FieldColumns columns = columnsOf(source->recognition);
  std::size_t next = 0;  // of the rows that the reader looked at
  for (FirstRow& first : *found) {
    PreviewRow row;
    if (first.wasLookedAt) row = std::move(reader.rows()[next++]);
    row.isRecord = first.isRecord;
    row.line = first.line;
    row.cells = std::move(first.cells);
    for (FirstRow::Issue& issue : first.issues)
      row.issues.push_back({issue.kind, std::nullopt, std::move(issue.detail)});
    for (PreviewIssue& issue : row.issues) {
      const auto field = issue.kind ? fieldOf(*issue.kind) : Field::Code;
      if (field) issue.column = columnOf(columns, *field, row.cells);
    }
    preview.rows.push_back(std::move(row));
  }
  preview.source = std::move(source);
  preview.zone = zone;
  return preview;
}

}  // namespace undelivered
