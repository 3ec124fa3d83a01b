// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "bench/report.h"

namespace undelivered::bench {

/// A picture (SVG) of how load, memory, filter and search grow with the records of the reference log, both axes
/// logarithmic, beside a line that grows as the records do. Empty when fewer than two lengths were measured.
std::string growthPlot(const std::vector<Figure>& figures);

}  // namespace undelivered::bench
