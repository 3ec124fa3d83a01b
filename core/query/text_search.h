// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/delivery_log.h"

namespace undelivered {

/// The rows, ascending, in which a text occurs within an original cell: with case as its characters stand, or
/// regardless of case (full Unicode folding).
///
/// Reads the logs' raw bytes block by block on all processors. Most records are decided there: ASCII stands where its
/// bytes do, and other characters only matter where they, or what they fold into, are part of the text. A record with
/// such a character, with a JSON escape of a letter, or one whose match may reach over the edge of a cell is read in
/// full and compared.
Result<std::vector<std::uint32_t>> searchText(const std::shared_ptr<const DeliveryLog>& log, std::string_view text,
                                              bool matchCase, std::stop_token stop);

}  // namespace undelivered
