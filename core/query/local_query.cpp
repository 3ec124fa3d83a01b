// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <mutex>

#include "query/counts.h"
#include "query/kind_filter.h"
#include "query/log_query.h"
#include "query/row_scan.h"
#include "query/sort_rows.h"
#include "query/summarise.h"
#include "query/text_search.h"
#include "store/recipient.h"
#include "store/record_reader.h"

namespace undelivered {
namespace {

/// The engine over a log in this process: the cube answers what it can, then the columns, then the text.
class LocalQuery final : public LogQuery {
 public:
  explicit LocalQuery(std::shared_ptr<const DeliveryLog> log) : m_log(std::move(log)) {}

  const DeliveryLog& log() const override { return *m_log; }
  Result<RowSet> rows(const Filter& filter, const Sort& sort, std::stop_token stop) const override;
  Result<Summary> summarise(const Filter& filter, std::span<const Dimension> by, std::stop_token stop) const override;
  Result<Facets> facets(const Filter& filter, std::stop_token stop) const override;
  Result<RowSet> sameRecipient(RowId row, std::stop_token stop) const override;

 private:
  /// The rows that hold the filter's text; null where it has none. The last answer is kept, since every other change of
  /// a filter asks again for the same text.
  Result<RowList> matches(const Filter& filter, std::stop_token stop) const;
  /// Counts within the filter's text and time range.
  Counts countsInRange(const RowList& among, const TimeRange& range, bool bySource, const std::stop_token& stop) const;

  std::shared_ptr<const DeliveryLog> m_log;
  mutable std::mutex m_mutex;
  mutable std::string m_lastSearch;
  mutable bool m_lastMatchCase = false;
  mutable RowList m_lastMatches;
};

Result<RowList> LocalQuery::matches(const Filter& filter, std::stop_token stop) const {
  if (filter.search.empty()) return RowList();
  {
    const std::lock_guard lock(m_mutex);
    if (m_lastMatches && m_lastSearch == filter.search && m_lastMatchCase == filter.matchCase) return m_lastMatches;
  }
  auto found = searchText(m_log, filter.search, filter.matchCase, stop);
  if (!found) return tl::unexpected(found.error());
  auto list = std::make_shared<const std::vector<std::uint32_t>>(std::move(*found));
  const std::lock_guard lock(m_mutex);
  m_lastSearch = filter.search;
  m_lastMatchCase = filter.matchCase;
  m_lastMatches = list;
  return RowList(list);
}

Counts LocalQuery::countsInRange(const RowList& among, const TimeRange& range, bool bySource,
                                 const std::stop_token& stop) const {
  const auto days = wholeDays(range, m_log->zone());
  if (among || bySource || !days) return countRows(*m_log, among, range, bySource, stop);
  Counts counts = countsOfCube(*m_log);
  std::erase_if(counts.cells,
                [&](const Counts::Cell& cell) { return cell.day < days->first || cell.day >= days->end; });
  return counts;
}

Result<RowSet> LocalQuery::rows(const Filter& filter, const Sort& sort, std::stop_token stop) const {
  const auto among = matches(filter, stop);
  if (!among) return tl::unexpected(among.error());
  const KindFilter kinds(*m_log, filter);
  const TimeRange range(filter);
  const bool everything = !*among && kinds.passesAll() && range.everything();
  const RowSet rows = everything ? RowSet::all(m_log->recordCount()) : passingRows(*m_log, *among, kinds, range, stop);
  if (stop.stop_requested()) return cancelled();
  return sortRows(m_log, rows, sort, stop);
}

Result<Summary> LocalQuery::summarise(const Filter& filter, std::span<const Dimension> by, std::stop_token stop) const {
  const auto among = matches(filter, stop);
  if (!among) return tl::unexpected(among.error());
  const bool bySource = std::find(by.begin(), by.end(), Dimension::Source) != by.end();
  const Counts counts = countsInRange(*among, TimeRange(filter), bySource, stop);
  if (stop.stop_requested()) return cancelled();
  return summariseCounts(*m_log, counts, KindFilter(*m_log, filter), by, stop);
}

Result<Facets> LocalQuery::facets(const Filter& filter, std::stop_token stop) const {
  const auto among = matches(filter, stop);
  if (!among) return tl::unexpected(among.error());
  const Counts allTimes = *among ? countRows(*m_log, *among, TimeRange(Filter{}), false, stop) : countsOfCube(*m_log);
  const TimeRange range(filter);
  const KindFilter kinds(*m_log, filter);
  if (range.everything()) return facetsOfCounts(*m_log, allTimes, allTimes, kinds, stop);
  const Counts inRange = countsInRange(*among, range, false, stop);
  return facetsOfCounts(*m_log, allTimes, inRange, kinds, stop);
}

Result<RowSet> LocalQuery::sameRecipient(RowId row, std::stop_token stop) const {
  const std::size_t ownChunk = m_log->chunkOf(row);
  const std::uint32_t hash = m_log->chunks()[ownChunk].recipientHash[row.value - m_log->firstRow(ownChunk)];
  if (hash == 0) return RowSet(std::vector<std::uint32_t>{row.value});

  RecordReader reader(m_log);
  const auto own = reader.read(row, RecordReader::Read::WithoutOriginals);
  if (!own) return tl::unexpected(own.error());
  std::string ownBuffer;
  std::string buffer;
  const std::string_view wanted = normaliseRecipient(own->recipient, ownBuffer);

  std::vector<std::uint32_t> rows;
  for (std::size_t i = 0; i < m_log->chunks().size(); ++i) {
    if (stop.stop_requested()) return cancelled();
    const auto& hashes = m_log->chunks()[i].recipientHash;
    for (auto at = std::find(hashes.begin(), hashes.end(), hash); at != hashes.end();
         at = std::find(at + 1, hashes.end(), hash)) {
      if (stop.stop_requested()) return cancelled();
      // Two recipients can share 32 bits of hash: the text decides.
      const RowId candidate{m_log->firstRow(i) + static_cast<std::uint32_t>(at - hashes.begin())};
      const auto record = reader.read(candidate, RecordReader::Read::WithoutOriginals);
      if (!record) return tl::unexpected(record.error());
      if (normaliseRecipient(record->recipient, buffer) == wanted) rows.push_back(candidate.value);
    }
  }
  return sortRows(m_log, RowSet(std::move(rows)), Sort{ColumnId::Time, false, "en"}, stop);
}

}  // namespace

std::shared_ptr<const LogQuery> makeLocalQuery(std::shared_ptr<const DeliveryLog> log) {
  return std::make_shared<LocalQuery>(std::move(log));
}

}  // namespace undelivered
