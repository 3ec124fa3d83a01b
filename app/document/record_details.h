// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include "base/result.h"
#include "query/log_query.h"
#include "store/record.h"

namespace undelivered {

/// One record in full, with what else the log has on its recipient.
struct RecordDetails {
  Record record;
  std::vector<Record> others;     ///< of the same recipient, newest first, at most kOthersShown; without the record
  std::uint64_t othersTotal = 0;  ///< all there are
};
inline constexpr std::size_t kOthersShown = 100;

/// Reads them from the logs. May take as long as a scan of the whole log's columns.
Result<RecordDetails> readDetails(const LogQuery& query, const std::shared_ptr<const DeliveryLog>& log, RowId row,
                                  const std::stop_token& stop);

}  // namespace undelivered
