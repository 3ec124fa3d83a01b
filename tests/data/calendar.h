// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "data/message.h"

namespace undelivered::samples {

/// UTC as a German wall clock's reading stands for, by the European Union's rule (summer time from the last Sunday in
/// March to the last in October, both at 01:00 UTC). Not for the hours of the change.
std::chrono::sys_seconds toUtc(WallTime time);

std::string isoDay(std::chrono::local_days day);     ///< 2025-03-04
std::string isoTime(WallTime time);                  ///< 2025-03-04 09:15:30
std::string germanTime(WallTime time);               ///< 04.03.2025 09:15:30
std::string utcTime(std::chrono::sys_seconds time);  ///< 2025-03-04T08:15:30Z

}  // namespace undelivered::samples
