// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stop_token>

namespace undelivered {

/// Calls `work(begin, end)` for strips of a range, one after the other, until the stop is asked for: loops that take
/// long in all, but whose body is too short to ask each time.
template <class Work>
void inStrips(std::size_t begin, std::size_t end, const std::stop_token& stop, const Work& work) {
  constexpr std::size_t kStrip = std::size_t{1} << 16;
  for (std::size_t at = begin; at < end && !stop.stop_requested(); at += kStrip) work(at, std::min(end, at + kStrip));
}

/// Runs an algorithm of the standard library that can be broken off. `run` gets a function that makes an order out of a
/// comparison: one that leaves the algorithm once the stop is asked for. False: it was left, and what it worked on is
/// in any order.
template <class Run>
bool unlessStopped(const std::stop_token& stop, const Run& run) {
  struct Stopped {};
  std::uint32_t calls = 0;  // of all copies that the algorithm makes of the order
  const auto stoppable = [&stop, &calls](const auto& before) {
    return [&stop, &calls, &before](const auto& a, const auto& b) {
      // An exception is the only way out of an algorithm; it does not leave this function.
      if ((++calls & 0xFFFF) == 0 && stop.stop_requested()) throw Stopped{};
      return before(a, b);
    };
  };
  try {
    run(stoppable);
  } catch (const Stopped&) {
    return false;
  }
  return !stop.stop_requested();
}

}  // namespace undelivered
