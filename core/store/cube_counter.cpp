// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cube_counter.h"

#include <algorithm>
#include <limits>

namespace undelivered {
namespace {

// Unsigned seconds since 1970 end in 2106; a zone may be a day off on either side. Slot 0 is "no time".
constexpr std::size_t kDaySlots = 49'710 + 4;
constexpr std::int32_t kFirstDay = -1;
constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();
constexpr std::uint32_t kSecondsOfDay = 86'400;

std::size_t slotOf(std::int32_t day) { return day == kNoDay ? 0 : static_cast<std::size_t>(day - kFirstDay + 1); }
std::int32_t dayOfSlot(std::size_t slot) {
  return slot == 0 ? kNoDay : static_cast<std::int32_t>(slot) - 1 + kFirstDay;
}

/// Days begin at a whole second in every zone; what is beyond what the store can hold is at its edge.
std::uint32_t secondOf(Timestamp time) {
  const auto second = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(second, 0, std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

CubeCounter::CubeCounter(const Zone& zone) : m_zone(zone), m_days(kDaySlots) {
  m_days[0].begin = Chunk::kNoTime;
  m_days[0].seconds = 1;
}

void CubeCounter::makeRoom(std::size_t kindCount) {
  if (kindCount <= m_room) return;
  const std::size_t before = std::exchange(m_room, std::max(kindCount, 2 * m_room));
  for (Day& day : m_days) {
    if (!day.counts) continue;
    auto counts = std::make_unique<std::uint32_t[]>(m_room);
    std::copy_n(day.counts.get(), before, counts.get());
    day.counts = std::move(counts);
  }
}

std::uint32_t* CubeCounter::countsOf(Day& day) {
  if (!day.counts) day.counts = std::make_unique<std::uint32_t[]>(m_room);
  return day.counts.get();
}

CubeCounter::Day& CubeCounter::dayOf(std::uint32_t time) {
  if (time == Chunk::kNoTime) return m_days[0];
  // A day of the zone begins less than a day before or after that of UTC.
  const std::size_t guess = slotOf(static_cast<std::int32_t>(time / kSecondsOfDay));
  for (const std::size_t slot : {guess, guess + 1, guess - 1}) {
    if (slot > 0 && time - m_days[slot].begin < m_days[slot].seconds) return m_days[slot];
  }
  const auto stretch = m_zone.stretchOf(Timestamp{std::chrono::seconds{time}});
  Day& day = m_days[slotOf(static_cast<std::int32_t>(stretch.day.time_since_epoch().count()))];
  day.begin = std::max<std::uint32_t>(secondOf(stretch.begin), Chunk::kNoTime + 1);
  day.seconds = secondOf(stretch.end) - day.begin;
  return day;
}

void CubeCounter::count(const Chunk& chunk, std::uint32_t firstRow, std::uint32_t by) {
  const std::uint32_t size = chunk.size();
  const std::uint32_t* const times = chunk.time.data();
  const std::uint16_t* const kinds = chunk.kind.data();
  std::uint32_t begin = 0;
  std::uint32_t seconds = 0;
  std::uint32_t* counts = nullptr;
  for (std::uint32_t row = firstRow; row < size; ++row) {
    if (times[row] - begin >= seconds) {
      Day& day = dayOf(times[row]);
      begin = day.begin;
      seconds = day.seconds;
      counts = countsOf(day);
    }
    counts[kinds[row]] += by;
  }
}

void CubeCounter::add(const Chunk& chunk, std::size_t kindCount) {
  makeRoom(kindCount);
  count(chunk, 0, 1);
}

void CubeCounter::remove(const Chunk& chunk, std::uint32_t firstRow) { count(chunk, firstRow, ~std::uint32_t{0}); }

void CubeCounter::add(const Cube& cube) {
  for (std::size_t i = 0; i < cube.days().size(); ++i) {
    for (const Cube::Cell& cell : cube.cells(i)) {
      makeRoom(cell.kind.value + std::size_t{1});
      countsOf(m_days[slotOf(cube.days()[i])])[cell.kind.value] += cell.count;
    }
  }
}

Cube CubeCounter::cube() const {
  std::vector<std::int32_t> days;
  std::vector<std::size_t> begins;
  std::vector<Cube::Cell> cells;
  for (std::size_t slot = 0; slot < kDaySlots; ++slot) {
    const std::uint32_t* const counts = m_days[slot].counts.get();
    if (!counts) continue;
    const std::size_t begin = cells.size();
    for (std::size_t kind = 0; kind < m_room; ++kind) {
      if (counts[kind]) cells.push_back({KindId{static_cast<std::uint16_t>(kind)}, counts[kind]});
    }
    if (cells.size() == begin) continue;
    days.push_back(dayOfSlot(slot));
    begins.push_back(begin);
  }
  return Cube(std::move(days), std::move(begins), std::move(cells));
}

}  // namespace undelivered
