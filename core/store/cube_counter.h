// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <stop_token>

#include "base/zone.h"
#include "store/chunk.h"
#include "store/cube.h"

namespace undelivered {

/// Counts the records of chunks by day in that zone and by kind, the chunks shared between that many threads. Not all
/// of them once the stop was asked for.
Cube countCube(std::span<const Chunk> chunks, std::size_t kindCount, const Zone& zone, unsigned threads,
               const std::stop_token& stop = {});

}  // namespace undelivered
