// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "base/result.h"
#include "options.h"
#include "query/log_query.h"
#include "store/delivery_log.h"

namespace undelivered::cli {

/// What all commands share: the wish to stop, standard output, progress and messages.
class Session {
 public:
  Session(const Options& options, std::stop_token stop) : m_options(options), m_stop(std::move(stop)) {}

  const Options& options() const { return m_options; }
  std::stop_token stop() const { return m_stop; }

  /// Loads the logs, showing progress where standard error is a terminal, and tells of read issues.
  Result<std::shared_ptr<const DeliveryLog>> load(const Request& request, Keep keep = Keep::Records) const;

  /// The exit code of a command that is done: kLogUnusable where a file could not be read, which was told.
  static int doneWith(const DeliveryLog& log);

  /// Writes to standard output. WriteFailed when that fails; Cancelled when its reader has gone, which ends the program
  /// quietly, and when the wish to stop comes while it waits for its reader.
  Result<void> print(std::string_view text) const;

  /// Tells the error on standard error and gives the exit code that it means; for errors that reading and writing have
  /// in common (no permission, no such folder) `otherwise` says which of them it was.
  int fail(const Error& error, int otherwise = kLogUnusable) const;
  /// The same for whatever is wrong with the command line itself.
  int failUsage(const Error& error) const;

 private:
  const Options& m_options;
  std::stop_token m_stop;
};

// The commands. Each returns the program's exit code.
int summaryCommand(const Session& session);
int recordsCommand(const Session& session);
int actionsCommand(const Session& session);
int inspectCommand(const Session& session);
int reasonsCommand(const Session& session);

}  // namespace undelivered::cli
