// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "input/delimited/split.h"

namespace undelivered {

/// A line of delimited text that stands as a whole in one quoted cell, as spreadsheets write it where they did not know
/// the delimiter: only what holds a quote or their own delimiter gets quotes, so that other lines of the same log stand
/// as they are. What it is hangs on the line alone.
class LineInCell {
 public:
  /// Whether `record`, a record as it stands with or without its end, is one quoted cell, with nothing but empty ones
  /// behind it, and the text in it has just so many cells; 0: several. What reads like a sentence is no line.
  bool take(std::string_view record, char delimiter, std::size_t columns);

  /// Of the line that was taken last: without the quotes around it.
  std::string_view text() const { return std::string_view(m_text).substr(0, m_size); }
  const SplitRecord& split() const { return m_split; }
  /// One of its cells as it stands, with quotes, padded (see short_text.h).
  std::string_view cell(std::size_t column) const;

 private:
  bool hasRightCells(std::size_t columns) const;
  bool isSentence() const;

  std::string m_text;  // and what pads it
  std::size_t m_size = 0;
  SplitRecord m_split;
};

}  // namespace undelivered
