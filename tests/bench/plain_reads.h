// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "bench/reader_logs.h"

namespace undelivered::bench {

/// Reads a file from its front to its end, piece by piece, and nothing else. Its bytes; 0 where it cannot be read.
std::uint64_t readPlainly(const std::string& path);

/// Unpacks a file with the library that the reader has, one thread, and throws away what comes out: all of a gzip or
/// zstd stream, all members of an archive. The bytes that come out; 0 where it does not unpack.
std::uint64_t unpackPlainly(const std::string& path, Packing packing);

}  // namespace undelivered::bench
