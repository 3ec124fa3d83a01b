// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "base/result.h"
#include "query/log_query.h"
#include "store/delivery_log.h"

namespace undelivered {

/// sortRows() for the columns whose text stands in the logs alone. Reads and sorts on all processors.
Result<std::vector<std::uint32_t>> sortByText(const std::shared_ptr<const DeliveryLog>& log,
                                              std::span<const std::uint32_t> rows, const Sort& sort,
                                              const std::stop_token& stop);

}  // namespace undelivered
