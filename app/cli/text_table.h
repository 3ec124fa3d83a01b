// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace undelivered::cli {

/// Rows of cells, the header first.
using Cells = std::vector<std::vector<std::string>>;

/// Columns as wide as their widest cell (in code points), numbers to the right.
std::string asTable(const Cells& cells);
/// RFC 4180.
std::string asCsv(const Cells& cells);

}  // namespace undelivered::cli
