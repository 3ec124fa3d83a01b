// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "base/result.h"
#include "query/column.h"
#include "query/filter.h"
#include "query/row_set.h"
#include "query/summary.h"
#include "store/delivery_log.h"
#include "store/record.h"

namespace undelivered {

struct Sort {
  std::optional<ColumnId> column;  ///< none: the order of the log
  bool descending = false;
  /// For collation of text and order of words: "en", "de".
  std::string language = "en";

  bool operator==(const Sort&) const = default;
};

/// Answers questions about one log. Functions are re-entrant and may be called from several threads at once; each may
/// use a second thread of its own.
class LogQuery {
 public:
  virtual ~LogQuery() = default;

  virtual const DeliveryLog& log() const = 0;

  /// The rows that a filter leaves, sorted; equal ones stay in the order of the log, whatever the direction.
  virtual Result<RowSet> rows(const Filter& filter, const Sort& sort, std::stop_token stop = {}) const = 0;
  virtual Result<Summary> summarise(const Filter& filter, std::span<const Dimension> by,
                                    std::stop_token stop = {}) const = 0;
  virtual Result<Facets> facets(const Filter& filter, std::stop_token stop = {}) const = 0;
  /// Every record, delivered ones too, of the recipient of that row, in the order of time.
  virtual Result<RowSet> sameRecipient(RowId row, std::stop_token stop = {}) const = 0;
};

/// Over a log that this process has loaded.
std::shared_ptr<const LogQuery> makeLocalQuery(std::shared_ptr<const DeliveryLog> log);

}  // namespace undelivered
