// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "base/result.h"
#include "query/column.h"
#include "query/row_set.h"
#include "store/delivery_log.h"

namespace undelivered {

/// More rows than these are exported, not copied: the clipboard holds them in memory, several times.
inline constexpr std::uint32_t kMostRowsCopied = 100'000;

/// Rows as a spreadsheet takes them from the clipboard: tab between cells, one line a row, formulas guarded.
Result<std::string> rowsAsText(const std::shared_ptr<const DeliveryLog>& log, const RowSet& rows,
                               const std::vector<ColumnId>& columns, const std::string& language, bool withHeaders,
                               const std::stop_token& stop);

}  // namespace undelivered
