// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/mail/mail_message.h"

namespace undelivered {

/// The fields of message/delivery-status (RFC 3464 2): those of the message, and those of each recipient.
struct DeliveryStatus {
  MailFields message;
  std::vector<MailFields> recipients;
};

/// Takes the part's text apart. Where the blank line between blocks is missing, a recipient's block begins at its first
/// field, and another one where "Final-Recipient" or "Original-Recipient" comes again. Lines that are no field are
/// passed over.
DeliveryStatus readDeliveryStatus(std::string_view text);

/// The address in "rfc822; address" (RFC 3464 2.1.2), "utf-8; address" (RFC 6533 3) or without a type; without "<", ">"
/// and a comment behind it.
std::string recipientAddress(std::string_view value);

/// The code in "5.1.1 (bad destination mailbox address)": the value up to a blank or comment.
std::string_view statusCode(std::string_view value);

}  // namespace undelivered
