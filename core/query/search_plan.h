// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "input/source.h"
#include "query/suspect_bytes.h"

namespace undelivered {

/// What to scan the bytes of a text for. Where that is only a part of what is searched for, every hit is read in full.
struct ByteScan {
  std::string text;  ///< folded unless case counts; empty: suspects and escapes only
  SuspectBytes suspects;
  bool bytesDecide = false;  ///< the bytes found are the whole text
  bool useless = false;      ///< the bytes cannot tell anything: every record is read in full
};

/// A text that is searched for: whether it occurs in a cell, and what its bytes look like in a log.
class SearchPlan {
 public:
  /// With case, the text occurs where its characters stand exactly so. A text that is no valid UTF-8 occurs nowhere
  /// then; folding puts U+FFFD in its place.
  SearchPlan(std::string_view utf8, bool matchCase);

  bool occursIn(std::string_view cell) const;
  bool matchesCase() const { return m_matchCase; }
  /// `readable`: the bytes are valid in that encoding; else each cell may be in one of the two.
  const ByteScan& scanFor(Encoding encoding, bool readable) const;
  /// Whether a match cannot reach over the edge of a cell.
  bool staysInCell(char delimiter) const { return m_text.find(delimiter) == std::string::npos; }
  /// Whether a match may take in the guard before a cell (Recognition::guarded), which is not read.
  bool mayMeetGuard() const { return m_text.find('\'') != std::string::npos; }

 private:
  std::string m_text;  // folded unless case counts
  bool m_matchCase;
  ByteScan m_utf8, m_windows1252, m_mixed;
};

}  // namespace undelivered
