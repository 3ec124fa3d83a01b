// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/expectation.h"

namespace undelivered::samples {

enum class Encoding { Utf8, Windows1252, Utf16Le };

struct Dialect {
  char delimiter = ';';
  std::string_view lineEnd = "\r\n";
  Encoding encoding = Encoding::Utf8;
  bool byteOrderMark = false;
};

/// A line of a log and what it means.
struct Line {
  std::vector<std::string> cells;
  std::string raw;  ///< written as it is, in place of the cells, unless empty
  Meaning meaning;
};

/// Quoted by RFC 4180 where it has to be.
std::string joinCells(const std::vector<std::string>& cells, char delimiter);
std::string writeDelimited(const std::vector<std::string>& header, const std::vector<Line>& lines,
                           const Dialect& dialect);

}  // namespace undelivered::samples
