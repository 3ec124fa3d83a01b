// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace undelivered {

/// How many threads are worth starting for that many pieces of work.
inline std::size_t threadsFor(std::size_t pieces) {
  const std::size_t processors = std::max(1u, std::thread::hardware_concurrency());
  return std::clamp<std::size_t>(pieces, 1, processors);
}

/// Calls `work(thread)` once on each of `threads` threads, the caller's own among them, and waits for all.
/// `work` throws nothing.
template <class Work>
void onThreads(std::size_t threads, const Work& work) {
  std::vector<std::jthread> others;
  others.reserve(threads - 1);
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back([&work, i] { work(i); });
  work(std::size_t{0});
}

/// Calls `visit(piece)` for every piece, in any order, on several threads where there are enough pieces.
template <class Visit>
void forEachInParallel(std::size_t pieces, std::size_t threads, const Visit& visit) {
  std::atomic<std::size_t> next = 0;
  onThreads(threads, [&](std::size_t) {
    for (std::size_t piece = next++; piece < pieces; piece = next++) visit(piece);
  });
}

}  // namespace undelivered
