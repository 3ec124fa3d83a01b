// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace undelivered {

struct Progress {
  std::uint64_t done = 0;   ///< bytes or rows, as the operation says
  std::uint64_t total = 0;  ///< 0: not known
};

/// Called from any thread of the operation, never from two at once, at most 20 times a second and once at the end.
using ProgressSink = std::function<void(Progress)>;

}  // namespace undelivered
