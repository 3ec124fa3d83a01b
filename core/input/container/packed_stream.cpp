// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/packed_stream.h"

#include <algorithm>

#include <fmt/format.h>

namespace undelivered {
namespace {

constexpr std::size_t kPackedBytes = std::size_t{1} << 16;

tl::unexpected<Error> damaged(std::string how) { return failure(ErrorCode::DamagedArchive, {}, std::move(how)); }

}  // namespace

Result<std::size_t> PackedStream::read(std::span<char> into, const std::stop_token& stop) {
  while (!m_ended) {
    if (stop.stop_requested()) return cancelled();
    if (!m_inMember) {
      const auto next = nextMember(stop);
      if (!next) return tl::unexpected(next.error());
      if (!*next) break;
    }
    const Decoder::Step step = m_decoder->decode(pending(), into);
    m_taken += step.consumed;
    m_produced += step.produced;
    if (step.state == Decoder::State::Damaged)
      return damaged(fmt::format("its compressed data is damaged at byte {}", place()));
    if (step.state == Decoder::State::TooLarge)
      return failure(ErrorCode::UnsupportedFormat, {}, "it takes more than 128 MiB of memory to unpack");
    if (step.state == Decoder::State::MemberEnd) endMember();
    if (step.produced > 0) return step.produced;
    if (step.consumed > 0 || !m_inMember) continue;
    if (m_packedEnded) return damaged(fmt::format("its compressed data ends in the middle, at byte {}", place()));
    if (const auto more = readMore(stop); !more) return tl::unexpected(more.error());
  }
  m_ended = true;
  return std::size_t{0};
}

void PackedStream::endMember() {
  m_inMember = false;
  auto check = m_checks ? m_decoder->check() : std::nullopt;
  if (!check) return;
  check->end = m_produced;
  check->place = place();
  m_checks->add(*check);
}

Result<void> PackedStream::readMore(const std::stop_token& stop) {
  m_before += m_taken;
  m_buffer.erase(0, m_taken);
  m_taken = 0;
  const std::size_t kept = m_buffer.size();
  m_buffer.resize(kept + kPackedBytes);
  const auto read = m_packed->read({m_buffer.data() + kept, kPackedBytes}, stop);
  m_buffer.resize(kept + (read ? *read : 0));
  if (!read) return tl::unexpected(read.error());
  m_packedEnded = *read == 0;
  return {};
}

Result<bool> PackedStream::nextMember(const std::stop_token& stop) {
  while (!m_packedEnded && pending().size() < m_decoder->magicBytes()) {
    if (const auto more = readMore(stop); !more) return tl::unexpected(more.error());
  }
  if (pending().empty()) return false;
  if (m_decoder->startsMember(pending())) {
    m_decoder->beginMember();
    m_inMember = true;
    return true;
  }
  if (const auto told = tellTrailing(stop); !told) return tl::unexpected(told.error());
  return false;
}

Result<void> PackedStream::tellTrailing(const std::stop_token& stop) {
  const std::uint64_t begin = place();
  bool zeros = true;
  while (!pending().empty()) {
    zeros = zeros && pending().find_first_not_of('\0') == std::string_view::npos;
    m_taken = m_buffer.size();
    if (const auto more = readMore(stop); !more) return more;
  }
  m_notes.push_back(zeros ? fmt::format("{} zero bytes behind the compressed data", place() - begin)
                          : fmt::format("{} bytes behind the compressed data, from byte {} on, that are none of it",
                                        place() - begin, begin));
  return {};
}

}  // namespace undelivered
