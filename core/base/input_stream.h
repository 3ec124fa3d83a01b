// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>

#include "base/result.h"

namespace undelivered {

/// What can be read only once and from the front: standard input, a pipe. For one thread at a time.
class InputStream {
 public:
  virtual ~InputStream() = default;

  /// Waits until there is something and gives how much of `into` it filled; 0 at the end. Cancelled soon after the stop
  /// was asked for, also while nobody writes to the other end.
  virtual Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) = 0;
};

/// "-" is standard input. FileNotFound, PermissionDenied, ReadFailed.
Result<std::unique_ptr<InputStream>> openStream(const std::filesystem::path& path);

}  // namespace undelivered
