// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/row_scan.h"

#include <map>

#include "query/summary.h"

namespace undelivered {
Counts countRows(const DeliveryLog& log, const RowList& among, const TimeRange& range, bool bySource,
                 const std::stop_token& stop) {
  std::map<std::pair<std::uint32_t, std::int32_t>, std::vector<std::uint64_t>> counts;  // by source and day
  ZoneCursor zone(log.zone());
  forEachChunk(log, among, stop, [&](std::size_t chunkIndex, std::span<const std::uint32_t> list) {
    const Chunk& chunk = log.chunks()[chunkIndex];
    const std::uint32_t firstRow = log.firstRow(chunkIndex);
    const std::uint32_t source = bySource ? chunk.source.value : 0;
    std::int32_t lastDay = 0;
    std::vector<std::uint64_t>* ofDay = nullptr;
    const auto count = [&](std::uint32_t row) {
      const std::uint32_t seconds = chunk.time[row];
      if (!range.contains(seconds)) return;
      std::int32_t day = kNoDay;
      if (seconds != Chunk::kNoTime) {
        day =
            static_cast<std::int32_t>(zone.dayOf(Timestamp{std::chrono::seconds{seconds}}).time_since_epoch().count());
      }
      if (!ofDay || day != lastDay) {
        ofDay = &counts[{source, day}];
        ofDay->resize(log.kinds().size());
        lastDay = day;
      }
      ++(*ofDay)[chunk.kind[row]];
    };
    if (among) {
      for (std::uint32_t row : list) count(row - firstRow);
    } else {
      for (std::uint32_t row = 0; row < chunk.size(); ++row) count(row);
    }
  });

  Counts result;
  for (const auto& [key, ofDay] : counts) {
    for (std::size_t kind = 0; kind < ofDay.size(); ++kind) {
      if (ofDay[kind]) {
        result.cells.push_back(
            {key.second, KindId{static_cast<std::uint16_t>(kind)}, SourceId{key.first}, ofDay[kind]});
      }
    }
  }
  return result;
}

}  // namespace undelivered
