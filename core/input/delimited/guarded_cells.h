// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "input/delimited/split.h"
#include "input/source.h"

namespace undelivered {

/// Tells by the first rows of a table whether its cells are guarded against formulas, as those of an action list for a
/// spreadsheet are: recipients and ids show it, since no other text has a reason to start with such a guard. A list
/// without one of those that need it is told by its header.
class GuardedCells {
 public:
  /// `recognition` outlives this.
  explicit GuardedCells(const Recognition& recognition) : m_recognition(recognition) {}

  void look(std::string_view text, const SplitRecord& row);
  bool areThere() const;

 private:
  void lookAtColumn(std::string_view text, const SplitRecord& row, std::uint16_t column);
  bool isActionList() const;

  const Recognition& m_recognition;
  std::size_t m_guarded = 0, m_unguarded = 0;  // cells that need a guard
  bool m_isForMachines = false;
};

}  // namespace undelivered
