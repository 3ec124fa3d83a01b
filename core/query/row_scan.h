// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "query/counts.h"
#include "query/kind_filter.h"
#include "query/row_set.h"
#include "store/delivery_log.h"

namespace undelivered {

/// Row numbers, ascending; null stands for all of the log.
using RowList = std::shared_ptr<const std::vector<std::uint32_t>>;

/// Calls for each chunk with the part of the list that lies in it; with nothing where there is no list. For no more of
/// them once the stop is asked for.
template <class Visit>
void forEachChunk(const DeliveryLog& log, const RowList& among, const std::stop_token& stop, Visit visit) {
  if (!among) {
    for (std::size_t i = 0; i < log.chunks().size() && !stop.stop_requested(); ++i)
      visit(i, std::span<const std::uint32_t>());
    return;
  }
  for (std::size_t at = 0; at < among->size() && !stop.stop_requested();) {
    const std::size_t chunk = log.chunkOf(RowId{(*among)[at]});
    const std::uint32_t end = log.firstRow(chunk) + log.chunks()[chunk].size();
    const auto next =
        std::lower_bound(among->begin() + static_cast<std::ptrdiff_t>(at), among->end(), end) - among->begin();
    visit(chunk, std::span(*among).subspan(at, static_cast<std::size_t>(next) - at));
    at = static_cast<std::size_t>(next);
  }
}

/// The rows of a list (or of the log) that pass a filter's kinds and time range. Nothing useful once the stop was asked
/// for.
RowSet passingRows(const DeliveryLog& log, const RowList& among, const KindFilter& kinds, const TimeRange& range,
                   const std::stop_token& stop = {});

/// Counts the rows of a list (or of the log) within a time range by day and kind, and by source if asked for. Not all
/// of them once the stop was asked for.
Counts countRows(const DeliveryLog& log, const RowList& among, const TimeRange& range, bool bySource,
                 const std::stop_token& stop = {});

}  // namespace undelivered
