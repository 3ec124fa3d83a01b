// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/expectation.h"
#include "data/message.h"
#include "data/random.h"

namespace undelivered::samples {

std::string jsonText(std::string_view text);  ///< with its quotes

/// Webhook events of failures, one JSON object a line: MESSAGE_NOT_DELIVERED with the old payload (without a code) and
/// the enhanced one in several shapes, events delivered again, events of another type, a damaged line.
std::string writeEvents(const std::vector<Message>& messages, Random& random, Expectation& expectation);

}  // namespace undelivered::samples
