// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>

#include "base/progress.h"
#include "base/result.h"
#include "store/delivery_log.h"

namespace undelivered {

/// Whether one of the sources is longer than when it was read, and nothing else has happened to any of them. An error
/// of another kind (FileShrank, FileReplaced, FileChanged, ReadFailed) says what has.
Result<bool> hasGrown(const DeliveryLog& log);

struct ExtendRequest {
  unsigned threads = 0;                           ///< 0: one for each processor
  std::size_t blockBytes = std::size_t{1} << 20;  ///< a multiple of 4096
};

/// A log with what was appended to its sources since they were read; the text that was there is not read again but for
/// a line that had no end yet. New records come behind all others, whatever source they are of.
///
/// FileGrew: a source has grown and cannot be read on (a container, UTF-16, mail, a JSON document that ends otherwise
/// now): the whole has to be read anew. FileShrank, FileReplaced, FileChanged: the same, for another cause. What stood
/// before is known by the hash of its beginning and end alone: a log that was rewritten in between and has grown is
/// taken for one that was appended to, until a record of it is read and found to be another. Uses several threads.
Result<std::shared_ptr<const DeliveryLog>> extendLog(const std::shared_ptr<const DeliveryLog>& log,
                                                     const ExtendRequest& request = {}, std::stop_token stop = {},
                                                     const ProgressSink& progress = {});

}  // namespace undelivered
