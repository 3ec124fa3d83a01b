// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/action_list.h"

#include <algorithm>
#include <optional>

#include "base/parallel.h"
#include "export/words.h"
#include "store/record_reader.h"

namespace undelivered {
namespace {

constexpr std::size_t kRowsPerPiece = 2048;

void appendLine(std::string& text, const std::vector<ColumnId>& columns, const CsvDialect& dialect,
                const auto& cellOf) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i) text += dialect.delimiter;
    appendCsvCell(text, cellOf(columns[i]), dialect);
  }
  text += "\r\n";
}

std::string headerLine(const std::vector<ColumnId>& columns, const ActionListOptions& options) {
  std::string text = options.dialect.byteOrderMark ? "\xEF\xBB\xBF" : "";
  appendLine(text, columns, options.dialect, [&](ColumnId column) { return word(column, options.language); });
  return text;
}

/// One thread's share: some rows at a time, read and turned into text.
class Piece {
 public:
  Piece(const std::shared_ptr<const DeliveryLog>& log, const std::vector<ColumnId>& columns,
        const ActionListOptions& options)
      : m_columns(columns), m_options(options), m_reader(log), m_cells(*log, options.language, options.forPeople) {}

  void format(const RowSet& rows, std::size_t begin, std::size_t end) {
    m_text.clear();
    for (std::size_t i = begin; i < end; ++i) {
      const auto record = m_reader.read(rows[static_cast<std::uint32_t>(i)], RecordReader::Read::WithoutOriginals);
      if (!record) {
        m_error = record.error();
        return;
      }
      appendLine(m_text, m_columns, m_options.dialect, [&](ColumnId column) { return m_cells.text(*record, column); });
    }
  }

  const std::string& text() const { return m_text; }
  const std::optional<Error>& error() const { return m_error; }

 private:
  const std::vector<ColumnId>& m_columns;
  const ActionListOptions& m_options;
  RecordReader m_reader;
  CellFormatter m_cells;
  std::string m_text;
  std::optional<Error> m_error;
};

}  // namespace

std::vector<ColumnId> actionListColumns() {
  return {ColumnId::Time,       ColumnId::Channel,     ColumnId::Recipient,   ColumnId::Customer,
          ColumnId::Reference,  ColumnId::ReasonCode,  ColumnId::Persistence, ColumnId::Actionability,
          ColumnId::Phase,      ColumnId::Explanation, ColumnId::Action,      ColumnId::Diagnostic,
          ColumnId::SourceFile, ColumnId::Line};
}

Result<void> writeActionList(const std::shared_ptr<const DeliveryLog>& log, const RowSet& rows,
                             const ActionListOptions& options, OutputFile& out, const std::stop_token& stop,
                             const ProgressSink& progress) {
  const std::vector<ColumnId> columns = options.columns.empty() ? actionListColumns() : options.columns;
  if (auto written = out.write(headerLine(columns, options)); !written) return written;

  // All threads format a piece each; then the pieces are written in their order.
  const std::size_t threads = threadsFor(rows.size() / kRowsPerPiece);
  std::vector<Piece> pieces;
  pieces.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) pieces.emplace_back(log, columns, options);
  ProgressThrottle throttle(progress, rows.size());
  const auto all = static_cast<std::size_t>(rows.size());
  for (std::size_t first = 0; first < all; first += threads * kRowsPerPiece) {
    if (stop.stop_requested()) return cancelled();
    throttle.tell(first);
    onThreads(threads, [&](std::size_t thread) {
      const std::size_t begin = std::min(all, first + thread * kRowsPerPiece);
      pieces[thread].format(rows, begin, std::min(all, begin + kRowsPerPiece));
    });
    for (const Piece& piece : pieces) {
      if (piece.error()) return tl::unexpected(*piece.error());
      if (auto written = out.write(piece.text()); !written) return written;
    }
  }
  if (stop.stop_requested()) return cancelled();
  throttle.tell(all);
  return {};
}

bool isFileOfLog(const DeliveryLog& log, const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return false;
  // The path that a log was opened by may name another file by now: what was opened counts as well.
  const auto file = systemFiles().open(path);
  const auto state = file ? (*file)->state() : Result<FileState>(tl::unexpected(file.error()));
  return std::any_of(log.sources().begin(), log.sources().end(), [&](const auto& source) {
    const bool same = state && source->state.device == state->device && source->state.inode == state->inode;
    return same || std::filesystem::equivalent(source->path == "-" ? "/dev/stdin" : source->path, path, ignored);
  });
}

Result<void> exportActionList(const std::shared_ptr<const DeliveryLog>& log, const RowSet& rows,
                              const ActionListOptions& options, const std::filesystem::path& target,
                              const std::stop_token& stop, const ProgressSink& progress, const FileSystem& files) {
  if (isFileOfLog(*log, target)) return failure(ErrorCode::TargetIsLog, target.string());
  auto out = files.createOutput(target);
  if (!out) return tl::unexpected(out.error());
  if (auto written = writeActionList(log, rows, options, **out, stop, progress); !written) return written;
  return (*out)->commit();
}

}  // namespace undelivered
