// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "input/delimited/header_search.h"
#include "input/source.h"

namespace undelivered {

/// Adds what the first rows of a table tell and its header does not: what a spreadsheet has left in them, and which of
/// its columns of times are the day and the time of day of one.
void lookAtFirstRows(const TableSample& sample, Recognition& recognition);

}  // namespace undelivered
