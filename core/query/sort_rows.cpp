// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/sort_rows.h"

#include <algorithm>
#include <array>
#include <map>

#include "query/collation.h"
#include "query/radix_sort.h"
#include "query/sort_by_text.h"

namespace undelivered {
namespace {

/// The text of a column that hangs on the reason alone.
std::string reasonText(const LogReason& reason, ColumnId column, const std::string& language) {
  if (column == ColumnId::ReasonCode) return reason.code;
  if (column == ColumnId::ReasonTitle) {
    std::string title = reason.title(language);
    return title.empty() ? reason.code : title;
  }
  if (column == ColumnId::Explanation) return std::string(reason.explanation(language));
  return reason.entry ? reason.entry->text(language).action : std::string();
}

/// The place of each text among all of them; empty ones last.
std::vector<std::uint32_t> ranks(const std::vector<std::string>& texts, const std::string& language) {
  const Collation collation(language);
  std::vector<std::string> keys;
  keys.reserve(texts.size());
  for (const std::string& text : texts) keys.push_back(text.empty() ? std::string() : collation.key(text));
  std::map<std::string, std::uint32_t> places;
  for (const std::string& key : keys) places.emplace(key, 0);
  std::uint32_t next = 0;
  for (auto& [key, place] : places) place = key.empty() ? kLastKey : next++;
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
  std::vector<std::string> texts;
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
  std::vector<std::string> names;
  for (const auto& source : log.sources()) names.push_back(source->displayName);
  return ranks(names, language);
}

/// What `key` gives for a chunk and the place in it, for each of the rows, which ascend; kLastKey comes last.
template <class Key>
KeySource keysOf(const DeliveryLog& log, const RowSet& rows, bool descending, const Key& key) {
  return [&log, &rows, descending, &key](std::size_t begin, std::span<KeyedRow> into) {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    const Chunk* chunk = nullptr;
    std::array<std::uint32_t, 256> numbers;
    for (std::size_t at = 0; at < into.size();) {
      const auto part = std::span(numbers).first(std::min(numbers.size(), into.size() - at));
      rows.copy(static_cast<std::uint32_t>(begin + at), part);
      for (const std::uint32_t row : part) {
        if (row >= end) {
          const std::size_t chunkIndex = log.chunkOf(RowId{row});
          chunk = &log.chunks()[chunkIndex];
          first = log.firstRow(chunkIndex);
          end = first + chunk->size();
        }
        const std::uint32_t value = key(*chunk, row - first);
        into[at++] = {descending && value != kLastKey ? kLastKey - 1 - value : value, row};
      }
    }
  };
}

template <class Key>
Result<RowSet> byKey(const DeliveryLog& log, const RowSet& rows, bool descending, const std::stop_token& stop,
                     const Key& key) {
  auto sorted = sortByKey(rows.size(), keysOf(log, rows, descending, key), stop);
  if (stop.stop_requested()) return cancelled();
  return sorted ? RowSet(std::move(*sorted)) : rows;
}

}  // namespace

Result<RowSet> sortRows(const std::shared_ptr<const DeliveryLog>& log, const RowSet& rows, const Sort& sort,
                        std::stop_token stop) {
  const bool descending = sort.descending;
  if (!sort.column) {
    if (!descending) return rows;
    RowArray reversed = rows.list();
    std::reverse(reversed.begin(), reversed.end());
    return RowSet(std::move(reversed));
  }
  if (const auto kindRanks = ranksOfKinds(*log, *sort.column, sort.language); !kindRanks.empty()) {
    return byKey(*log, rows, descending, stop,
                 [&](const Chunk& chunk, std::uint32_t row) { return kindRanks[chunk.kind[row]]; });
  }
  switch (*sort.column) {
    case ColumnId::Time:
      return byKey(*log, rows, descending, stop, [](const Chunk& chunk, std::uint32_t row) {
        return chunk.time[row] - 1;  // of rows without a time, which have 0, kLastKey
      });
    case ColumnId::Line:
      return byKey(*log, rows, descending, stop,
                   [](const Chunk& chunk, std::uint32_t row) { return static_cast<std::uint32_t>(chunk.line(row)); });
    case ColumnId::SourceFile: {
      const auto places = ranksOfSources(*log, sort.language);
      return byKey(*log, rows, descending, stop,
                   [&](const Chunk& chunk, std::uint32_t) { return places[chunk.source.value]; });
    }
    default: {
      const RowArray all = rows.list();
      return sortByText(log, {all.data(), all.size()}, sort, stop).map([](std::vector<std::uint32_t> sorted) {
        return RowSet(std::move(sorted));
      });
    }
  }
}

}  // namespace undelivered
