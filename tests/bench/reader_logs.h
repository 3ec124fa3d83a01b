// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace undelivered::bench {

enum class Packing { None, Gzip, Zstd, Zip, Workbook };

/// A log that one of the readers is measured with.
struct ReaderLog {
  std::string name;   ///< "sendgrid-csv"
  std::string title;  ///< for people
  std::string path;
  std::uint64_t records = 0;
  Packing packing = Packing::None;
};

/// One log for each reader in a folder, of about `records` records (mail and workbooks fewer); made at first need and
/// kept, the same bytes for the same number. Empty, with errno set, when they cannot be.
std::vector<ReaderLog> readerLogs(const std::string& folder, std::uint64_t records);

}  // namespace undelivered::bench
