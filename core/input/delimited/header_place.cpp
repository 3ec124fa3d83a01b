// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/header_place.h"

#include <algorithm>

#include <fmt/format.h>

#include "input/delimited/split.h"

namespace undelivered {
namespace {

constexpr int kRowsAsked = 100;

}  // namespace

std::optional<LinePlace> placeOfLine(std::string_view text, LinePlace from, std::uint64_t line) {
  if (line < from.line) return std::nullopt;
  while (from.line < line) {
    const std::size_t found = text.find_first_of("\r\n", from.offset);
    if (found == std::string_view::npos) return std::nullopt;
    from.offset = static_cast<std::uint32_t>(found + (text.substr(found).starts_with("\r\n") ? 2 : 1));
    ++from.line;
  }
  const std::string_view rest = text.substr(from.offset);
  const std::string_view there = rest.substr(0, rest.find_first_of("\r\n"));
  if (there.find_first_not_of(" \t;,|") == std::string_view::npos) return std::nullopt;
  return from;
}

std::string whyNoHeader(std::string_view text, bool wholeFile, LinePlace from, std::uint64_t line) {
  std::uint64_t lines = from.line - 1;
  for (std::size_t at = from.offset; at < text.size(); ++lines) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  if (line <= lines) return fmt::format("line {} has no header", line);
  if (wholeFile) return fmt::format("its last line is line {}, so there is no header in line {}", lines, line);
  return fmt::format("a header is looked for in the first {} bytes alone, which end in line {}, before line {}",
                     text.size(), lines, line);
}

std::size_t columnsOfRows(std::string_view text, bool wholeFile, std::uint32_t start, char delimiter) {
  std::size_t most = 0;
  SplitRecord row;
  for (int rows = 0; rows < kRowsAsked && start < text.size(); ++rows) {
    if (!trySplitRecord(text, wholeFile, start, delimiter, 0, row) || row.tooLong) break;
    most = std::max(most, row.cells.size());
    start = row.end;
  }
  return most;
}

void nameEmptyColumns(std::vector<std::string>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].empty()) columns[i] = fmt::format("#{}", i + 1);
  }
}

}  // namespace undelivered
