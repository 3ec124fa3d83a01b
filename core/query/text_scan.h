// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "query/suspect_bytes.h"

namespace undelivered {

/// What a scan of raw text looks for: places that may start a match, and places that make raw bytes say too little.
struct TextNeedle {
  std::string_view
      text;  ///< without what JSON escapes, and unless case counts ASCII in lower case; empty: suspects only
  SuspectBytes suspects;   ///< characters that may take part in a match with other bytes
  bool json = false;       ///< \uXXXX may stand for any character
  bool matchCase = false;  ///< the text's bytes as they are
};

struct TextHit {
  std::uint32_t position = 0;
  bool doubtful = false;  ///< a suspect or an escape: the record's text has to be decoded to tell
};

/// Finds, for each record of a raw text, the first place where the needle stands, or a
/// doubtful place before it. `starts` are the records' starts, ascending, from `text` on; the last ends at `size`.
/// Appends at most one hit for each record. Vector instructions chosen at run time; the 64 + needle size bytes behind
/// `size` must be readable.
void scanRecords(const char* text, std::uint32_t size, const std::vector<std::uint32_t>& starts,
                 const TextNeedle& needle, std::vector<TextHit>& hits);

}  // namespace undelivered
