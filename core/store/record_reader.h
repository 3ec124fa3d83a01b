// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "base/result.h"
#include "store/delivery_log.h"
#include "store/record.h"

namespace undelivered {

/// Reads records in full from the log files. One for each thread: it keeps the block it read last, so that rows in
/// the order of the log cost one read for many.
class RecordReader {
 public:
  explicit RecordReader(std::shared_ptr<const DeliveryLog> log);
  ~RecordReader();
  RecordReader(RecordReader&&) noexcept;
  RecordReader& operator=(RecordReader&&) noexcept;

  enum class Read {
    Everything,
    WithoutOriginals,  ///< Record::fields stays empty: half the work
  };
  /// FileShrank, FileGrew, FileReplaced, FileChanged when the file is not the one that was loaded, the last of them
  /// also when the text there is not that record any more. ReadFailed, PermissionDenied when it cannot be read.
  Result<Record> read(RowId row, Read what = Read::Everything);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace undelivered
