// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "input/block.h"

namespace undelivered {

/// Where a record probably starts in a block that begins in the middle of delimited text (an offset in the source): at
/// the first line from which on three records look as those of a log with so many columns do. Nothing where that cannot
/// be told before `end`.
std::optional<std::uint64_t> guessRecordStart(const Block& block, std::uint64_t end, char delimiter,
                                              std::size_t columns);

}  // namespace undelivered
