// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/cell_value.h"

#include <gtest/gtest.h>

namespace undelivered {
namespace {

TEST(NumberText, KeepsAllDigits) {
  const std::pair<const char*, const char*> cases[] = {{"4915112345678", "4915112345678"},
                                                       {"4.915112345678E+12", "4915112345678"},
                                                       {"4.915112345678E12", "4915112345678"},
                                                       {"4.91511234567890123E+17", "491511234567890123"},
                                                       {"12345678901234567890", "12345678901234567890"},
                                                       {"0", "0"},
                                                       {"-0", "0"},
                                                       {"-12.50", "-12.5"},
                                                       {"007", "7"},
                                                       {"5.0999999999999996", "5.1"},
                                                       {"0.10000000000000001", "0.1"},
                                                       {"1.5E-2", "0.015"},
                                                       {"-1E-05", "-0.00001"},
                                                       {"1E+20", "100000000000000000000"},
                                                       {".5", "0.5"},
                                                       {"1e999999999999999999999", "1e999999999999999999999"},
                                                       {"1E+999", "1E+999"},
                                                       {"1E", "1E"},
                                                       {"abc", "abc"},
                                                       {"1.2.3", "1.2.3"},
                                                       {"", ""},
                                                       {"-", "-"},
                                                       {"NaN", "NaN"}};
  for (const auto& [stored, text] : cases) EXPECT_EQ(numberText(stored), text) << stored;
}

TEST(DateText, IsTheDayThatExcelShows) {
  const auto at = [](const char* days, NumberKind kind, bool from1904 = false) {
    return dateText(days, kind, from1904).value_or("none");
  };
  EXPECT_EQ(at("45720", NumberKind::Date), "2025-03-04");
  EXPECT_EQ(at("45720", NumberKind::DateTime), "2025-03-04 00:00:00");
  EXPECT_EQ(at("45720.344097222219", NumberKind::DateTime), "2025-03-04 08:15:30");
  EXPECT_EQ(at("45720.344097222219", NumberKind::Date), "2025-03-04 08:15:30");
  EXPECT_EQ(at("45720.344100000000", NumberKind::DateTime), "2025-03-04 08:15:30.240");
  EXPECT_EQ(at("45720.999999999", NumberKind::DateTime), "2025-03-05 00:00:00");
  EXPECT_EQ(at("44258", NumberKind::Date, true), "2025-03-04");
  EXPECT_EQ(at("0", NumberKind::Date, true), "1904-01-01");
  EXPECT_EQ(at("0.34409722222222222", NumberKind::Time), "08:15:30");
  EXPECT_EQ(at("45720.5", NumberKind::Time), "2025-03-04 12:00:00");
  EXPECT_EQ(at("1.5", NumberKind::Elapsed), "36:00:00");
  EXPECT_EQ(at("1", NumberKind::Date), "1900-01-01");
  EXPECT_EQ(at("59", NumberKind::Date), "1900-02-28");
  EXPECT_EQ(at("60", NumberKind::Date), "none") << "29 February 1900 never was";
  EXPECT_EQ(at("61", NumberKind::Date), "1900-03-01");
  EXPECT_EQ(at("2958465", NumberKind::Date), "9999-12-31");
  for (const char* none : {"2958466", "-1", "1e300", "nan", "inf", "", "x", "1x"})
    EXPECT_EQ(at(none, NumberKind::Date), "none") << none;
}

TEST(NumberKind, IsWhatTheFormatShows) {
  const std::pair<const char*, NumberKind> cases[] = {
      {"General", NumberKind::Number},
      {"0.00", NumberKind::Number},
      {"0.00E+00", NumberKind::Number},
      {"#,##0.00\\ \"d h m s y\"", NumberKind::Number},
      {"[Red]0;[Yellow]0", NumberKind::Number},
      {"[$-409]0", NumberKind::Number},
      {"0_d", NumberKind::Number},
      {"0*d", NumberKind::Number},
      {"0\\d", NumberKind::Number},
      {"0;yyyy", NumberKind::Number},
      {"\"TRUE\";\"TRUE\";\"FALSE\"", NumberKind::Number},
      {"@", NumberKind::Number},
      {"", NumberKind::Number},
      {"[", NumberKind::Number},
      {"\"", NumberKind::Number},
      {"yyyy\\-mm\\-dd", NumberKind::Date},
      {"dd.mm.yyyy;@", NumberKind::Date},
      {"mmm", NumberKind::Date},
      {"[$-407]d. mmmm yyyy", NumberKind::Date},
      {"YYYY-MM-DD HH:MM:SS", NumberKind::DateTime},
      {"dd/mm/yy h:mm AM/PM", NumberKind::DateTime},
      {"h:mm", NumberKind::Time},
      {"mm:ss.0", NumberKind::Time},
      {"[h]:mm:ss", NumberKind::Elapsed},
      {"[mm]:ss", NumberKind::Elapsed},
  };
  for (const auto& [code, kind] : cases) EXPECT_EQ(numberKindOf(code), kind) << code;
  EXPECT_EQ(builtInNumberKind(0), NumberKind::Number);
  EXPECT_EQ(builtInNumberKind(14), NumberKind::Date);
  EXPECT_EQ(builtInNumberKind(21), NumberKind::Time);
  EXPECT_EQ(builtInNumberKind(22), NumberKind::DateTime);
  EXPECT_EQ(builtInNumberKind(46), NumberKind::Elapsed);
  EXPECT_EQ(builtInNumberKind(47), NumberKind::Time);
  EXPECT_EQ(builtInNumberKind(49), NumberKind::Number);
}

TEST(CellText, EscapesAreResolved) {
  EXPECT_EQ(unescaped("a_x000D_\nb_x005F_x0041_ _x00e4__x20AC_"), "a\r\nb_x0041_ ä€");
  for (const char* plain : {"", "_x", "_x00", "_x00G1_", "_x0041", "_xD800_", "x_0041_", "_X0041_"})
    EXPECT_EQ(unescaped(plain), plain);
}

}  // namespace
}  // namespace undelivered
