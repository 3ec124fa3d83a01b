// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "input/delimited/scanned_lines.h"
#include "input/plain_records.h"

namespace undelivered {

/// The columns of a log that its plain records are taken from; all of them different ones.
struct PlainColumns {
  std::uint16_t time = 0, recipient = 0;
  std::uint16_t firstOfKind = 0, lastOfKind = 0;  ///< those of code, status and channel, side by side
};

/// Takes plain records out of lines, a run at a time, as long as that pays.
class PlainRun {
 public:
  /// Before each block; `pays`: whether its lines may be taken this way at all.
  void start(bool pays) {
    m_pays = pays;
    m_runs = m_taken = 0;
  }
  bool pays() const { return m_pays; }
  void giveUp() { m_pays = false; }

  /// Those that the next lines begin with, as many as there is room for; each has `cells` cells. Fills nothing but the
  /// places of cells in records(), and their number.
  void take(const ScannedLines& lines, const PlainColumns& columns, std::uint32_t cells);
  /// Moves behind what was taken.
  void pass(ScannedLines& lines) const;
  /// One of the cells of a record that was taken.
  std::string_view cell(std::uint32_t index, std::uint16_t column) const {
    return cellsOf(column, column, index).front();
  }

  PlainRecords& records() { return m_records; }

 private:
  /// From the first column to the last one, side by side, beginning with one of the records.
  PlainRecords::Cells cellsOf(std::uint16_t first, std::uint16_t last, std::uint32_t index = 0) const;

  PlainRecords m_records;
  const char* m_text = nullptr;
  const std::uint32_t* m_ends = nullptr;  // of the cells of the first one
  std::uint32_t m_cells = 0;
  std::uint32_t m_next = 0;  // where the line behind them starts
  std::uint32_t m_runs = 0, m_taken = 0;
  bool m_pays = false;
};

}  // namespace undelivered
