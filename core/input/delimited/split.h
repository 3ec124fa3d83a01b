// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "input/block.h"

namespace undelivered {

/// A cell of delimited text, as it stands between the delimiters.
struct Cell {
  std::uint32_t begin = 0, end = 0;  ///< relative to the block's text, quotes around it left out
  bool quoted = false;               ///< "" inside stands for "
};

/// A cell as it stands, with the quotes around it.
inline std::string_view rawCell(std::string_view text, const Cell& cell) {
  return {text.data() + cell.begin - cell.quoted, cell.end - cell.begin + 2u * cell.quoted};
}

/// One record of delimited text, split exactly: the reference that decides wherever the fast scan is not sure.
///
/// Rules: RFC 4180 with LF, CRLF or CR as line ends. A quote opens a cell only as its first character; elsewhere it is
/// text. A quoted cell that has no end within kMaxRecordBytes, or whose quote is followed by text after a line break
/// has been passed, was never meant as one: the physical line is then split by itself, quotes that do not close in it
/// being text.
///
/// A quoted cell with line breaks that closes stands, whatever the number of cells. Only where it closes at a stray
/// quote far below it would swallow the records in between, so the same holds for a record of which more than half of
/// the lines between its first and its last, each split by itself, have `columns` cells: those look like records
/// themselves. A record that has the right number of cells (but for empty ones behind them) is believed up to
/// kTrustedLines lines.
struct SplitRecord {
  std::vector<Cell> cells;
  std::uint32_t end = 0;          ///< where the next record starts, relative to the block's text
  std::uint32_t lines = 0;        ///< line breaks in it, its own end included
  std::uint32_t innerBreaks = 0;  ///< those of them that stand in quoted cells
  bool unterminatedQuote = false;
  bool misplacedQuote = false;  ///< text after a closing quote, kept with the quotes
  bool tooLong = false;         ///< no line end within kMaxRecordBytes; `end` is behind what was passed
};

/// So many lines a record with the right number of cells may have without a look at each of them.
inline constexpr std::uint32_t kTrustedLines = 8;

/// Splits the record that starts at `start` (relative to the block's text), extending the block where it does not end
/// in it. Errors are those of reading only. `record` is reused.
Result<void> splitRecord(Block& block, std::uint32_t start, char delimiter, std::size_t columns, SplitRecord& record);

/// The same within a text that cannot grow; false where the record does not end in it. A record that is tooLong has no
/// `end`. With 0 for `columns`, which is then not known, every quoted cell that closes stands.
bool trySplitRecord(std::string_view text, bool atEnd, std::uint32_t start, char delimiter, std::size_t columns,
                    SplitRecord& record);
/// The physical line at `start` split by itself: quotes that do not close in it are text.
bool trySplitLine(std::string_view text, bool atEnd, std::uint32_t start, char delimiter, SplitRecord& record);

}  // namespace undelivered
