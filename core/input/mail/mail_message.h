// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace undelivered {

/// Header fields or those of a delivery status, unfolded, in their order.
using MailFields = std::vector<std::pair<std::string, std::string>>;

/// The value of a field by its name, regardless of case; empty where there is none.
std::string_view valueOf(const MailFields& fields, std::string_view name);

/// The fields at the beginning of a text (RFC 5322 2.2), up to a blank line or a line that is none. `text` begins with
/// what follows afterwards.
MailFields takeFields(std::string_view& text);

/// What of a message tells about deliveries: all that is needed of it, decoded to UTF-8.
struct MailMessage {
  std::string subject, from, date;
  std::string messageId, inReplyTo;  ///< without "<" and ">"
  std::string contentType;           ///< "multipart/report", in lower case; empty: none
  std::string reportType;            ///< of multipart/report (RFC 6522 3), in lower case
  std::string failedRecipients;      ///< X-Failed-Recipients, which Exim writes
  std::string sender;                ///< of the envelope (Return-Path); "<>" for reports
  bool automatic = false;            ///< Auto-Submitted is there and not "no" (RFC 3834 5)

  std::optional<std::string> deliveryStatus;  ///< the part message/delivery-status, or its kin of RFC 6533
  bool feedback = false;                      ///< a part message/feedback-report (RFC 5965)
  bool disposition = false;                   ///< a part message/disposition-notification (RFC 8098)
  std::string text;                           ///< the first part in plain words; of a message without deliveryStatus
  std::string originalMessageId;              ///< of the message that came back; without "<" and ">"
  /// The messages that are attached to one without deliveryStatus which is no multipart/report: what somebody forwards,
  /// three deep at most.
  std::vector<MailMessage> attached;
};

/// Takes a message apart (MIME, RFC 2045 to 2049). `bytes` is the message without the "From " line of a mailbox, and is
/// not copied: a returned original with large attachments is only looked at. Never fails: what is no mail is a message
/// without anything. Callable from several threads at once.
MailMessage readMessage(std::string_view bytes);

/// A time that is not written by RFC 5322 but read by mail programs (names of zones, two digits for the year), in ISO
/// 8601 and UTC; nothing where they cannot read it either, or where it has no zone.
std::optional<std::string> oldMailTime(const std::string& text);

}  // namespace undelivered
