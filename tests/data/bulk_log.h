// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace undelivered::samples {

enum class BulkKind {
  Reference,  ///< CSV, about 140 bytes a record, commas, quoted diagnostics with delimiters, doubled quotes and, in one
              ///< of a hundred, line breaks; one of ten failed
  Failures,   ///< the same, all failed
  Shuffled,   ///< as Reference, in no order of time: sorting has to work for it
  Events,     ///< webhook events, one JSON object a line
  Receipts,   ///< the access log of a gateway: receipts of SMPP, one of ten failed
};

/// Changes with the bytes that writeBulkLog() makes.
inline constexpr int kBulkLogVersion = 1;

/// Writes `rows` records into a file, as fast as the disk takes them; the same bytes for the same arguments.
/// False, with errno set, when it cannot be written.
bool writeBulkLog(const std::string& path, std::uint64_t rows, BulkKind kind, std::uint64_t seed);

}  // namespace undelivered::samples
