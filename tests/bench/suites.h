// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <set>
#include <string>

#include "base/result.h"
#include "bench/launcher.h"
#include "bench/report.h"
#include "store/delivery_log.h"

namespace undelivered::bench {

struct Options {
  std::string folder;  ///< where generated logs are kept and exports are written
  int runs = 5;
  std::set<std::string> what;     ///< of kGroups; empty: all of them
  std::set<std::string> readers;  ///< names of ReaderLog; empty: all of them
  /// Longer logs are loaded, filtered and searched; what takes a second file or minutes is left out.
  std::uint64_t detailUpTo = 10000000;

  bool wants(const std::string& group) const { return what.empty() || what.contains(group); }
};
inline const std::set<std::string> kGroups{"load",   "counts", "search", "sort",     "records",
                                           "export", "cancel", "events", "receipts", "readers"};

/// What every suite works with.
struct Session {
  const Options& options;
  const Launcher& launcher;
  Report& report;
};

using LogPointer = std::shared_ptr<const DeliveryLog>;

/// Reading a log: time beside `wc -l` of the same file, memory by record, and the command-line program as a whole.
Result<LogPointer> benchLoad(const std::string& path, const Session& session);
/// Webhook events on one thread and on two, beside simdjson parsing the same text in memory.
Result<void> benchEvents(const std::string& path, const Session& session);
/// Receipts of SMPP in a gateway's log, on one thread and on two, beside a search for their status in the same text.
Result<void> benchReceipts(const std::string& path, const Session& session);
/// A log for every reader, of about that many records: reading it beside a plain read of the file and, where it is
/// packed, beside unpacking alone.
Result<void> benchReaders(std::uint64_t records, const Session& session);
/// Facets, summaries and row sets of filters on every dimension.
Result<void> benchCounts(const LogPointer& log, const Session& session);
Result<void> benchSearch(const LogPointer& log, const std::string& path, const Session& session);
/// Everything by time.
Result<void> benchSortByTime(const LogPointer& log, const Session& session);
/// The failures by each column of text.
Result<void> benchSortByText(const LogPointer& log, const Session& session);
/// Rows at random places, and what there is on one recipient.
Result<void> benchRecords(const LogPointer& log, const std::string& path, const Session& session);
/// An action list of at most a million failures.
Result<void> benchExport(const LogPointer& log, const Session& session);
/// What takes long, told to end at many places: how long that takes.
Result<void> benchCancel(const LogPointer& log, const std::string& path, const Session& session);

}  // namespace undelivered::bench
