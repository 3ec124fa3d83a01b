// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/input_stream.h"
#include "base/result.h"

namespace undelivered {

/// Whether a line is one cell in quotes, each quote in it doubled; empty cells may stand behind it, as may its end.
bool isQuotedCell(std::string_view line);
/// Appends the text in a quoted cell; a line of another kind as it stands.
void appendUnquoted(std::string& out, std::string_view line);

/// How a spreadsheet that opened a log with the wrong delimiter has written its lines.
struct LinesInCells {
  /// What cuts the table that it made of it, where some lines were cut by it and stand in several cells; all lines have
  /// as many then. Else every line is one quoted cell.
  std::optional<char> outer;
};
/// How the lines at the beginning of a log stand in cells, where every one of them does.
std::optional<LinesInCells> linesInCells(std::string_view sample, bool wholeFile);

/// Such a log with the text of the cells as a line. Lines of other kinds stay as they are.
class UnquotedLinesStream final : public InputStream {
 public:
  UnquotedLinesStream(LinesInCells form, std::unique_ptr<InputStream> quoted)
      : m_form(form), m_quoted(std::move(quoted)) {}

  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override;

 private:
  LinesInCells m_form;
  std::unique_ptr<InputStream> m_quoted;
  std::string m_rest;  // of a line whose end was not read yet
  std::string m_text;
  std::size_t m_taken = 0;
  bool m_ended = false;
};

}  // namespace undelivered
