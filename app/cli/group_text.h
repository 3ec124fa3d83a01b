// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "json_writer.h"
#include "query/summary.h"
#include "store/delivery_log.h"

namespace undelivered::cli {

/// A group's value on a dimension as machines read it: "EXPIRED", "sms", "2025-03-04", "2025-W10", "2025-03"; empty
/// where there is none.
std::string keyText(const DeliveryLog& log, GroupKey key);

/// The members of a group that a key makes: the dimension with its text or null, and "known" false beside a reason
/// that the catalogue does not know.
void writeKey(JsonWriter& json, const DeliveryLog& log, GroupKey key);

/// The array of read issues by kind, with samples.
void writeIssues(JsonWriter& json, const ReadReport& report);

}  // namespace undelivered::cli
