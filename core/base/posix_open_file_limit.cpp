// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include "base/open_file_limit.h"

namespace undelivered {

void raiseOpenFileLimit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace undelivered
