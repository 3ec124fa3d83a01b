// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/checked_members.h"

#define ZLIB_CONST  // inputs are const
#include <zlib.h>

#include <fmt/format.h>

namespace undelivered {
namespace {

constexpr std::uint64_t kLengthBytes = 4;

}  // namespace

void MemberChecks::add(const Check& check) {
  const std::scoped_lock lock(m_mutex);
  m_checks.push_back(check);
}

std::optional<MemberChecks::Check> MemberChecks::takeUpTo(std::uint64_t end) {
  const std::scoped_lock lock(m_mutex);
  if (m_checks.empty() || m_checks.front().end > end) return std::nullopt;
  const Check check = m_checks.front();
  m_checks.pop_front();
  return check;
}

Result<std::size_t> CheckedMembers::read(std::span<char> into, const std::stop_token& stop) {
  auto read = m_stream->read(into, stop);
  // At the end, and where the data is damaged further on, a member may have come to its end without any more bytes.
  const auto taken = take(read ? into.first(*read) : into.first(0));
  if (!taken && (read || !read.error().isCancelled())) return tl::unexpected(taken.error());
  return read;
}

Result<void> CheckedMembers::take(std::span<const char> bytes) {
  while (const auto check = m_checks->takeUpTo(m_at + bytes.size())) {
    const auto rest = static_cast<std::size_t>(check->end - m_at);
    addToChecksum(bytes.first(rest));
    bytes = bytes.subspan(rest);
    // The length is kept modulo 2 to the power of 32.
    const bool wrongLength = static_cast<std::uint32_t>(m_at - m_begin) != check->length;
    if (m_checksum != check->checksum || wrongLength) {
      // The checksum stands in front of the length; zlib tells the place behind the one that is wrong too.
      const std::uint64_t place = m_checksum != check->checksum ? check->place - kLengthBytes : check->place;
      return failure(ErrorCode::DamagedArchive, {}, fmt::format("its compressed data is damaged at byte {}", place));
    }
    m_begin = m_at;
    m_checksum = 0;
  }
  addToChecksum(bytes);
  return {};
}

void CheckedMembers::addToChecksum(std::span<const char> bytes) {
  m_checksum =
      static_cast<std::uint32_t>(::crc32_z(m_checksum, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
  m_at += bytes.size();
}

}  // namespace undelivered
