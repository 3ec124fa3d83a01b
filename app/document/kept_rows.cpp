// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/kept_rows.h"

#include <algorithm>
#include <limits>

namespace undelivered {
namespace {

constexpr std::uint32_t kBlock = 1u << 20;  // rows between two looks at the stop token

/// Some rows of a log: one bit for each from the lowest to the highest.
class Marks {
 public:
  Marks(const RowSet& rows, const std::vector<PlaceRange>& ranges) {
    std::uint32_t lowest = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t highest = 0;
    forEach(rows, ranges, [&](std::uint32_t row) {
      lowest = std::min(lowest, row);
      highest = std::max(highest, row);
    });
    if (lowest > highest) return;
    m_first = lowest;
    m_count = std::uint64_t{highest} - lowest + 1;
    m_bits.resize(m_count / 64 + 1);
    forEach(rows, ranges, [&](std::uint32_t row) { m_bits[(row - m_first) / 64] |= bit(row); });
  }
  bool contains(std::uint32_t row) const {
    const std::uint32_t at = row - m_first;  // wraps around to more than there are for lower rows
    return at < m_count && (m_bits[at / 64] & bit(row)) != 0;
  }

 private:
  template <class F>
  static void forEach(const RowSet& rows, const std::vector<PlaceRange>& ranges, const F& take) {
    RowCursor cursor(rows);
    for (const PlaceRange& range : ranges) {
      for (std::uint64_t place = range.first; place <= range.last; ++place) {
        take(cursor[static_cast<std::uint32_t>(place)].value);
      }
    }
  }
  std::uint64_t bit(std::uint32_t row) const { return std::uint64_t{1} << ((row - m_first) % 64); }

  std::vector<std::uint64_t> m_bits;
  std::uint32_t m_first = 0;
  std::uint64_t m_count = 0;
};

/// Collects places that ascend as ranges; too many are none.
class Ranges {
 public:
  void add(std::uint32_t place) {
    if (!m_ranges.empty() && m_ranges.back().last + 1 == place) {
      m_ranges.back().last = place;
    } else if (!areTooMany()) {
      m_ranges.push_back({place, place});
    }
  }
  bool areTooMany() const { return m_ranges.size() > kMostRangesKept; }
  std::vector<PlaceRange> take() {
    if (areTooMany()) m_ranges.clear();
    return std::move(m_ranges);
  }

 private:
  std::vector<PlaceRange> m_ranges;
};

bool isAll(const SelectedPlaces& selected, const RowSet& rows) {
  return selected.ranges.size() == 1 && selected.count() == rows.size();
}

}  // namespace

std::uint64_t SelectedPlaces::count() const {
  std::uint64_t sum = 0;
  for (const PlaceRange& range : ranges) sum += std::uint64_t{range.last} - range.first + 1;
  return sum;
}

Result<SelectedPlaces> placesIn(const RowSet& after, const RowSet& before, const SelectedPlaces& selected,
                                bool sameRows, const std::stop_token& stop) {
  SelectedPlaces kept;
  if (after.empty()) return kept;
  const bool all = sameRows && isAll(selected, before);
  const Marks marks(before, all ? std::vector<PlaceRange>() : selected.ranges);
  const std::int64_t current = selected.current ? std::int64_t{before[*selected.current].value} : -1;
  Ranges ranges;
  RowCursor cursor(after);
  for (std::uint64_t first = 0; first < after.size(); first += kBlock) {
    if (stop.stop_requested()) return cancelled();
    const bool seeks = !all && !selected.ranges.empty() && !ranges.areTooMany();
    const bool seeksCurrent = current >= 0 && !kept.current;
    if (!seeks && !seeksCurrent) break;
    const auto end = static_cast<std::uint32_t>(std::min<std::uint64_t>(first + kBlock, after.size()));
    for (auto place = static_cast<std::uint32_t>(first); place < end; ++place) {
      const std::uint32_t row = cursor[place].value;
      if (seeks && marks.contains(row)) ranges.add(place);
      if (row == current) kept.current = place;
    }
  }
  kept.tooScattered = ranges.areTooMany();
  kept.ranges = all ? std::vector<PlaceRange>{{0, after.size() - 1}} : ranges.take();
  return kept;
}

}  // namespace undelivered
