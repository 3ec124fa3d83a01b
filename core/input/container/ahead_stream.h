// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "base/input_stream.h"

namespace undelivered {

/// A stream that is read ahead by a thread of its own, so that unpacking goes on while what was unpacked is looked at
/// and written. Its beginning is not: most files and members of archives are short, and what is no log is left after
/// it. Errors come where they would have come; what the inner stream calls, it then calls from that thread.
class AheadStream final : public InputStream {
 public:
  explicit AheadStream(std::unique_ptr<InputStream> inner) : m_inner(std::move(inner)) {}

  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override;

 private:
  struct Piece {
    std::vector<char> bytes;
    std::size_t size = 0;
  };

  void start();
  /// Fills pieces until the inner stream ends, fails or is stopped.
  void work(const std::stop_token& stop);
  /// Waits for one that can be filled. Nothing when it is stopped.
  std::optional<Piece> freePiece(const std::stop_token& stop);
  Result<void> fill(Piece& piece, const std::stop_token& stop);
  void finish(Result<void> how, std::exception_ptr thrown);
  /// Waits for the next piece. False at the end.
  Result<bool> next(const std::stop_token& stop);

  std::unique_ptr<InputStream> m_inner;
  std::uint64_t m_given = 0;
  Piece m_piece;  // the one that is being given out, from m_taken on
  std::size_t m_taken = 0;

  std::mutex m_mutex;
  std::condition_variable_any m_changed;
  std::deque<Piece> m_filled, m_free;
  std::optional<Result<void>> m_end;  // once the inner stream gives no more
  std::exception_ptr m_thrown;
  std::jthread m_thread;  // the last member: it goes first
};

}  // namespace undelivered
