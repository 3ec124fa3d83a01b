// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "classify/reason.h"

namespace undelivered {

/// The outcome that a delivery status means, by the words of SMPP 3.4 (section 5.2.28 and appendix B), of the providers
/// in use and of German exports, regardless of case and separators. Nothing for a word that is not known.
std::optional<Outcome> outcomeOfStatus(std::string_view status);

/// The channel that a cell names, in English or German.
std::optional<Channel> channelOfText(std::string_view text);

/// Email for an address with "@", Sms for what can be a phone number, else Unknown.
Channel channelOfRecipient(std::string_view recipient);

/// Whether a cell in a code column says that there is no code ("-", "n/a", "0", ...).
bool meansNoCode(std::string_view code);

}  // namespace undelivered
