// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>

#include "base/result.h"
#include "query/log_query.h"
#include "store/delivery_log.h"

namespace undelivered {

/// Sorts rows, which come in the order of the log, by a column; equal ones keep that order. Times, words and lines are
/// sorted by what the store holds; text columns are read from the logs and compared by the collation of the language
/// (ICU), numbers inside of texts by their value. Rows without a value come last, whatever the direction.
Result<RowSet> sortRows(const std::shared_ptr<const DeliveryLog>& log, const RowSet& rows, const Sort& sort,
                        std::stop_token stop);

}  // namespace undelivered
