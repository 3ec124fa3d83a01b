// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cube_counter.h"

#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <random>

namespace undelivered {
namespace {

using Counted = std::map<std::pair<std::int32_t, std::uint16_t>, std::uint32_t>;  // by day and kind

constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

Counted cellsOf(const Cube& cube) {
  Counted cells;
  for (std::size_t i = 0; i < cube.days().size(); ++i) {
    for (const Cube::Cell& cell : cube.cells(i)) cells[{cube.days()[i], cell.kind.value}] = cell.count;
  }
  return cells;
}

struct Rows {
  std::vector<std::uint32_t> times;
  std::vector<std::uint16_t> kinds;

  Chunk chunk(ColumnMemory& memory) const {
    Chunk chunk;
    chunk.offset = memory.copyOf<std::uint32_t>(times, times.size());
    chunk.time = memory.copyOf<std::uint32_t>(times, times.size());
    chunk.kind = memory.copyOf<std::uint16_t>(kinds, kinds.size());
    return chunk;
  }
};

/// Times at every hour of some years, the first and last that the store can hold among them, and none at all.
Rows someRows(std::mt19937& random, std::size_t count, std::uint16_t kinds) {
  Rows rows;
  for (std::size_t i = 0; i < count; ++i) {
    const auto pick = random() % 50;
    const auto time = static_cast<std::uint32_t>(1'700'000'000 + random() % 100'000'000);
    rows.times.push_back(pick == 0   ? Chunk::kNoTime
                         : pick == 1 ? 1 + static_cast<std::uint32_t>(random() % 100'000)
                         : pick == 2 ? 0xFFFF'FFFFu - static_cast<std::uint32_t>(random() % 100'000)
                                     : time);
    rows.kinds.push_back(static_cast<std::uint16_t>(random() % kinds));
  }
  return rows;
}

class CubeCounterIn : public testing::TestWithParam<const char*> {
 protected:
  void expect(const Rows& rows, std::size_t count) {
    ZoneCursor cursor(m_zone);
    for (std::size_t i = 0; i < count; ++i) {
      const Timestamp time{std::chrono::seconds{rows.times[i]}};
      const auto day = static_cast<std::int32_t>(cursor.dayOf(time).time_since_epoch().count());
      ++m_expected[{rows.times[i] == Chunk::kNoTime ? kNoDay : day, rows.kinds[i]}];
    }
  }

  std::mt19937 m_random{3};
  ColumnMemory m_memory;
  Zone m_zone = Zone::find(GetParam()).value();
  CubeCounter m_counter{m_zone};
  Counted m_expected;
};

TEST_P(CubeCounterIn, CountsTheDaysOfTheZone) {
  for (const std::uint16_t kinds : {std::uint16_t{2}, std::uint16_t{3}, std::uint16_t{40}}) {  // they grow in number
    const Rows rows = someRows(m_random, 20'000, kinds);
    m_counter.add(rows.chunk(m_memory), kinds);
    expect(rows, rows.times.size());
  }
  EXPECT_EQ(cellsOf(m_counter.cube()), m_expected);
}

TEST_P(CubeCounterIn, GoesOnFromACubeAndTakesRecordsAway) {
  const Rows before = someRows(m_random, 5000, 7);
  m_counter.add(before.chunk(m_memory), 7);
  expect(before, 5000);
  CubeCounter next(m_zone);
  next.add(m_counter.cube());
  const Rows rows = someRows(m_random, 5000, 20);
  const Chunk chunk = rows.chunk(m_memory);
  next.add(chunk, 20);
  next.remove(chunk, 1234);
  expect(rows, 1234);
  EXPECT_EQ(cellsOf(next.cube()), m_expected);
}

INSTANTIATE_TEST_SUITE_P(Zones, CubeCounterIn,
                         testing::Values("UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati",
                                         "Pacific/Pago_Pago", "Australia/Lord_Howe"));

}  // namespace
}  // namespace undelivered
