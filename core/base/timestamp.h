// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace undelivered {

/// A moment, UTC, to the millisecond.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;
/// A reading of a clock on some wall: no zone known.
using LocalTime = std::chrono::local_time<std::chrono::milliseconds>;
/// A calendar day in a zone that the context names.
using LocalDay = std::chrono::local_days;

/// ISO 8601 in UTC: 2025-03-04T08:15:30Z, with .123 where there are milliseconds.
std::string toIso8601(Timestamp time);

}  // namespace undelivered
