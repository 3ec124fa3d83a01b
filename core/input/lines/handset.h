// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "input/lines/pairs.h"

namespace undelivered {

/// The handset's number by what stands around a receipt; empty where that cannot be told. The rule, in this order:
/// - what is called a handset's number ("msisdn", "phone", "mobile", ...) is one;
/// - a receipt comes in a deliver_sm, whose source address is the handset that the message went to (SMPP 3.4, 4.6.1 and
///   5.2.12): so "from", "source_addr", "sender" and the like, where it can be a phone's number;
/// - else "to", "dest_addr", "recipient" and the like, where it can be one: the log then tells of the message, whose
///   sender is a name or a short code.
/// A phone's number has a plus sign, or nine to fifteen digits.
std::string_view handsetOf(std::span<const LinePair> pairs);

/// The same of a line of cells without names (between ";", ",", tabs and "|"), `before` and `after` its receipt: the
/// only cell that can be nothing but the number of a phone, with "+", "00" or the beginning of a German, Austrian or
/// Swiss mobile number. Empty where there are several, or none.
std::string_view handsetInCells(std::string_view before, std::string_view after);

}  // namespace undelivered
