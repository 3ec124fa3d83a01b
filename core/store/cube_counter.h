// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "base/zone.h"
#include "store/chunk.h"
#include "store/cube.h"

namespace undelivered {

/// Counts the records of chunks by day in that zone and by kind, the chunks shared between that many threads.
Cube countCube(std::span<const Chunk> chunks, std::size_t kindCount, const Zone& zone, unsigned threads);

}  // namespace undelivered
