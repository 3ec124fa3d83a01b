// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/row_scan.h"

#include <algorithm>
#include <map>

#include "query/summary.h"

namespace undelivered {
namespace {

/// Calls for each chunk with the part of the list that lies in it.
template <class Visit>
void forEachChunk(const DeliveryLog& log, const RowList& among, Visit visit) {
  if (!among) {
    for (std::size_t i = 0; i < log.chunks().size(); ++i) visit(i, std::span<const std::uint32_t>());
    return;
  }
  for (std::size_t at = 0; at < among->size();) {
    const std::size_t chunk = log.chunkOf(RowId{(*among)[at]});
    const std::uint32_t end = log.firstRow(chunk) + log.chunks()[chunk].size();
    const auto stop =
        std::lower_bound(among->begin() + static_cast<std::ptrdiff_t>(at), among->end(), end) - among->begin();
    visit(chunk, std::span(*among).subspan(at, static_cast<std::size_t>(stop) - at));
    at = static_cast<std::size_t>(stop);
  }
}

/// Branch-free: writes every row and moves on only where it passes. `out` has room for all.
template <class Passes>
std::uint32_t* takePassing(std::uint32_t count, std::uint32_t firstRow, std::uint32_t* out, const Passes& passes) {
  for (std::uint32_t row = 0; row < count; ++row) {
    *out = firstRow + row;
    out += passes(row);
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> passingRows(const DeliveryLog& log, const RowList& among, const KindFilter& kinds,
                                       const TimeRange& range) {
  const std::vector<std::uint8_t> table = kinds.table();
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> buffer;
  forEachChunk(log, among, [&](std::size_t chunkIndex, std::span<const std::uint32_t> list) {
    const Chunk& chunk = log.chunks()[chunkIndex];
    const std::uint32_t firstRow = log.firstRow(chunkIndex);
    if (among) {
      for (std::uint32_t row : list) {
        if (table[chunk.kind[row - firstRow]] && range.contains(chunk.time[row - firstRow])) rows.push_back(row);
      }
      return;
    }
    buffer.resize(chunk.size() + 1);
    const std::uint16_t* kind = chunk.kind.data();
    const std::uint32_t* time = chunk.time.data();
    const std::uint8_t* pass = table.data();
    const std::uint32_t* end =
        range.everything()
            ? takePassing(chunk.size(), firstRow, buffer.data(), [&](std::uint32_t row) { return pass[kind[row]]; })
            : takePassing(chunk.size(), firstRow, buffer.data(), [&](std::uint32_t row) {
                const bool inRange =
                    (time[row] != Chunk::kNoTime) & (time[row] >= range.since) & (time[row] < range.until);
                return static_cast<std::uint8_t>(pass[kind[row]] & static_cast<std::uint8_t>(inRange));
              });
    rows.insert(rows.end(), static_cast<const std::uint32_t*>(buffer.data()), end);
  });
  return rows;
}

Counts countRows(const DeliveryLog& log, const RowList& among, const TimeRange& range, bool bySource) {
  std::map<std::pair<std::uint32_t, std::int32_t>, std::vector<std::uint64_t>> counts;  // by source and day
  ZoneCursor zone(log.zone());
  forEachChunk(log, among, [&](std::size_t chunkIndex, std::span<const std::uint32_t> list) {
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
