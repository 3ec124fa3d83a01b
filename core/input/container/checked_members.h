// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

#include "base/input_stream.h"

namespace undelivered {

/// What the members that a stream unpacks to have to be, for whoever reads them later, maybe in another thread.
class MemberChecks {
 public:
  struct Check {
    std::uint64_t end = 0;    ///< where the member ends in what is unpacked
    std::uint64_t place = 0;  ///< where the check ends in the packed data
    std::uint32_t checksum = 0, length = 0;
  };
  /// Before anything is read that is behind the member.
  void add(const Check& check);
  /// Takes the first one whose member ends by then.
  std::optional<Check> takeUpTo(std::uint64_t end);

 private:
  std::mutex m_mutex;
  std::deque<Check> m_checks;
};

/// Compares members with their CRC-32 and their length (RFC 1952 2.3.1) as they are read: a sixth of the work of
/// unpacking, which so need not be done by the thread that unpacks. DamagedArchive as PackedStream has it.
class CheckedMembers final : public InputStream {
 public:
  CheckedMembers(std::unique_ptr<InputStream> stream, std::shared_ptr<MemberChecks> checks)
      : m_stream(std::move(stream)), m_checks(std::move(checks)) {}

  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override;

 private:
  /// Checks the members that end within these bytes, which come next.
  Result<void> take(std::span<const char> bytes);
  void addToChecksum(std::span<const char> bytes);

  std::unique_ptr<InputStream> m_stream;
  std::shared_ptr<MemberChecks> m_checks;
  std::uint64_t m_at = 0, m_begin = 0;  // in what is unpacked: now, and of the member
  std::uint32_t m_checksum = 0;
};

}  // namespace undelivered
