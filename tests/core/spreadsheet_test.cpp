// SPDX-License-Identifier: GPL-3.0-or-later
// An action list opened by a spreadsheet program, as a clerk does it: every cell is what it was.
#include <gtest/gtest.h>

#include "base/formula_guard.h"
#include "export/action_list.h"
#include "query/log_query.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

using Table = std::vector<std::vector<std::string>>;

Table parseCsv(const std::string& text) {
  Table table(1);
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
        cell += '"', ++i;
      } else if (c == '"') {
        quoted = false;
      } else {
        cell += c;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',' || c == '\n') {
      table.back().push_back(std::exchange(cell, {}));
      if (c == '\n') table.emplace_back();
    } else if (c != '\r') {
      cell += c;
    }
  }
  if (table.back().empty()) table.pop_back();
  return table;
}

/// Has LibreOffice open the list with that separator and write what it understood as plain CSV.
Table openedBySpreadsheet(const test::TemporaryFolder& folder, const std::filesystem::path& list, char separator) {
  test::ProcessSetup setup;
  // Filter options: separator, quote, UTF-8, first line, all columns as text (format 2), as in Excel's own import.
  std::string columns;
  for (int i = 1; i <= 14; ++i) columns += (i > 1 ? "/" : "") + std::to_string(i) + "/2";
  setup.command = {"soffice",
                   "-env:UserInstallation=file://" + (folder / "profile").string(),
                   "--headless",
                   "--norestore",
                   "--infilter=CSV:" + std::to_string(static_cast<int>(separator)) + ",34,76,1," + columns,
                   "--convert-to",
                   "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true",
                   "--outdir",
                   (folder / "opened").string(),
                   list.string()};
  setup.environment = {"HOME=" + folder.path().string()};
  const auto end = test::runProcess(setup, std::chrono::seconds{240});
  EXPECT_EQ(end.exitCode, 0) << "LibreOffice (package libreoffice-calc-nogui) is needed: " << end.err;
  std::string text = test::readFile(folder / "opened" / list.filename());
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return parseCsv(text);
}

TEST(Spreadsheet, OpensAnActionListWithColumnsAndUmlautsIntact) {
  test::TemporaryFolder folder;
  LoadRequest request;
  request.paths = {UNDELIVERED_SOURCE_DIR "/resources/samples"};
  request.zone = *Zone::find("Europe/Berlin");
  const auto log = *loadLog(request);
  Filter filter;
  filter.outcomes = {Outcome::Failed};
  const RowSet rows = *makeLocalQuery(log)->rows(filter, {});
  ASSERT_GT(rows.size(), 300u);

  ActionListOptions options;
  options.language = "de";
  options.dialect = CsvDialect::excel("de");
  ASSERT_TRUE(exportActionList(log, rows, options, folder / "list.csv"));
  const Table opened = openedBySpreadsheet(folder, folder / "list.csv", ';');

  ASSERT_EQ(opened.size(), rows.size() + 1);
  EXPECT_EQ(opened[0],
            (std::vector<std::string>{"Zeitpunkt", "Kanal", "Empfänger", "Kundennummer", "Referenznummer", "Fehlercode",
                                      "Dauerhaftigkeit", "Selbst behebbar", "Phase", "Erklärung", "Empfohlene Maßnahme",
                                      "Diagnose", "Quelldatei", "Zeile"}));
  RecordReader reader(log);
  CellFormatter cells(*log, "de", true);
  bool umlaut = false;
  bool lineBreak = false;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const auto record = *reader.read(rows[i]);
    const auto& row = opened[i + 1];
    ASSERT_EQ(row.size(), 14u) << i;
    const auto columns = actionListColumns();
    for (std::size_t c = 0; c < columns.size(); ++c) {
      std::string text = cells.text(record, columns[c]);
      std::erase(text, '\r');  // a line break inside of a cell is LF to a spreadsheet
      ASSERT_EQ(std::string(withoutFormulaGuard(row[c])), text) << "row " << i << ", column " << c;
      umlaut |= text.find("ä") != std::string::npos;
      lineBreak |= text.find('\n') != std::string::npos;
    }
  }
  EXPECT_TRUE(umlaut && lineBreak) << "the samples hold what could break";
}

}  // namespace
}  // namespace undelivered
