// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/customer.h"
#include "data/message.h"

namespace undelivered::samples {

/// What a receiving server or network might have said: delimiters, quotes, line breaks and umlauts included.
std::string makeDiagnostic(Random& random, std::string_view code, Outcome outcome, Channel channel,
                           const Customer& customer);

}  // namespace undelivered::samples
