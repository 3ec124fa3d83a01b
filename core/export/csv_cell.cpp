// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/action_list.h"

namespace undelivered {
namespace {

/// What a spreadsheet takes for the start of a formula.
bool startsFormula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

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
  // A cell that starts with ' before such a character is guarded too, so that taking the guard off gives every cell
  // back.
  const bool guarded = dialect.formulaGuard && (startsFormula(cell) || withoutFormulaGuard(cell).size() != cell.size());
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

std::string_view withoutFormulaGuard(std::string_view cell) {
  std::size_t quotes = 0;
  while (quotes < cell.size() && cell[quotes] == '\'') ++quotes;
  return quotes > 0 && startsFormula(cell.substr(quotes)) ? cell.substr(1) : cell;
}

}  // namespace undelivered
