// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "session.h"
#include "store/delivery_log.h"

namespace undelivered::cli {

/// Loads the logs; where one of them, or a folder, has nothing in it yet, that is told and waited for. Cancelled when
/// the stop is asked for meanwhile.
Result<std::shared_ptr<const DeliveryLog>> loadToFollow(const Session& session, const Request& request);

/// Waits for the log's files to grow, reads what is new and calls `show` with it, until Ctrl+C, which is the usual end.
/// A file that is new in a folder is read too, one that has gone is told, and followed again when it comes back. A log
/// that was replaced, shortened or rewritten is told and read anew. Gives the exit code.
int follow(const Session& session, const Request& request, std::shared_ptr<const DeliveryLog> log,
           const std::function<Result<void>(const std::shared_ptr<const DeliveryLog>&)>& show);

}  // namespace undelivered::cli
