// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/formula_guard.h"
#include "export/action_list.h"

namespace undelivered {
namespace {

bool needsQuotes(std::string_view cell, char delimiter) {
  if (cell.empty()) return false;
  if (cell.front() == ' ' || cell.back() == ' ') return true;
  for (char c : cell) {
    if (c == delimiter || c == '"' || c == '\n' || c == '\r') return true;
  }
  return false;
}

}  // namespace

CsvDialect CsvDialect::excel(std::string_view language) { return {language == "de" ? ';' : ',', true, true}; }

CsvDialect CsvDialect::machine() { return {',', false, false}; }

void appendCsvCell(std::string& line, std::string_view cell, const CsvDialect& dialect) {
  const bool guarded = dialect.formulaGuard && needsFormulaGuard(cell);
  if (!needsQuotes(cell, dialect.delimiter)) {
    if (guarded) line += '\'';
    line += cell;
    return;
  }
  line += '"';
  if (guarded) line += '\'';
  for (char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

}  // namespace undelivered
