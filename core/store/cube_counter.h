// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/zone.h"
#include "store/chunk.h"
#include "store/cube.h"

namespace undelivered {

/// Counts records by day in a zone and by kind, while they are read. For one thread.
class CubeCounter {
 public:
  explicit CubeCounter(const Zone& zone);

  /// What was counted before.
  void add(const Cube& cube);
  /// A chunk whose kinds are those of the log, which has so many by now.
  void add(const Chunk& chunk, std::size_t kindCount);
  /// Takes away the records of a chunk that was added, from that row on.
  void remove(const Chunk& chunk, std::uint32_t firstRow);

  Cube cube() const;

 private:
  /// A day, or that part of it in which the clock goes evenly that was met last; and its counts, once it has any.
  struct Day {
    std::uint32_t begin = 0, seconds = 0;
    std::unique_ptr<std::uint32_t[]> counts;
  };

  void makeRoom(std::size_t kindCount);
  void count(const Chunk& chunk, std::uint32_t firstRow, std::uint32_t by);
  Day& dayOf(std::uint32_t time);
  std::uint32_t* countsOf(Day& day);

  ZoneCursor m_zone;
  std::vector<Day> m_days;  // by slot
  std::size_t m_room = 0;   // how many kinds the counts of a day have room for
};

}  // namespace undelivered
