// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "base/formula_guard.h"
#include "data/random.h"
#include "export/action_list.h"

namespace undelivered {
namespace {

std::string cell(std::string_view text, const CsvDialect& dialect) {
  std::string line;
  appendCsvCell(line, text, dialect);
  return line;
}

/// Takes one quoted or plain cell apart again as RFC 4180 has it.
std::string unquoted(const std::string& cell) {
  if (cell.empty() || cell.front() != '"') return cell;
  std::string text;
  for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
    if (cell[i] == '"') ++i;
    text += cell[i];
  }
  return text;
}

TEST(CsvDialects, AreWhatExcelAndMachinesAskFor) {
  const CsvDialect german = CsvDialect::excel("de");
  EXPECT_EQ(german.delimiter, ';');
  EXPECT_TRUE(german.byteOrderMark && german.formulaGuard);
  const CsvDialect english = CsvDialect::excel("en");
  EXPECT_EQ(english.delimiter, ',');
  EXPECT_TRUE(english.byteOrderMark && english.formulaGuard);
  const CsvDialect machine = CsvDialect::machine();
  EXPECT_EQ(machine.delimiter, ',');
  EXPECT_FALSE(machine.byteOrderMark || machine.formulaGuard);
}

TEST(CsvCell, QuotesWhatWouldBeMisread) {
  const CsvDialect machine = CsvDialect::machine();
  EXPECT_EQ(cell("plain; text", machine), "plain; text");
  EXPECT_EQ(cell("", machine), "");
  EXPECT_EQ(cell("a,b", machine), "\"a,b\"");
  EXPECT_EQ(cell("a\"b", machine), "\"a\"\"b\"");
  EXPECT_EQ(cell("a\nb", machine), "\"a\nb\"");
  EXPECT_EQ(cell("a\rb", machine), "\"a\rb\"");
  EXPECT_EQ(cell(" a", machine), "\" a\"");
  EXPECT_EQ(cell("a;b", CsvDialect::excel("de")), "\"a;b\"");
  EXPECT_EQ(cell("a,b", CsvDialect::excel("de")), "a,b");
}

TEST(CsvCell, GuardsWhatASpreadsheetTakesForAFormula) {
  const CsvDialect excel = CsvDialect::excel("en");
  EXPECT_EQ(cell("=1+1", excel), "'=1+1");
  EXPECT_EQ(cell("+49171", excel), "'+49171");
  EXPECT_EQ(cell("-5", excel), "'-5");
  EXPECT_EQ(cell("@x", excel), "'@x");
  EXPECT_EQ(cell("\tx", excel), "'\tx");
  EXPECT_EQ(cell("\rx", excel), "\"'\rx\"");
  EXPECT_EQ(cell("=A1,B1", excel), "\"'=A1,B1\"");
  EXPECT_EQ(cell("1=1", excel), "1=1");
  EXPECT_EQ(cell("'quoted'", excel), "'quoted'");
  for (const char* text : {"=1+1", "+49171", "-5", "@x"}) EXPECT_EQ(cell(text, CsvDialect::machine()), text);
}

TEST(CsvCell, GuardsDigitsThatASpreadsheetWouldChange) {
  const CsvDialect excel = CsvDialect::excel("de");
  EXPECT_EQ(cell("00491713920021", excel), "'00491713920021");
  EXPECT_EQ(cell("01713920021", excel), "'01713920021");
  EXPECT_EQ(cell("491713920021", excel), "'491713920021");
  EXPECT_EQ(cell("12E5", excel), "'12E5");
  for (const char* text : {"0", "17", "12345678901", "0171 3920021", "K-0017", "12E", "E5", "2025-03-04"}) {
    EXPECT_EQ(cell(text, excel), text);
  }
  EXPECT_EQ(cell("00491713920021", CsvDialect::machine()), "00491713920021");
  EXPECT_EQ(withoutFormulaGuard("'00491713920021"), "00491713920021");
}

TEST(CsvCell, GuardIsTakenOffAgain) {
  EXPECT_EQ(withoutFormulaGuard("'=1+1"), "=1+1");
  EXPECT_EQ(withoutFormulaGuard("=1+1"), "=1+1");
  EXPECT_EQ(withoutFormulaGuard("'n Abend"), "'n Abend");
  EXPECT_EQ(withoutFormulaGuard("'"), "'");
  EXPECT_EQ(withoutFormulaGuard(""), "");
}

TEST(CsvCell, EveryTextComesBackFromEveryDialect) {
  samples::Random random(7);
  const std::vector<std::string> pieces{"=", "+", "-", "@", "'", "\t", "\r", "\n", "\"",
                                        ";", ",", " ", "a", "ß", "1",  "0",  "E5"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int n = random.between(0, 6); n > 0; --n) text += random.pick(pieces);
    EXPECT_EQ(unquoted(cell(text, CsvDialect::machine())), text);
    for (const char* language : {"en", "de"}) {
      const std::string kept = unquoted(cell(text, CsvDialect::excel(language)));
      ASSERT_EQ(withoutFormulaGuard(kept), text);
      EXPECT_TRUE(kept.empty() || std::string("=+-@\t\r").find(kept.front()) == std::string::npos) << text;
    }
  }
}

}  // namespace
}  // namespace undelivered
