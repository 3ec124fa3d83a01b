// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "classify/mail_evidence.h"

namespace undelivered {

/// What mail servers say in their own words.
struct MailPhrase {
  TextSign sign = TextSign::None;
  std::string_view words;  ///< in lower case
};

/// The phrases in the order in which they are looked for.
std::span<const MailPhrase> mailPhrases();

/// The sign of the first phrase that a diagnostic holds, regardless of case. A single word counts only as a word of its
/// own, and not within an URL, an address or the name of a host. A phrase does not count where the words around it say
/// that it is about something else: a domain that does not exist, a sender that is unknown, a quota for sending.
TextSign signOfWords(std::string_view diagnostic);

}  // namespace undelivered
