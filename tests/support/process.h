// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace undelivered::test {

struct ProcessSetup {
  std::vector<std::string> command;      ///< the program's path first
  std::vector<std::string> environment;  ///< "NAME=value", laid over the test's own
  std::string input;                     ///< what standard input holds
  std::filesystem::path folder;          ///< to run in; empty: the test's own
  int inputFd = -1, outputFd = -1;       ///< instead of `input`, and of keeping the output
  std::function<void()> inChild;         ///< called before the program starts
};

struct ProcessEnd {
  int exitCode = -1;  ///< -1: ended by a signal
  int signal = 0;
  bool timedOut = false;
  std::string out, err;
};

/// A program that runs beside the test. Its output goes into nameless files, so that it never waits for the test.
class Process {
 public:
  explicit Process(const ProcessSetup& setup);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  pid_t pid() const { return m_pid; }
  void signal(int number) const;
  /// Waits for the end; kills it when it takes longer.
  ProcessEnd wait(std::chrono::seconds limit = std::chrono::seconds{60});
  /// What it has written so far.
  std::string outputSoFar() const;
  /// The same of standard error.
  std::string errorsSoFar() const;

 private:
  pid_t m_pid = -1;
  std::optional<ProcessEnd> m_end;
  int m_out = -1, m_err = -1;
};

/// A setup whose program has no more rights to files than their modes say, even where the test is run by root.
ProcessSetup asOrdinaryUser(ProcessSetup setup);

inline ProcessEnd runProcess(const ProcessSetup& setup, std::chrono::seconds limit = std::chrono::seconds{60}) {
  return Process(setup).wait(limit);
}

/// Whether something becomes true within some seconds.
bool eventually(const std::function<bool()>& what, std::chrono::seconds limit = std::chrono::seconds{20});

}  // namespace undelivered::test
