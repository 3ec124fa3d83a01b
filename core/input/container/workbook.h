// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "base/result.h"
#include "input/spool.h"

namespace undelivered {

class ZipArchive;

struct FirstSheet {
  std::string name;
  std::vector<std::string> others;  ///< names of the sheets that hold something too
};

/// Writes the first sheet of a workbook (ECMA-376, transitional or strict), by the workbook's order and among those
/// that are not hidden, as delimited text in UTF-8: commas, quotes where needed, LF. The n-th row of the sheet is the
/// n-th record of the text and, where no cell above it holds a line break, its n-th line; rows without a value are
/// empty lines. Numbers keep all digits, dates are ISO 8601 (cell_value.h), formulas are their stored values.
///
/// Memory: the texts that the workbook keeps apart from its sheets (1 GiB at most), and one row.
/// Errors: DamagedArchive, ReadFailed, WriteFailed, Cancelled.
Result<FirstSheet> readFirstSheet(ZipArchive& archive, Spool& spool, const std::stop_token& stop);

}  // namespace undelivered
