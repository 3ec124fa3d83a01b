// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "input/plain_records.h"

namespace undelivered {

/// What two spellings of one recipient have in common: of an address the part in <>, in lower case (ASCII); of a number
/// its digits without a leading + or 00; anything else as it stands.
std::string_view normaliseRecipient(std::string_view recipient, std::string& buffer);

/// Equal for recipients that are equal once normalised; 0 exactly for those whose normalised form is empty. `padded` as
/// in ShortText; the buffer is for the normalised form where that is needed.
std::uint32_t hashRecipient(std::string_view recipient, bool padded, std::string& buffer);
/// The same for the recipients of some records, as far as they are nothing but a number or an address in lower case,
/// and short; 0 for any other, and for what a spreadsheet may have made of a number.
void hashRecipients(const PlainRecords& records, PlainRecords::Numbers& hashes);

}  // namespace undelivered
