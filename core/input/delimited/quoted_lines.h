// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/input_stream.h"
#include "base/result.h"

namespace undelivered {

/// Whether every line at the beginning of a log is one quoted cell with delimited text in it: what a spreadsheet makes
/// of a file that it opened with the wrong delimiter.
bool areQuotedLines(std::string_view sample, bool wholeFile);

/// Such a log with the text of each cell as a line. Lines of other kinds stay as they are.
class UnquotedLinesStream final : public InputStream {
 public:
  explicit UnquotedLinesStream(std::unique_ptr<InputStream> quoted) : m_quoted(std::move(quoted)) {}

  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override;

 private:
  std::unique_ptr<InputStream> m_quoted;
  std::string m_rest;  // of a line whose end was not read yet
  std::string m_text;
  std::size_t m_taken = 0;
  bool m_ended = false;
};

}  // namespace undelivered
