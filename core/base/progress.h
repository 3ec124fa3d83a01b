// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace undelivered {

struct Progress {
  std::uint64_t done = 0;   ///< bytes or rows, as the operation says
  std::uint64_t total = 0;  ///< 0: not known
};

/// Called from any thread of the operation, never from two at once, at most 20 times a second and once at the end.
using ProgressSink = std::function<void(Progress)>;

/// Passes progress on as often as a ProgressSink may be called. Not for several threads at once.
class ProgressThrottle {
 public:
  ProgressThrottle(const ProgressSink& sink, std::uint64_t total) : m_sink(sink), m_total(total) {}

  void tell(std::uint64_t done) {
    if (!m_sink) return;
    const auto now = std::chrono::steady_clock::now();
    if (now < m_next) return;
    m_next = now + std::chrono::milliseconds{50};
    m_sink({done, m_total});
  }
  /// The end of the whole operation, which is told whenever it comes.
  void finish() {
    if (m_sink) m_sink({m_total, m_total});
  }

 private:
  const ProgressSink& m_sink;
  std::uint64_t m_total;
  std::chrono::steady_clock::time_point m_next{};
};

}  // namespace undelivered
