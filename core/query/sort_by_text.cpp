// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/sort_by_text.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/parallel.h"
#include "base/stoppable.h"
#include "query/collation.h"
#include "query/record_text.h"
#include "store/record_reader.h"

namespace undelivered {
namespace {

constexpr std::size_t kRowsPerThread = 4096;

/// A row and the beginning of its sort key as a number; the rest of the key is in the part's memory.
struct Entry {
  std::uint64_t beginning = 0;
  std::uint64_t at = 0;  ///< of the key in Part::keys
  std::uint32_t size = 0;
  std::uint32_t row = 0;
};

/// What one thread reads and sorts: rows that follow each other in the log.
struct Part {
  std::vector<Entry> entries;
  std::string keys;  ///< they end with a zero and have no other
  std::optional<Error> error;
};

std::uint64_t beginningOf(std::string_view key) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | (i < key.size() ? static_cast<std::uint8_t>(key[i]) : 0u);
  return number;
}

/// Orders entries of any two parts; rows without a text come last, whatever the direction.
class KeyOrder {
 public:
  explicit KeyOrder(bool descending) : m_descending(descending) {}

  bool operator()(const Entry& a, const std::string& keysOfA, const Entry& b, const std::string& keysOfB) const {
    if ((a.size == 0) != (b.size == 0)) return b.size == 0;
    const Entry& less = m_descending ? b : a;
    const Entry& more = m_descending ? a : b;
    if (a.beginning != b.beginning) return less.beginning < more.beginning;
    const std::string_view keyOfA(keysOfA.data() + a.at, a.size);
    const std::string_view keyOfB(keysOfB.data() + b.at, b.size);
    return m_descending ? keyOfB < keyOfA : keyOfA < keyOfB;
  }

 private:
  bool m_descending;
};

std::string_view restOf(const Entry& entry, const std::string& keys, std::uint32_t depth) {
  return std::string_view(keys).substr(entry.at, entry.size).substr(std::min(depth, entry.size));
}

/// Sorts entries whose keys agree in their first `depth` bytes, eight more of which are in `beginning`. Only those that
/// agree in these too are looked up in the keys, for the next eight: names of one kind begin alike, and a look into the
/// keys is a look into memory that no cache holds. Broken off, the entries are in any order.
void sortEntries(std::span<Entry> entries, const std::string& keys, std::uint32_t depth, bool descending,
                 const std::stop_token& stop) {
  constexpr std::uint32_t kDeepest = 64;
  const auto before = [&](const Entry& a, const Entry& b) {
    if (a.beginning != b.beginning) return descending ? b.beginning < a.beginning : a.beginning < b.beginning;
    if (depth < kDeepest) return a.row < b.row;
    const int order = restOf(a, keys, depth).compare(restOf(b, keys, depth));
    return order == 0 ? a.row < b.row : descending ? order > 0 : order < 0;
  };
  const bool done =
      unlessStopped(stop, [&](const auto& stoppable) { std::sort(entries.begin(), entries.end(), stoppable(before)); });
  if (!done || depth >= kDeepest) return;
  depth += sizeof(Entry::beginning);
  for (std::size_t begin = 0; begin < entries.size();) {
    std::size_t end = begin + 1;
    while (end < entries.size() && entries[end].beginning == entries[begin].beginning) ++end;
    const std::span<Entry> alike = entries.subspan(begin, end - begin);
    begin = end;
    const auto goesOn = [depth](const Entry& entry) { return entry.size > depth; };
    if (alike.size() == 1 || std::none_of(alike.begin(), alike.end(), goesOn)) continue;
    const std::uint64_t shared = alike.front().beginning;
    for (Entry& entry : alike) entry.beginning = beginningOf(restOf(entry, keys, depth));
    sortEntries(alike, keys, depth, descending, stop);
    for (Entry& entry : alike) entry.beginning = shared;
  }
}

void readPart(const std::shared_ptr<const DeliveryLog>& log, std::span<const std::uint32_t> rows, const Sort& sort,
              const std::stop_token& stop, std::atomic<bool>& failed, Part& part) {
  RecordReader reader(log);
  const Collation collation(sort.language);
  part.entries.reserve(rows.size());
  for (const std::uint32_t row : rows) {
    if (stop.stop_requested() || failed) return;
    const auto record = reader.read(RowId{row}, RecordReader::Read::WithoutOriginals);
    if (!record) {
      part.error = record.error();
      failed = true;
      return;
    }
    const std::string_view text = ownText(*record, *sort.column).value_or("");
    const std::string key = text.empty() ? std::string() : collation.key(text);
    part.entries.push_back({beginningOf(key), part.keys.size(), static_cast<std::uint32_t>(key.size()), row});
    part.keys += key;
  }
  const auto empty = std::stable_partition(part.entries.begin(), part.entries.end(),
                                           [](const Entry& entry) { return entry.size > 0; });
  sortEntries({part.entries.begin(), empty}, part.keys, 0, sort.descending, stop);
}

/// Merges parts one after the other; of equal rows those of the earlier part, which stand earlier in the log, come
/// first.
Result<std::vector<std::uint32_t>> merged(const std::vector<Part>& parts, bool descending,
                                          const std::stop_token& stop) {
  struct Placed {
    const Entry* entry;
    const std::string* keys;
  };
  const KeyOrder before(descending);
  std::vector<Placed> all;
  for (const Part& part : parts) {
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    for (const Entry& entry : part.entries) all.push_back({&entry, &part.keys});
    const auto inAll = [&](const Placed& a, const Placed& b) { return before(*a.entry, *a.keys, *b.entry, *b.keys); };
    const bool done = unlessStopped(stop, [&](const auto& stoppable) {
      std::inplace_merge(all.begin(), all.begin() + middle, all.end(), stoppable(inAll));
    });
    if (!done) return cancelled();
  }
  std::vector<std::uint32_t> rows;
  rows.reserve(all.size());
  for (const Placed& placed : all) rows.push_back(placed.entry->row);
  return rows;
}

}  // namespace

Result<std::vector<std::uint32_t>> sortByText(const std::shared_ptr<const DeliveryLog>& log,
                                              std::span<const std::uint32_t> rows, const Sort& sort,
                                              const std::stop_token& stop) {
  const std::size_t threads = threadsFor(rows.size() / kRowsPerThread);
  std::vector<Part> parts(threads);
  std::atomic<bool> failed = false;
  onThreads(threads, [&](std::size_t thread) {
    const std::size_t begin = rows.size() * thread / threads;
    const std::size_t end = rows.size() * (thread + 1) / threads;
    readPart(log, rows.subspan(begin, end - begin), sort, stop, failed, parts[thread]);
  });
  if (stop.stop_requested()) return cancelled();
  for (const Part& part : parts) {
    if (part.error) return tl::unexpected(*part.error);
  }
  return merged(parts, sort.descending, stop);
}

}  // namespace undelivered
