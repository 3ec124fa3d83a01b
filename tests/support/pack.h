// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace undelivered::test {

std::string gzipOf(const std::string& text);
/// With a checksum at the end of the frame, as the zstd program writes it.
std::string zstdOf(const std::string& text);

/// A member of a zip archive, and what a test wants to be wrong or special about it.
struct ZipMember {
  std::string name, data;
  enum Method : std::uint16_t { Stored = 0, Deflated = 8, Lzma = 14, Zstd = 93 } method = Deflated;
  std::uint16_t flags = 0;                     ///< APPNOTE.TXT 4.4.4: 1 is encrypted, 0x800 a name in UTF-8
  std::optional<std::uint32_t> checksum = {};  ///< instead of the right one
};

/// A zip archive byte by byte (APPNOTE.TXT 4.3); with `zip64` all lengths and places are in the fields of zip64.
std::string zipOf(const std::vector<ZipMember>& members, bool zip64 = false);

}  // namespace undelivered::test
