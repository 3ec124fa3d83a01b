// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/formula_guard.h"

#include <algorithm>

namespace undelivered {
namespace {

/// What a spreadsheet takes for the start of a formula.
bool startsFormula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Digits that a spreadsheet takes for a number and does not give back as they were: leading zeros go ("0049171..."),
/// long ones are shown as 4.9E+11, "12E5" becomes 1200000.
bool looksLikeAnotherNumber(std::string_view cell) {
  constexpr std::size_t kShownInFull = 11;
  const auto digits = static_cast<std::size_t>(std::find_if_not(cell.begin(), cell.end(), isDigit) - cell.begin());
  if (digits == 0) return false;
  if (digits == cell.size()) return digits > kShownInFull || (digits > 1 && cell.front() == '0');
  const std::string_view rest = cell.substr(digits + 1);
  return (cell[digits] == 'E' || cell[digits] == 'e') && !rest.empty() &&
         std::all_of(rest.begin(), rest.end(), isDigit);
}

bool isChanged(std::string_view cell) { return startsFormula(cell) || looksLikeAnotherNumber(cell); }

}  // namespace

bool needsFormulaGuard(std::string_view cell) {
  return isChanged(cell) || withoutFormulaGuard(cell).size() != cell.size();
}

std::string_view withoutFormulaGuard(std::string_view cell) {
  std::size_t quotes = 0;
  while (quotes < cell.size() && cell[quotes] == '\'') ++quotes;
  return quotes > 0 && isChanged(cell.substr(quotes)) ? cell.substr(1) : cell;
}

}  // namespace undelivered
