// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "data/bulk_log.h"

namespace undelivered::bench {

/// "reference", "failures", "shuffled", "events", "receipts".
std::string name(samples::BulkKind kind);

/// Where the generated log of that kind and length is in a folder; made at first need and kept. Empty, with errno set,
/// when it cannot be.
std::string keptLog(const std::string& folder, std::uint64_t rows, samples::BulkKind kind);

}  // namespace undelivered::bench
