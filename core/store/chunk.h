// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "base/column.h"
#include "base/ids.h"

namespace undelivered {

/// The records that start in one block of one source, as columns: 14 bytes a record, and more only where the log
/// needs it. The columns are what filters, charts, sorting by time and the history of a recipient run over.
struct Chunk {
  static constexpr std::uint32_t kNoTime = 0;

  SourceId source;
  std::uint64_t baseOffset = 0;  ///< of the source's text; offsets below are relative to it
  std::uint64_t baseLine = 1;    ///< 1-based line at baseOffset

  std::uint32_t earliest = 0;           ///< no time of a record is below it
  std::uint32_t latest = 0xFFFF'FFFFu;  ///< nor above it

  Column<std::uint32_t> offset;         ///< where the record's text starts
  Column<std::uint32_t> time;           ///< seconds since 1970 UTC; kNoTime: none
  Column<std::uint16_t> kind;           ///< KindId
  Column<std::uint32_t> recipientHash;  ///< hashRecipient(); equal recipients have equal hashes
  /// Which of several records at the same offset; empty when it is 0 for all.
  Column<std::uint16_t> part;

  /// Where lines and records stop going in step: from record `row` on, line = baseLine + row + shift.
  struct LineShift {
    std::uint32_t row = 0;
    std::int32_t shift = 0;
  };
  std::vector<LineShift> lineShifts;  ///< by row; empty where every record is one line

  std::uint32_t size() const { return static_cast<std::uint32_t>(offset.size()); }
  std::uint64_t line(std::uint32_t row) const;
  /// Leaves out all records but the first ones.
  void shrinkTo(std::uint32_t count);
  std::size_t memoryBytes() const;
};

}  // namespace undelivered
