// SPDX-License-Identifier: GPL-3.0-or-later
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <thread>

#include "terminal.h"

namespace undelivered::cli {

bool isTerminal(std::FILE* stream) { return ::isatty(::fileno(stream)) == 1; }

void stopOnInterrupt(std::stop_source& source) {
  ::signal(SIGPIPE, SIG_IGN);
  // The handler only breaks off a blocking read; what a signal means is decided by a thread of its own, where
  // everything may be called.
  static const pthread_t kMain = ::pthread_self();
  struct sigaction nothing {};
  nothing.sa_handler = [](int) {};
  ::sigaction(SIGUSR1, &nothing, nullptr);

  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGINT);
  ::sigaddset(&signals, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([signals, &source] {
    int number = 0;
    while (::sigwait(&signals, &number) == 0) {
      source.request_stop();
      // Again and again: the main thread may just be about to read.
      for (int i = 0; i < 100; ++i) {
        ::pthread_kill(kMain, SIGUSR1);
        ::usleep(10'000);
      }
    }
  }).detach();
}

}  // namespace undelivered::cli
