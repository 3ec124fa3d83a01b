// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "base/random_access_file.h"
#include "base/result.h"
#include "query/column.h"
#include "query/row_set.h"
#include "store/delivery_log.h"
#include "store/record.h"

namespace undelivered {

/// How a CSV file is written.
struct CsvDialect {
  char delimiter = ',';
  bool byteOrderMark = false;
  /// Puts ' before cells that a spreadsheet would change: see base/formula_guard.h.
  bool formulaGuard = false;

  /// Opens by double-click: UTF-8 with BOM, ";" where the language's decimal sign is a comma (de), else ",", guarded.
  static CsvDialect excel(std::string_view language);
  /// RFC 4180: comma, no BOM, text exactly as it is.
  static CsvDialect machine();
};

/// Appends a cell to a line: guarded and quoted as the dialect and RFC 4180 ask for.
void appendCsvCell(std::string& line, std::string_view cell, const CsvDialect& dialect);

struct ActionListOptions {
  std::string language = "en";
  CsvDialect dialect;
  std::vector<ColumnId> columns;  ///< empty: actionListColumns()
  /// For people: local time of the log's zone, "04.03.2025 09:15:30" (de) or "2025-03-04 09:15:30".
  /// For machines: ISO 8601 in UTC.
  bool forPeople = true;
};

/// Time, channel, recipient, customer, reference, reason code, persistence, actionability, phase, explanation,
/// recommended action, diagnostic, source file and line.
std::vector<ColumnId> actionListColumns();

/// A record's text in a column, as tables show it and exports write it.
class CellFormatter {
 public:
  CellFormatter(const DeliveryLog& log, std::string language, bool forPeople);
  std::string text(const Record& record, ColumnId column);
  /// The same, in the record or the log where it stands there as it is, else in the buffer.
  std::string_view view(const Record& record, ColumnId column, std::string& buffer);

 private:
  std::string reasonText(const Record& record, ColumnId column) const;

  const DeliveryLog& m_log;
  std::string m_language;
  bool m_forPeople;
  ZoneCursor m_zone;
};

/// Writes the rows in their order, header first, CRLF line ends. `progress` counts rows. Uses several threads; writes
/// and tells progress on the caller's alone. After an
/// error or a cancel the caller drops `out` without commit().
Result<void> writeActionList(const std::shared_ptr<const DeliveryLog>& log, const RowSet& rows,
                             const ActionListOptions& options, OutputFile& out, const std::stop_token& stop = {},
                             const ProgressSink& progress = {});

/// Whether a path leads to a file that the log was read from, by whatever name: through links, or renamed since.
bool isFileOfLog(const DeliveryLog& log, const std::filesystem::path& path);

/// writeActionList() into a file that replaces `target` as a whole or leaves it as it was. TargetIsLog where that would
/// be a file of the log.
Result<void> exportActionList(const std::shared_ptr<const DeliveryLog>& log, const RowSet& rows,
                              const ActionListOptions& options, const std::filesystem::path& target,
                              const std::stop_token& stop = {}, const ProgressSink& progress = {},
                              const FileSystem& files = systemFiles());

}  // namespace undelivered
