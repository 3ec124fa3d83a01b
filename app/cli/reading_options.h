// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "input/open_source.h"
#include "options.h"

namespace undelivered::cli {

/// What --map, --delimiter and --encoding say about how logs are to be read. BadArgument names the option's value and
/// what is wrong with it.
Result<ReadOptions> readingOptions(const Options& options);

}  // namespace undelivered::cli
