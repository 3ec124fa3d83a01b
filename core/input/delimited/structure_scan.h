// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace undelivered {

/// Where cells and records of delimited text end, found 64 bytes at a time with the vector instructions of the
/// processor (chosen at run time by Highway). Positions are relative to the text that was given.
///
/// It only vouches for regular text: every quote opens at the start of a cell, closes at its end, or is doubled. At
/// the first group of 64 bytes with another quote it stops, and the caller splits that record exactly (split.h).
class StructureScan {
 public:
  StructureScan();

  /// What the scan carries from one group of 64 bytes to the next.
  struct State {
    std::uint64_t inside = 0;      ///< all ones within a quoted cell
    std::uint64_t afterEdge = 1;   ///< the last character ended a cell or was a quote
    std::uint64_t afterClose = 0;  ///< the last character was a closing quote
  };

  /// Where the scan of one strip writes to.
  struct Lists {
    std::uint32_t* structurals = nullptr;
    std::uint32_t* lineEnds = nullptr;
    std::uint32_t structuralIndex = 0;
    std::vector<std::uint32_t>* innerBreaks = nullptr;
  };

  /// Forgets everything; the next scan() starts outside quotes, at the start of a record.
  void reset();
  /// Scans text[from, to) and appends to the lists. `from` continues where the last call stopped. The 64 bytes behind
  /// `to` must be readable, and text[to] be the real next character unless the text ends there. Returns where it
  /// stopped: `to`, or the start of the group that holds an irregular quote.
  std::uint32_t scan(const char* text, std::uint32_t from, std::uint32_t to, char delimiter);
  /// Drops the first `count` structurals, all line ends and all inner breaks before `position`.
  void consume(std::uint32_t count, std::uint32_t position);

  /// Delimiters and line ends outside quotes, ascending. Of CRLF it is the LF. The caller may write to those of records
  /// that it has taken, and to the place before the first.
  std::uint32_t* structurals() { return m_structurals.data() + kFront; }
  /// For each line end its index in structurals().
  const std::uint32_t* lineEnds() const { return m_lineEnds.data(); }
  std::uint32_t lineEndCount() const { return m_lineEndCount; }
  /// Line breaks inside quotes, ascending.
  const std::vector<std::uint32_t>& innerBreaks() const { return m_innerBreaks; }

 private:
  static constexpr std::size_t kFront = 1;

  void reserve(std::uint32_t bytes);

  std::vector<std::uint32_t> m_structurals, m_lineEnds, m_innerBreaks;
  std::uint32_t m_structuralCount = 0, m_lineEndCount = 0;
  State m_state;
};

}  // namespace undelivered
