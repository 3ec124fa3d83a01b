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
#include "query/text_keys.h"
#include "store/record_reader.h"

namespace undelivered {
namespace {

constexpr std::size_t kRowsPerThread = 4096;

/// What one thread reads and sorts: rows that follow each other in the log.
struct Part {
  std::vector<TextKey> entries;
  std::string keys;  ///< they end with a zero and have no other
  std::optional<Error> error;
};

/// Orders entries of any two parts; rows without a text come last, whatever the direction.
class KeyOrder {
 public:
  explicit KeyOrder(bool descending) : m_descending(descending) {}

  bool operator()(const TextKey& a, const std::string& keysOfA, const TextKey& b, const std::string& keysOfB) const {
    if ((a.size == 0) != (b.size == 0)) return b.size == 0;
    const TextKey& less = m_descending ? b : a;
    const TextKey& more = m_descending ? a : b;
    if (a.beginning != b.beginning) return less.beginning < more.beginning;
    const std::string_view keyOfA(keysOfA.data() + a.at, a.size);
    const std::string_view keyOfB(keysOfB.data() + b.at, b.size);
    return m_descending ? keyOfB < keyOfA : keyOfA < keyOfB;
  }

 private:
  bool m_descending;
};

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
    const std::size_t at = part.keys.size();
    collation.appendKey(text, part.keys);
    const std::string_view key = std::string_view(part.keys).substr(at);
    part.entries.push_back({beginningOf(key), at, static_cast<std::uint32_t>(key.size()), row});
  }
  const auto empty = std::stable_partition(part.entries.begin(), part.entries.end(),
                                           [](const TextKey& entry) { return entry.size > 0; });
  sortTextKeys({part.entries.begin(), empty}, part.keys, sort.descending, stop);
}

/// Merges parts one after the other; of equal rows those of the earlier part, which stand earlier in the log, come
/// first.
Result<std::vector<std::uint32_t>> merged(const std::vector<Part>& parts, bool descending,
                                          const std::stop_token& stop) {
  struct Placed {
    const TextKey* entry;
    const std::string* keys;
  };
  const KeyOrder before(descending);
  std::vector<Placed> all;
  for (const Part& part : parts) {
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    for (const TextKey& entry : part.entries) all.push_back({&entry, &part.keys});
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
