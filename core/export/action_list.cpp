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

constexpr std::string_view kLineEnd = "\r\n";

std::string headerLine(const std::vector<ColumnId>& columns, const ActionListOptions& options) {
  std::string text = options.dialect.byteOrderMark ? "\xEF\xBB\xBF" : "";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i) text += options.dialect.delimiter;
    appendCsvCell(text, word(columns[i], options.language), options.dialect);
  }
  text += kLineEnd;
  return text;
}

/// Whether a cell hangs on the record's kind alone: most of a list's text does.
bool kindDecides(ColumnId column) {
  switch (column) {
    case ColumnId::Channel:
    case ColumnId::Outcome:
    case ColumnId::ReasonCode:
    case ColumnId::ReasonTitle:
    case ColumnId::Persistence:
    case ColumnId::Actionability:
    case ColumnId::Phase:
    case ColumnId::Explanation:
    case ColumnId::Action:
      return true;
    default:
      return false;
  }
}

/// One thread's share: some rows at a time, read and turned into text.
class Piece {
 public:
  Piece(const std::shared_ptr<const DeliveryLog>& log, const std::vector<ColumnId>& columns,
        const ActionListOptions& options)
      : m_log(*log),
        m_columns(columns),
        m_options(options),
        m_reader(log),
        m_cells(*log, options.language, options.forPeople),
        m_ofKind(log->kinds().size()) {}

  void format(const RowSet& rows, std::size_t begin, std::size_t end, const std::stop_token& stop) {
    m_text.clear();
    for (std::size_t i = begin; i < end && !stop.stop_requested(); ++i) {
      const auto record = m_reader.read(rows[static_cast<std::uint32_t>(i)], RecordReader::Read::WithoutOriginals);
      if (!record) {
        m_error = record.error();
        return;
      }
      appendRecord(*record);
    }
  }

  const std::string& text() const { return m_text; }
  const std::optional<Error>& error() const { return m_error; }

 private:
  void appendRecord(const Record& record) {
    auto& ofKind = m_ofKind[static_cast<std::size_t>(&m_log.kind(record.row) - m_log.kinds().data())];
    if (ofKind.empty()) {
      ofKind.resize(m_columns.size());
      for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (kindDecides(m_columns[i])) appendCsvCell(ofKind[i], m_cells.text(record, m_columns[i]), m_options.dialect);
      }
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      if (i) m_text += m_options.dialect.delimiter;
      if (kindDecides(m_columns[i])) {
        m_text += ofKind[i];
      } else {
        appendCsvCell(m_text, m_cells.text(record, m_columns[i]), m_options.dialect);
      }
    }
    m_text += kLineEnd;
  }

  const DeliveryLog& m_log;
  const std::vector<ColumnId>& m_columns;
  const ActionListOptions& m_options;
  RecordReader m_reader;
  CellFormatter m_cells;
  std::vector<std::vector<std::string>> m_ofKind;  // for each kind its cells as they are written; empty until needed
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
      pieces[thread].format(rows, begin, std::min(all, begin + kRowsPerPiece), stop);
    });
    if (stop.stop_requested()) return cancelled();
    for (const Piece& piece : pieces) {
      if (piece.error()) return tl::unexpected(*piece.error());
      if (auto written = out.write(piece.text()); !written) return written;
    }
  }
  throttle.finish();
  return {};
}

bool isFileOfLog(const DeliveryLog& log, const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return false;
  // The path that a log was opened by may name another file by now: what was opened counts as well.
  const auto file = systemFiles().open(path);
  const auto state = file ? (*file)->state() : Result<FileState>(tl::unexpected(file.error()));
  const auto isIt = [&](const OpenedFile& opened) {
    const bool same = state && opened.state.device == state->device && opened.state.inode == state->inode;
    return same || std::filesystem::equivalent(opened.path == "-" ? "/dev/stdin" : opened.path, path, ignored);
  };
  const auto isItsFile = [&](const auto& source) { return isIt(openedFileOf(*source)); };
  return std::any_of(log.sources().begin(), log.sources().end(), isItsFile) ||
         std::any_of(log.copies().begin(), log.copies().end(), isIt);
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
