// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "data/delimited.h"

namespace undelivered::samples {

/// Damages some lines of the main sample in all the ways that logs are damaged in, and says so in their meanings.
/// The lines have the columns of samples.cpp's kMainColumns.
void damageLines(std::vector<Line>& lines, char delimiter);

}  // namespace undelivered::samples
