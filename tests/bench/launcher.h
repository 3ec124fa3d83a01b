// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace undelivered::bench {

/// Runs programs from a process that stays small. Linux counts what the process that starts a program has resident as
/// the program's own peak, and this one holds logs of gigabytes. To be made before any thread is started.
class Launcher {
 public:
  Launcher();
  ~Launcher();
  Launcher(const Launcher&) = delete;
  Launcher& operator=(const Launcher&) = delete;

  struct Run {
    double seconds = 0;           ///< from before its start to its end
    std::uint64_t peakBytes = 0;  ///< the most that was resident
  };
  /// Runs a program with arguments, its output thrown away; nothing when it does not run or fails.
  std::optional<Run> run(const std::vector<std::string>& arguments) const;

 private:
  pid_t m_child = -1;
  int m_socket = -1;
};

}  // namespace undelivered::bench
