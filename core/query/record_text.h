// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "query/column.h"
#include "store/record.h"

namespace undelivered {

/// What stands in a column whose text is the log's own; nothing for the columns that are made from it. Lives as long as
/// the record.
std::optional<std::string_view> ownText(const Record& record, ColumnId column);

}  // namespace undelivered
