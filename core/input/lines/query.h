// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "input/lines/pairs.h"

namespace undelivered {

/// Percent-decodes the key or value of a query (WHATWG URL, application/x-www-form-urlencoded): "+" is a blank, a
/// percent sign without two digits behind it stays. What is no UTF-8 then is read as Windows-1252.
void decodeQueryText(std::string_view text, std::string& decoded);

/// The queries in a line: "GET /dlr?a=1&b=2 HTTP/1.1", "body: a=1&b=2", or a query alone.
class QueryFinder {
 public:
  void start(std::string_view line) {
    m_line = line;
    m_at = 0;
  }
  /// The pairs of the next query of at least two pairs; false where there is none left. Valid until the next call.
  bool next(std::vector<LinePair>& pairs);

 private:
  std::string_view decoded(std::string_view text);

  std::string_view m_line;
  std::size_t m_at = 0;
  std::deque<std::string> m_texts;  // those in use come first
  std::size_t m_used = 0;
};

}  // namespace undelivered
