// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>

#include "base/progress.h"
#include "base/random_access_file.h"
#include "base/result.h"
#include "input/open_source.h"
#include "store/delivery_log.h"

namespace undelivered {

/// Whether one of the sources is longer than when it was read, and nothing else has happened to any of them. An error
/// of another kind (FileShrank, FileReplaced, FileChanged, ReadFailed) says what has.
Result<bool> hasGrown(const DeliveryLog& log);

struct ExtendRequest {
  ReadOptions options;                            ///< of files that are new, as in LoadRequest
  unsigned threads = 0;                           ///< 0: one for each processor
  std::size_t blockBytes = std::size_t{1} << 20;  ///< a multiple of 4096
};

/// A log with what was appended to its sources since they were read, and with the files that are new in the folders
/// that were loaded; the text that was there is not read again but for
/// a line that had no end yet. New records come behind all others, whatever source they are of. A new file that is no
/// log is skipped and told; one that is empty or still being written is left for the next time. Files that have gone
/// stay.
///
/// FileGrew: a source has grown and cannot be read on (a container, UTF-16, mail, a JSON document that ends otherwise
/// now), or a file is new beside a single one, or was chosen to be read in another zone: the whole has to be read anew.
/// FileShrank, FileReplaced, FileChanged: the same, for another cause. What stood before is known by the hash of its
/// beginning and end alone: a log that was rewritten in between and has grown is taken for one that was appended to,
/// until a record of it is read and found to be another. Uses several threads.
Result<std::shared_ptr<const DeliveryLog>> extendLog(const std::shared_ptr<const DeliveryLog>& log,
                                                     const ExtendRequest& request = {}, std::stop_token stop = {},
                                                     const ProgressSink& progress = {},
                                                     const FileSystem& files = systemFiles());

}  // namespace undelivered
