// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/input_stream.h"

namespace undelivered {

/// Compares the length and the checksum (CRC-32) of what is read with those that the archive states: DamagedArchive
/// where they differ, at the end of the stream at the latest.
std::unique_ptr<InputStream> checkedMember(std::unique_ptr<InputStream> stream, std::uint64_t size,
                                           std::uint32_t checksum);
/// What a frame of zstd, or deflated data without a header (RFC 1951), unpacks to. What is behind it belongs to the
/// member too, and its length then does not match.
std::unique_ptr<InputStream> zstdMember(std::unique_ptr<InputStream> packed);
std::unique_ptr<InputStream> deflatedMember(std::unique_ptr<InputStream> packed);

/// A member's name as it is shown: as UTF-8, control characters as U+FFFD.
std::string shownMemberName(std::string_view name);

}  // namespace undelivered
