// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <stop_token>

namespace undelivered::cli {

bool isTerminal(std::FILE* stream);

/// Makes SIGINT and SIGTERM set the source instead of ending the program, and a closed pipe a write error. The source
/// must live as long as the program.
void stopOnInterrupt(std::stop_source& source);

}  // namespace undelivered::cli
