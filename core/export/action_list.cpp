// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/action_list.h"

#include "export/words.h"
#include "store/record_reader.h"

namespace undelivered {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{256} << 10;
constexpr std::uint32_t kStopEvery = 256;

}  // namespace

std::vector<ColumnId> actionListColumns() {
  return {ColumnId::Time,       ColumnId::Channel,     ColumnId::Recipient,   ColumnId::Customer,
          ColumnId::Reference,  ColumnId::ReasonCode,  ColumnId::Persistence, ColumnId::Actionability,
          ColumnId::Phase,      ColumnId::Explanation, ColumnId::Action,      ColumnId::Diagnostic,
          ColumnId::SourceFile, ColumnId::Line};
}

Result<void> writeActionList(const std::shared_ptr<const DeliveryLog>& log, const RowSet& rows,
                             const ActionListOptions& options, OutputFile& out, std::stop_token stop,
                             const ProgressSink& progress) {
  const std::vector<ColumnId> columns = options.columns.empty() ? actionListColumns() : options.columns;
  std::string text;
  text.reserve(2 * kPieceBytes);
  if (options.dialect.byteOrderMark) text += "\xEF\xBB\xBF";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i) text += options.dialect.delimiter;
    appendCsvCell(text, word(columns[i], options.language), options.dialect);
  }
  text += "\r\n";

  RecordReader reader(log);
  CellFormatter cells(*log, options.language, options.forPeople);
  ProgressThrottle throttle(progress, rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (i % kStopEvery == 0) {
      if (stop.stop_requested()) return cancelled();
      throttle.tell(i);
    }
    const auto record = reader.read(rows[i], RecordReader::Read::WithoutOriginals);
    if (!record) return tl::unexpected(record.error());
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (c) text += options.dialect.delimiter;
      appendCsvCell(text, cells.text(*record, columns[c]), options.dialect);
    }
    text += "\r\n";
    if (text.size() >= kPieceBytes) {
      if (const auto written = out.write(text); !written) return written;
      text.clear();
    }
  }
  if (stop.stop_requested()) return cancelled();
  throttle.tell(rows.size());
  return out.write(text);
}

Result<void> exportActionList(const std::shared_ptr<const DeliveryLog>& log, const RowSet& rows,
                              const ActionListOptions& options, const std::filesystem::path& target,
                              std::stop_token stop, const ProgressSink& progress, const FileSystem& files) {
  auto out = files.createOutput(target);
  if (!out) return tl::unexpected(out.error());
  if (const auto written = writeActionList(log, rows, options, **out, std::move(stop), progress); !written)
    return written;
  return (*out)->commit();
}

}  // namespace undelivered
