// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/sort_rows.h"

#include <algorithm>
#include <limits>
#include <map>

#include "base/parallel.h"
#include "base/stoppable.h"
#include "query/collation.h"
#include "query/radix_sort.h"
#include "query/sort_by_text.h"

namespace undelivered {
namespace {

constexpr std::uint32_t kLast = std::numeric_limits<std::uint32_t>::max();

/// The text of a column that hangs on the reason alone.
std::string_view reasonText(const LogReason& reason, ColumnId column, const std::string& language) {
  if (column == ColumnId::ReasonCode) return reason.code;
  if (column == ColumnId::ReasonTitle) {
    const std::string_view title = reason.title(language);
    return title.empty() ? reason.code : title;
  }
  if (!reason.entry) return {};
  const ReasonText& text = reason.entry->text(language);
  return column == ColumnId::Explanation ? text.explanation : text.action;
}

/// The place of each text among all of them; empty ones last.
std::vector<std::uint32_t> ranks(const std::vector<std::string_view>& texts, const std::string& language) {
  const Collation collation(language);
  std::vector<std::string> keys;
  keys.reserve(texts.size());
  for (std::string_view text : texts) keys.push_back(text.empty() ? std::string() : collation.key(text));
  std::map<std::string, std::uint32_t> places;
  for (const std::string& key : keys) places.emplace(key, 0);
  std::uint32_t next = 0;
  for (auto& [key, place] : places) place = key.empty() ? kLast : next++;
  std::vector<std::uint32_t> result;
  result.reserve(keys.size());
  for (const std::string& key : keys) result.push_back(places[key]);
  return result;
}

template <class E, std::size_t N>
std::uint32_t rankOf(const std::array<E, N>& order, E value) {
  return static_cast<std::uint32_t>(std::find(order.begin(), order.end(), value) - order.begin());
}

/// For each kind of the log its place on a column that the kind decides; empty where the column is another.
std::vector<std::uint32_t> ranksOfKinds(const DeliveryLog& log, ColumnId column, const std::string& language) {
  std::vector<std::uint32_t> result;
  std::vector<std::string_view> texts;
  for (const Kind& kind : log.kinds()) {
    const LogReason& reason = log.reason(kind.reason);
    switch (column) {
      case ColumnId::Channel:
        result.push_back(rankOf(kChannels, kind.channel));
        break;
      case ColumnId::Outcome:
        result.push_back(rankOf(kOutcomes, kind.outcome));
        break;
      case ColumnId::Persistence:
        result.push_back(rankOf(kPersistences, reason.persistence()));
        break;
      case ColumnId::Actionability:
        result.push_back(rankOf(kActionabilities, reason.actionability()));
        break;
      case ColumnId::Phase:
        result.push_back(rankOf(kPhases, reason.phase()));
        break;
      case ColumnId::ReasonCode:
      case ColumnId::ReasonTitle:
      case ColumnId::Explanation:
      case ColumnId::Action:
        texts.push_back(reasonText(reason, column, language));
        break;
      default:
        return {};
    }
  }
  return texts.empty() ? result : ranks(texts, language);
}

std::vector<std::uint32_t> ranksOfSources(const DeliveryLog& log, const std::string& language) {
  std::vector<std::string_view> names;
  for (const auto& source : log.sources()) names.push_back(source->displayName);
  return ranks(names, language);
}

constexpr std::size_t kRowsPerThread = std::size_t{1} << 17;

/// The rows, which ascend, in the order of what `key` gives for a chunk and the place in it; kLast comes last.
template <class Key>
Result<std::vector<std::uint32_t>> byKey(const DeliveryLog& log, std::vector<std::uint32_t> rows, bool descending,
                                         const std::stop_token& stop, const Key& key) {
  KeyedRows keyed(rows.size());
  const std::size_t threads = threadsFor(rows.size() / kRowsPerThread);
  onThreads(threads, [&](std::size_t thread) {
    std::size_t chunkIndex = 0;
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    for (std::size_t i = rows.size() * thread / threads; i < rows.size() * (thread + 1) / threads; ++i) {
      const std::uint32_t row = rows[i];
      if (row < first || row >= end) {
        if (stop.stop_requested()) return;
        chunkIndex = log.chunkOf(RowId{row});
        first = log.firstRow(chunkIndex);
        end = first + log.chunks()[chunkIndex].size();
      }
      const std::uint32_t value = key(log.chunks()[chunkIndex], row - first);
      keyed[i] = {descending && value != kLast ? kLast - 1 - value : value, row};
    }
  });
  if (stop.stop_requested()) return cancelled();
  radixSort(keyed, stop);
  if (stop.stop_requested()) return cancelled();
  onThreads(threads, [&](std::size_t thread) {
    for (std::size_t i = rows.size() * thread / threads; i < rows.size() * (thread + 1) / threads; ++i) {
      rows[i] = keyed[i].row;
    }
  });
  return rows;
}

}  // namespace

Result<std::vector<std::uint32_t>> sortRows(const std::shared_ptr<const DeliveryLog>& log,
                                            std::vector<std::uint32_t> rows, const Sort& sort, std::stop_token stop) {
  if (!sort.column) {
    if (sort.descending) std::reverse(rows.begin(), rows.end());
    return rows;
  }
  const bool descending = sort.descending;
  if (const auto kindRanks = ranksOfKinds(*log, *sort.column, sort.language); !kindRanks.empty()) {
    return byKey(*log, std::move(rows), descending, stop,
                 [&](const Chunk& chunk, std::uint32_t row) { return kindRanks[chunk.kind[row]]; });
  }
  switch (*sort.column) {
    case ColumnId::Time:
      return byKey(*log, std::move(rows), descending, stop, [](const Chunk& chunk, std::uint32_t row) {
        return chunk.time[row] == Chunk::kNoTime ? kLast : chunk.time[row] - 1;
      });
    case ColumnId::Line:
      return byKey(*log, std::move(rows), descending, stop,
                   [](const Chunk& chunk, std::uint32_t row) { return static_cast<std::uint32_t>(chunk.line(row)); });
    case ColumnId::SourceFile: {
      const auto places = ranksOfSources(*log, sort.language);
      return byKey(*log, std::move(rows), descending, stop,
                   [&](const Chunk& chunk, std::uint32_t) { return places[chunk.source.value]; });
    }
    default:
      return sortByText(log, std::move(rows), sort, stop);
  }
}

}  // namespace undelivered
