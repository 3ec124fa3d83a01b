// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/delimited/cell_reader.h"

namespace undelivered {

/// All cells of a line, as the user would read them; of a log with so many columns.
std::vector<std::string> cellsOfLine(std::string_view line, char delimiter, std::size_t columns,
                                     const CellReader& reader);

/// Whether cells are the header again, regardless of case and separators. Columns without a name are called "#1", ...
bool areHeader(const std::vector<std::string>& cells, const std::vector<std::string>& names);

/// The first cell where all others are blank; nothing for a blank one of a log that has no other column.
std::optional<std::string> onlyFirstOf(std::vector<std::string> cells, std::size_t columns);

}  // namespace undelivered
