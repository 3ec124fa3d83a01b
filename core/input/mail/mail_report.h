// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/mail/mail_message.h"

namespace undelivered {

/// What became of one recipient, as a report says it.
struct MailRecord {
  std::string time, action, code, recipient, diagnostic;
  bool contradiction = false;  ///< Action and Status disagree; it is a failure then
  bool badEncoding = false;    ///< not UTF-8, read as Windows-1252
  MailFields fields;           ///< of its block, as they stand

  // Of a report that was attached to a message: its own, else empty and those of MailReport.
  std::string messageId, eventId;
  std::size_t index = 0;  ///< which recipient of its report it is
};

/// What a message is, for a log of deliveries.
struct MailReport {
  enum class Kind {
    Records,
    OtherMail,    ///< no report about a delivery; `detail` says what it is
    NoRecipient,  ///< a report, but nothing in it tells whose; `detail` says more
  };
  Kind kind = Kind::OtherMail;
  std::string detail;
  std::vector<MailRecord> records;
  MailFields fields;      ///< of the report as a whole: Subject, From, Date, and the block of the message
  std::string messageId;  ///< of the message that was sent
  std::string eventId;    ///< of the report
};

/// Reads a delivery status notification (RFC 3464, RFC 6533), or a report in words. The recipient is the one that was
/// addressed (Original-Recipient), where the report says it; else Final-Recipient, which differs from it behind a
/// forwarding. The time is the recipient's Last-Attempt-Date, else Arrival-Date, else the report's Date. The message id
/// is that of the message that came back, else what the report answers to. A message that is no report itself can have
/// reports attached, as somebody forwards them: their records are the message's then, each with its report's own ids.
MailReport readReport(std::string_view message);

}  // namespace undelivered
