// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "bench/measure.h"
#include "store/delivery_log.h"

namespace undelivered::bench {

struct Options {
  std::string folder;  ///< where generated logs are kept and exports are written
  int runs = 5;
};

/// Reading: time beside `wc -l` of the same file, interleaved; memory by record.
Result<std::shared_ptr<const DeliveryLog>> benchLoad(const std::string& path, const Options& options, Report& report);
/// Webhook events: time beside simdjson parsing the same text in memory.
Result<void> benchEvents(const std::string& path, const Options& options, Report& report);
/// Filters, counts, sorting, searching, reading rows, exporting.
Result<void> benchQueries(const std::shared_ptr<const DeliveryLog>& log, const std::string& path,
                          const Options& options, Report& report);
Result<void> benchRecords(const std::shared_ptr<const DeliveryLog>& log, const std::string& path,
                          const Options& options, Report& report);

}  // namespace undelivered::bench
