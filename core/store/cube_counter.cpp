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
    for (std::uint32_t row = 0; row < chunk.size(); ++row) {
      const std::uint32_t time = chunk.time[row];
      if (time != m_lastTime || !m_counts) select(time);
      ++m_counts[chunk.kind[row]];
    }
  }

  const std::uint32_t* day(std::size_t slot) const { return m_days[slot].get(); }

 private:
  void select(std::uint32_t time) {
    m_lastTime = time;
    std::size_t slot = 0;
    if (time != Chunk::kNoTime) {
      const LocalDay day = m_zone.dayOf(Timestamp{std::chrono::seconds{time}});
      slot = static_cast<std::size_t>(day.time_since_epoch().count() - kFirstDay + 1);
    }
    auto& counts = m_days[slot];
    if (!counts) counts = std::make_unique<std::uint32_t[]>(m_kindCount);
    m_counts = counts.get();
  }

  std::size_t m_kindCount;
  ZoneCursor m_zone;
  std::vector<std::unique_ptr<std::uint32_t[]>> m_days;
  std::uint32_t m_lastTime = 0;
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
