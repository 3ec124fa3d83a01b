// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/action_list.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
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

/// Some rows as they are written, or why they could not be read.
struct Piece {
  std::string text;
  std::optional<Error> error;
  bool ready = false;
};

/// What one thread needs to read rows and turn them into text.
class Formatter {
 public:
  Formatter(const std::shared_ptr<const DeliveryLog>& log, const std::vector<ColumnId>& columns,
            const ActionListOptions& options)
      : m_log(*log),
        m_columns(columns),
        m_options(options),
        m_reader(log),
        m_cells(*log, options.language, options.forPeople),
        m_ofKind(log->kinds().size()) {}

  void format(const RowSet& rows, std::size_t begin, std::size_t end, const std::stop_token& stop, Piece& into) {
    into.text.clear();
    RowCursor cursor(rows);
    for (std::size_t i = begin; i < end && !stop.stop_requested(); ++i) {
      const auto record = m_reader.read(cursor[static_cast<std::uint32_t>(i)], RecordReader::Read::WithoutOriginals);
      if (!record) {
        into.error = record.error();
        return;
      }
      appendRecord(*record, into.text);
    }
  }

 private:
  /// A reason that the catalogue has no counterpart for is told by its label, where the list has no column for that.
  std::string kindText(const Record& record, ColumnId column) {
    std::string text = m_cells.text(record, column);
    const LogReason& reason = m_log.reason(record.reason);
    const bool isLabelled = std::find(m_columns.begin(), m_columns.end(), ColumnId::ReasonTitle) != m_columns.end();
    const std::string_view label = reason.label(m_options.language);
    if (column != ColumnId::Explanation || isLabelled || reason.entry || label.empty()) return text;
    return std::string(label) + (text.empty() ? "" : ". ") + text;
  }

  void appendRecord(const Record& record, std::string& text) {
    auto& ofKind = m_ofKind[static_cast<std::size_t>(&m_log.kind(record.row) - m_log.kinds().data())];
    if (ofKind.empty()) {
      ofKind.resize(m_columns.size());
      for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (kindDecides(m_columns[i])) appendCsvCell(ofKind[i], kindText(record, m_columns[i]), m_options.dialect);
      }
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      if (i) text += m_options.dialect.delimiter;
      if (kindDecides(m_columns[i])) {
        text += ofKind[i];
      } else {
        appendCsvCell(text, m_cells.view(record, m_columns[i], m_buffer), m_options.dialect);
      }
    }
    text += kLineEnd;
  }

  const DeliveryLog& m_log;
  const std::vector<ColumnId>& m_columns;
  const ActionListOptions& m_options;
  RecordReader m_reader;
  CellFormatter m_cells;
  std::vector<std::vector<std::string>> m_ofKind;  // for each kind its cells as they are written; empty until needed
  std::string m_buffer;
};

/// Pieces that all threads format and the caller's writes in their order: it formats too while none is ready. Writing
/// is left to it alone, since a wish to stop breaks off what that thread waits for.
class Pieces {
 public:
  Pieces(const RowSet& rows, std::size_t threads, const std::stop_token& stop)
      : m_rows(rows),
        m_count((std::size_t{rows.size()} + kRowsPerPiece - 1) / kRowsPerPiece),
        m_slots(threads * kPiecesPerThread),
        m_stop(stop) {}

  void formatAll(Formatter& formatter) {
    std::unique_lock lock(m_mutex);
    while (true) {
      m_changed.wait(lock, [this] { return m_over || m_next == m_count || mayFormat(); });
      if (m_over || m_next == m_count) return;
      formatNext(formatter, lock);
    }
  }

  /// `write` gets each piece and the number of rows before it.
  template <class Write>
  Result<void> writeAll(Formatter& formatter, const Write& write) {
    std::unique_lock lock(m_mutex);
    Result<void> done;
    for (std::size_t written = 0; done && written < m_count;) {
      Piece& piece = m_slots[written % m_slots.size()];
      if (m_stop.stop_requested()) {
        done = cancelled();
      } else if (piece.ready) {
        lock.unlock();
        done = write(piece, written * kRowsPerPiece);
        lock.lock();
        piece.ready = false;
        m_written = ++written;
        m_changed.notify_all();
      } else if (mayFormat()) {
        formatNext(formatter, lock);
      } else {
        m_changed.wait(lock, [&piece] { return piece.ready; });
      }
    }
    m_over = true;
    m_changed.notify_all();
    return done;
  }

 private:
  static constexpr std::size_t kPiecesPerThread = 4;

  bool mayFormat() const { return m_next < m_count && m_next < m_written + m_slots.size(); }

  void formatNext(Formatter& formatter, std::unique_lock<std::mutex>& lock) {
    const std::size_t index = m_next++;
    Piece& piece = m_slots[index % m_slots.size()];
    const std::size_t begin = index * kRowsPerPiece;
    lock.unlock();
    formatter.format(m_rows, begin, std::min<std::size_t>(m_rows.size(), begin + kRowsPerPiece), m_stop, piece);
    lock.lock();
    piece.ready = true;
    m_changed.notify_all();
  }

  const RowSet& m_rows;
  const std::size_t m_count;
  std::vector<Piece> m_slots;  // a ring: that of a piece is free when the one before it there has been written
  const std::stop_token& m_stop;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::size_t m_next = 0, m_written = 0;
  bool m_over = false;
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

  const std::size_t threads = threadsFor(rows.size() / kRowsPerPiece);
  std::vector<Formatter> formatters;
  formatters.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) formatters.emplace_back(log, columns, options);
  ProgressThrottle throttle(progress, rows.size());
  Pieces pieces(rows, threads, stop);
  Result<void> done;
  onThreads(threads, [&](std::size_t thread) {
    if (thread > 0) return pieces.formatAll(formatters[thread]);
    done = pieces.writeAll(formatters[0], [&](const Piece& piece, std::size_t rowsBefore) -> Result<void> {
      throttle.tell(rowsBefore);
      // A piece that a stop has broken off is not whole.
      if (stop.stop_requested()) return cancelled();
      return piece.error ? tl::unexpected(*piece.error) : out.write(piece.text);
    });
  });
  if (done) throttle.finish();
  return done;
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
