// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "input/delimited/structure_scan.h"

namespace undelivered {

/// The lines that a scan has found, taken one after the other.
struct ScannedLines {
  StructureScan& scan;
  const char* text = nullptr;
  std::uint32_t at = 0;        ///< where the next line starts
  std::uint32_t end = 0;       ///< no line from here on is wanted
  std::uint32_t line = 0;      ///< the next one's place among the scan's line ends
  std::uint32_t first = 0;     ///< its first structural
  std::size_t breakIndex = 0;  ///< the first of the scan's inner breaks that is not before it

  bool done() const { return line >= scan.lineEndCount() || at >= end; }
  /// Of the next line's cells; the place before the first one may be written to as well.
  std::uint32_t* ends() const { return scan.structurals() + first; }
  /// The first line break in quotes that is not before the next line.
  std::uint32_t nextBreak() const {
    const auto& breaks = scan.innerBreaks();
    return breakIndex < breaks.size() ? breaks[breakIndex] : ~std::uint32_t{0};
  }
  /// Line breaks in quotes before a place, from the next line on; they are passed.
  std::uint32_t passBreaks(std::uint32_t before) {
    const auto& breaks = scan.innerBreaks();
    const std::size_t from = breakIndex;
    while (breakIndex < breaks.size() && breaks[breakIndex] < before) ++breakIndex;
    return static_cast<std::uint32_t>(breakIndex - from);
  }
};

}  // namespace undelivered
