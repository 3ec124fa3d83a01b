// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/radix_sort.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "base/stoppable.h"

namespace undelivered {
namespace {

// Rows of a bucket, about: they are sorted in the nearest caches.
constexpr std::size_t kBucketRows = std::size_t{1} << 14;
// Buckets, as many as can be written to side by side.
constexpr unsigned kMostBits = 11;
// So few bits are worth a bucket for each key, however few rows there are.
constexpr unsigned kFewBits = 5;
// A bucket of more rows than these is sorted as the whole is: by several threads, into buckets of its own.
constexpr std::size_t kLargeBucket = std::size_t{1} << 17;
constexpr std::size_t kRowsPerThread = std::size_t{1} << 17;
// So few are sorted by comparisons.
constexpr std::size_t kFewRows = 64;
// Keys are asked for so many rows at a time.
constexpr std::size_t kStrip = 2048;

struct Range {
  std::uint32_t least = kLastKey;
  std::uint32_t greatest = 0;  ///< without those that come last
  bool sorted = true;          ///< no key is less than the one before
  bool reversed = true;        ///< none is greater
  std::uint32_t first = 0, last = 0;

  std::uint32_t width() const { return greatest >= least ? greatest - least : 0; }
  void add(const KeyedRow& entry) {
    sorted &= last <= entry.key;
    reversed &= entry.key <= last;
    last = entry.key;
    least = std::min(least, entry.key);
    if (entry.key != kLastKey) greatest = std::max(greatest, entry.key);
  }
};

/// Which bucket a key belongs to: by its first bits. Those that come last have one of their own.
struct Digit {
  std::uint32_t least;
  unsigned shift;
  std::size_t buckets;  ///< without the last one

  Digit(const Range& range, std::size_t count) : least(range.least) {
    const auto bits = static_cast<unsigned>(std::bit_width(range.width()));
    const unsigned wanted = std::clamp(static_cast<unsigned>(std::bit_width(count / kBucketRows)), 1u, kMostBits);
    shift = bits > std::max(wanted, kFewBits) ? bits - wanted : 0;
    buckets = (std::size_t{range.width()} >> shift) + 1;
  }
  std::size_t of(std::uint32_t key) const { return key == kLastKey ? buckets : (key - least) >> shift; }
};

/// Sorts keyed rows into a list of rows. Broken off by a stop, it leaves places of the list as they were.
class Sorting {
 public:
  Sorting(std::size_t count, const KeySource& keys, const std::stop_token& stop)
      : m_count(count), m_keys(keys), m_stop(stop), m_threads(threadsFor(count / kRowsPerThread)) {}

  /// False: the rows are in order already, and nothing was written.
  bool findRange() {
    std::vector<Range> ranges(m_threads);
    onThreads(m_threads, [&](std::size_t thread) {
      Range own;
      forEachStrip(thread, [&own, isFirst = true](std::span<const KeyedRow> strip) mutable {
        if (std::exchange(isFirst, false)) own.first = own.last = strip.front().key;
        for (const KeyedRow& entry : strip) own.add(entry);
      });
      ranges[thread] = own;
    });
    m_range.last = ranges[0].first;
    for (const Range& range : ranges) {
      m_range.sorted = m_range.sorted && range.sorted && m_range.last <= range.first;
      m_range.reversed = m_range.reversed && range.reversed && range.first <= m_range.last;
      m_range.last = range.last;
      m_range.least = std::min(m_range.least, range.least);
      m_range.greatest = std::max(m_range.greatest, range.greatest);
    }
    return !m_range.sorted;
  }

  void copyInto(std::uint32_t* out) const {
    onThreads(m_threads, [&](std::size_t thread) {
      std::uint32_t* to = out + beginOf(thread);
      forEachStrip(thread, [&to](std::span<const KeyedRow> strip) {
        for (const KeyedRow& entry : strip) *to++ = entry.row;
      });
    });
  }

  /// After findRange().
  void sortInto(std::uint32_t* out) const {
    if (m_range.reversed) return reverseInto(out);
    const Digit digit(m_range, m_count);
    std::vector<Places> places = placesOf(digit);
    // Places that are not whole would lead outside.
    if (m_stop.stop_requested()) return;
    std::vector<std::size_t> begins(places[0].begin(), places[0].end());
    begins.push_back(m_count);
    if (digit.shift == 0) {  // a key for each bucket
      distribute(digit, places, [out](std::size_t place, const KeyedRow& entry) { out[place] = entry.row; });
      return;
    }
    LargeArray<KeyedRow> placed(m_count);
    distribute(digit, places, [&placed](std::size_t place, const KeyedRow& entry) { placed[place] = entry; });
    if (m_stop.stop_requested()) return;
    sortBuckets(placed.data(), begins, digit, out);
  }

 private:
  using Places = std::vector<std::uint32_t>;  // for each bucket where a thread's next row goes

  std::size_t beginOf(std::size_t thread) const { return m_count * thread / m_threads; }

  template <class Visit>
  void forEachStrip(std::size_t begin, std::size_t end, Visit&& visit) const {
    std::array<KeyedRow, kStrip> strip;
    for (std::size_t at = begin; at < end && !m_stop.stop_requested(); at += kStrip) {
      const std::span<KeyedRow> part(strip.data(), std::min(kStrip, end - at));
      m_keys(at, part);
      visit(std::span<const KeyedRow>(part));
    }
  }
  template <class Visit>
  void forEachStrip(std::size_t thread, Visit&& visit) const {
    forEachStrip(beginOf(thread), beginOf(thread + 1), visit);
  }

  /// Of rows whose keys descend: the last first, but equal ones in the order they came in.
  void reverseInto(std::uint32_t* out) const {
    std::uint32_t* const outEnd = out + m_count;
    onThreads(m_threads, [&](std::size_t thread) {
      std::size_t at = startOfEqual(beginOf(thread));
      const std::size_t end = startOfEqual(beginOf(thread + 1));
      std::size_t firstEqual = at;
      std::uint32_t key = 0;
      forEachStrip(at, end, [&](std::span<const KeyedRow> strip) {
        for (const KeyedRow& entry : strip) {
          if (entry.key != key) std::reverse(outEnd - at, outEnd - std::exchange(firstEqual, at));
          key = entry.key;
          *(outEnd - ++at) = entry.row;
        }
      });
      std::reverse(outEnd - at, outEnd - firstEqual);
    });
  }

  /// Where rows start from `place` on that have another key than the one before it.
  std::size_t startOfEqual(std::size_t place) const {
    if (place == 0 || place >= m_count) return place;
    KeyedRow before{};
    m_keys(place - 1, {&before, 1});
    std::size_t start = place;
    bool isEqual = true;
    for (std::size_t at = place; at < m_count && isEqual && !m_stop.stop_requested(); at += kStrip) {
      forEachStrip(at, std::min(m_count, at + kStrip), [&](std::span<const KeyedRow> strip) {
        for (std::size_t i = 0; i < strip.size() && isEqual; ++i) {
          isEqual = strip[i].key == before.key;
          start += isEqual;
        }
      });
    }
    return start;
  }

  /// Every thread counts its part and learns where its rows of each bucket start.
  std::vector<Places> placesOf(const Digit& digit) const {
    std::vector<Places> places(m_threads);
    onThreads(m_threads, [&](std::size_t thread) {
      Places own(digit.buckets + 1);
      forEachStrip(thread, [&](std::span<const KeyedRow> strip) {
        for (const KeyedRow& entry : strip) ++own[digit.of(entry.key)];
      });
      places[thread] = std::move(own);
    });
    std::uint32_t begin = 0;
    for (std::size_t bucket = 0; bucket <= digit.buckets; ++bucket) {
      for (Places& own : places) begin += std::exchange(own[bucket], begin);
    }
    return places;
  }

  template <class Put>
  void distribute(const Digit& digit, std::vector<Places>& places, const Put& put) const {
    onThreads(m_threads, [&](std::size_t thread) {
      Places own = std::move(places[thread]);
      forEachStrip(thread, [&](std::span<const KeyedRow> strip) {
        for (const KeyedRow& entry : strip) put(own[digit.of(entry.key)]++, entry);
      });
    });
  }

  void sortBuckets(KeyedRow* placed, const std::vector<std::size_t>& begins, const Digit& digit,
                   std::uint32_t* out) const {
    const auto sizeOf = [&](std::size_t bucket) { return begins[bucket + 1] - begins[bucket]; };
    std::atomic<std::size_t> next = 0;
    onThreads(m_threads, [&](std::size_t) {
      std::vector<KeyedRow> other;
      for (std::size_t bucket = next++; bucket <= digit.buckets && !m_stop.stop_requested(); bucket = next++) {
        const std::span<KeyedRow> rows(placed + begins[bucket], sizeOf(bucket));
        if (bucket == digit.buckets) {
          std::transform(rows.begin(), rows.end(), out + begins[bucket],
                         [](const KeyedRow& entry) { return entry.row; });
        } else if (rows.size() <= kLargeBucket) {
          sortBucket(rows, digit, bucket, other, out + begins[bucket]);
        }
      }
    });
    for (std::size_t bucket = 0; bucket < digit.buckets && !m_stop.stop_requested(); ++bucket) {
      if (sizeOf(bucket) <= kLargeBucket) continue;
      const KeyedRow* rows = placed + begins[bucket];
      const KeySource source = [rows](std::size_t begin, std::span<KeyedRow> into) {
        std::copy_n(rows + begin, into.size(), into.begin());
      };
      Sorting part(sizeOf(bucket), source, m_stop);
      part.findRange() ? part.sortInto(out + begins[bucket]) : part.copyInto(out + begins[bucket]);
    }
  }

  /// By the bits below the digit's, from the last on; the last pass leaves the keys.
  static void sortBucket(std::span<KeyedRow> rows, const Digit& digit, std::size_t bucket, std::vector<KeyedRow>& other,
                         std::uint32_t* out) {
    if (rows.size() <= kFewRows) {
      std::stable_sort(rows.begin(), rows.end(), [](const KeyedRow& a, const KeyedRow& b) { return a.key < b.key; });
      for (const KeyedRow& entry : rows) *out++ = entry.row;
      return;
    }
    if (other.size() < rows.size()) other.resize(std::max(rows.size(), kBucketRows));
    const std::uint32_t least = digit.least + static_cast<std::uint32_t>(bucket << digit.shift);
    const unsigned mostBits = rows.size() < kBucketRows / 8 ? 8 : kMostBits;
    const unsigned passes = (digit.shift + mostBits - 1) / mostBits;
    const unsigned bits = (digit.shift + passes - 1) / passes;
    std::array<std::uint32_t, std::size_t{1} << kMostBits> places;
    KeyedRow* from = rows.data();
    KeyedRow* to = other.data();
    for (unsigned pass = 0; pass < passes; ++pass) {
      const auto digitOf = [&](const KeyedRow& entry) {
        return (entry.key - least) >> pass * bits & ((1u << bits) - 1);
      };
      std::fill_n(places.begin(), std::size_t{1} << bits, 0u);
      for (std::size_t i = 0; i < rows.size(); ++i) ++places[digitOf(from[i])];
      std::uint32_t begin = 0;
      for (std::size_t i = 0; i < std::size_t{1} << bits; ++i) begin += std::exchange(places[i], begin);
      if (pass + 1 == passes) {
        for (std::size_t i = 0; i < rows.size(); ++i) out[places[digitOf(from[i])]++] = from[i].row;
      } else {
        for (std::size_t i = 0; i < rows.size(); ++i) to[places[digitOf(from[i])]++] = from[i];
        std::swap(from, to);
      }
    }
  }

  std::size_t m_count;
  const KeySource& m_keys;
  std::stop_token m_stop;
  std::size_t m_threads;
  Range m_range;
};

}  // namespace

std::optional<RowArray> sortByKey(std::size_t count, const KeySource& keys, const std::stop_token& stop) {
  Sorting sorting(count, keys, stop);
  if (!sorting.findRange()) return std::nullopt;
  RowArray rows(count);
  if (!stop.stop_requested()) sorting.sortInto(rows.data());
  return rows;
}

}  // namespace undelivered
