// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/ahead_stream.h"

#include <algorithm>

#include "input/recognise.h"

namespace undelivered {
namespace {

// More than is looked at before it is known whether something is a log.
constexpr std::uint64_t kDirectBytes = 2 * kSampleBytes;
constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
constexpr std::size_t kPieces = 4;

}  // namespace

Result<std::size_t> AheadStream::read(std::span<char> into, const std::stop_token& stop) {
  if (!m_thread.joinable()) {
    if (m_given < kDirectBytes) {
      auto read = m_inner->read(into, stop);
      if (read) m_given += *read;
      return read;
    }
    start();
  }
  if (m_taken == m_piece.size) {
    const auto more = next(stop);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return std::size_t{0};
  }
  const std::size_t size = std::min(into.size(), m_piece.size - m_taken);
  std::copy_n(m_piece.bytes.data() + m_taken, size, into.data());
  m_taken += size;
  return size;
}

void AheadStream::start() {
  for (std::size_t i = 0; i < kPieces; ++i) m_free.push_back({std::vector<char>(kPieceBytes), 0});
  m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

Result<bool> AheadStream::next(const std::stop_token& stop) {
  const std::stop_callback passOn(stop, [this] { m_thread.request_stop(); });
  std::unique_lock lock(m_mutex);
  if (!m_piece.bytes.empty()) m_free.push_back(std::move(m_piece));
  m_piece = {};
  m_taken = 0;
  m_changed.notify_all();
  m_changed.wait(lock, stop, [this] { return !m_filled.empty() || m_end; });
  if (stop.stop_requested()) return cancelled();
  if (m_filled.empty()) {
    if (m_thrown) std::rethrow_exception(m_thrown);
    if (!*m_end) return tl::unexpected(m_end->error());
    return false;
  }
  m_piece = std::move(m_filled.front());
  m_filled.pop_front();
  return true;
}

void AheadStream::work(const std::stop_token& stop) try {
  while (auto piece = freePiece(stop)) {
    auto filled = fill(*piece, stop);
    const bool ended = !filled || piece->size < piece->bytes.size();
    if (piece->size > 0) {
      const std::scoped_lock lock(m_mutex);
      m_filled.push_back(*std::move(piece));
      m_changed.notify_all();
    }
    if (ended) return finish(std::move(filled), nullptr);
  }
  finish(cancelled(), nullptr);
} catch (...) {
  // Memory that there is not: whoever reads is told, as without this thread.
  finish({}, std::current_exception());
}

std::optional<AheadStream::Piece> AheadStream::freePiece(const std::stop_token& stop) {
  std::unique_lock lock(m_mutex);
  if (!m_changed.wait(lock, stop, [this] { return !m_free.empty(); })) return std::nullopt;
  Piece piece = std::move(m_free.front());
  m_free.pop_front();
  piece.size = 0;
  return piece;
}

Result<void> AheadStream::fill(Piece& piece, const std::stop_token& stop) {
  while (piece.size < piece.bytes.size()) {
    const auto read = m_inner->read(std::span(piece.bytes).subspan(piece.size), stop);
    if (!read) return tl::unexpected(read.error());
    if (*read == 0) break;
    piece.size += *read;
  }
  return {};
}

void AheadStream::finish(Result<void> how, std::exception_ptr thrown) {
  const std::scoped_lock lock(m_mutex);
  m_thrown = std::move(thrown);
  m_end = std::move(how);
  m_changed.notify_all();
}

}  // namespace undelivered
