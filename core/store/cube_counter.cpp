// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cube_counter.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <memory>
#include <thread>

namespace undelivered {
namespace {

// Unsigned seconds since 1970 end in 2106; a zone may be a day off on either side. Slot 0 is "no time".
constexpr std::size_t kDaySlots = 49'710 + 4;
constexpr std::int32_t kFirstDay = -1;

class Counter {
 public:
  Counter(std::size_t kindCount, const Zone& zone) : m_kindCount(kindCount), m_zone(zone), m_days(kDaySlots) {}

  void add(const Chunk& chunk) {
    const std::uint32_t size = chunk.size();
    const std::uint32_t* times = chunk.time.data();
    const std::uint16_t* kinds = chunk.kind.data();
    for (std::uint32_t row = 0; row < size; ++row) {
      if (times[row] - m_begin >= m_seconds) select(times[row]);
      ++m_counts[kinds[row]];
    }
  }

  const std::uint32_t* day(std::size_t slot) const { return m_days[slot].get(); }

 private:
  /// Days begin at a whole second in every zone; what is beyond what the store can hold is at its edge.
  static std::uint32_t secondOf(Timestamp time) {
    const auto second = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(second, 0, std::numeric_limits<std::uint32_t>::max()));
  }

  void select(std::uint32_t time) {
    std::size_t slot = 0;
    m_begin = time;
    m_seconds = 1;
    if (time != Chunk::kNoTime) {
      const auto stretch = m_zone.stretchOf(Timestamp{std::chrono::seconds{time}});
      slot = static_cast<std::size_t>(stretch.day.time_since_epoch().count() - kFirstDay + 1);
      m_begin = std::max<std::uint32_t>(secondOf(stretch.begin), Chunk::kNoTime + 1);
      m_seconds = secondOf(stretch.end) - m_begin;
    }
    auto& counts = m_days[slot];
    if (!counts) counts = std::make_unique<std::uint32_t[]>(m_kindCount);
    m_counts = counts.get();
  }

  std::size_t m_kindCount;
  ZoneCursor m_zone;
  std::vector<std::unique_ptr<std::uint32_t[]>> m_days;
  std::uint32_t m_begin = 0, m_seconds = 0;  // the times that m_counts are for
  std::uint32_t* m_counts = nullptr;
};

}  // namespace

Cube countCube(std::span<const Chunk> chunks, std::size_t kindCount, const Zone& zone, unsigned threads,
               const std::stop_token& stop) {
  threads = static_cast<unsigned>(std::clamp<std::size_t>(chunks.size() / 8, 1, std::max(threads, 1u)));
  std::vector<Counter> counters;
  for (unsigned i = 0; i < threads; ++i) counters.emplace_back(kindCount, zone);
  std::atomic<std::size_t> next = 0;
  const auto work = [&](Counter& counter) {
    for (std::size_t i = next++; i < chunks.size() && !stop.stop_requested(); i = next++) counter.add(chunks[i]);
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads; ++i) helpers.emplace_back([&, i] { work(counters[i]); });
    work(counters[0]);
  }

  std::vector<std::int32_t> days;
  std::vector<std::size_t> begins;
  std::vector<Cube::Cell> cells;
  for (std::size_t slot = 0; slot < kDaySlots; ++slot) {
    if (std::none_of(counters.begin(), counters.end(), [&](const Counter& counter) { return counter.day(slot); })) {
      continue;
    }
    const std::size_t begin = cells.size();
    for (std::size_t kind = 0; kind < kindCount; ++kind) {
      std::uint32_t count = 0;
      for (const Counter& counter : counters) count += counter.day(slot) ? counter.day(slot)[kind] : 0;
      if (count) cells.push_back({KindId{static_cast<std::uint16_t>(kind)}, count});
    }
    if (cells.size() == begin) continue;
    days.push_back(slot == 0 ? std::numeric_limits<std::int32_t>::min()
                             : static_cast<std::int32_t>(slot) - 1 + kFirstDay);
    begins.push_back(begin);
  }
  return Cube(std::move(days), std::move(begins), std::move(cells));
}

}  // namespace undelivered
