// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace undelivered {

/// HeaderMapping::header of what was chosen for logs without a header that start with a line which would be taken for
/// one: by the headerKey() of that line. It holds for them alone, while kNoHeader is for all logs of as many columns
/// that the guess makes nothing of or doubts.
constexpr std::uint64_t headerlessKey(std::uint64_t headerKey) { return ~headerKey; }

}  // namespace undelivered
