// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace undelivered {

/// Where a line of a text starts.
struct LinePlace {
  std::uint32_t offset = 0;
  std::uint64_t line = 1;  ///< 1-based
};
/// The place of the 1-based line, counted from `from` on as readers count: LF, CRLF or CR ends one. Nothing where the
/// text has no such line, or nothing but blanks on it.
std::optional<LinePlace> placeOfLine(std::string_view text, LinePlace from, std::uint64_t line);

/// Why placeOfLine() found nothing there, for people: how many lines the text has, or that the line is blank.
std::string whyNoHeader(std::string_view text, bool wholeFile, LinePlace from, std::uint64_t line);

/// The number of columns of a table without a header: the most cells that one of its first rows has.
std::size_t columnsOfRows(std::string_view text, bool wholeFile, std::uint32_t start, char delimiter);

/// "#1", "#2", ... in place of empty names.
void nameEmptyColumns(std::vector<std::string>& columns);

}  // namespace undelivered
