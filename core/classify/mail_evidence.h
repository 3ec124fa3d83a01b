// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace undelivered {

/// What the words of a mail server say by themselves, whatever status goes with them.
enum class TextSign : std::uint8_t { None, MailboxFull, TooLarge, Attachment, UserUnknown, Content };
/// "none", "mailboxFull", "tooLarge", "attachment", "userUnknown", "content".
std::string_view name(TextSign sign);
std::optional<TextSign> textSignOfName(std::string_view name);

/// What an e-mail's failure is decided by.
struct MailEvidence {
  std::string status;  ///< enhanced status code (RFC 3463), "5.1.1"; empty: none
  std::string reply;   ///< the three digits of an SMTP reply (RFC 5321 4.2); empty: none
  TextSign sign = TextSign::None;

  bool operator==(const MailEvidence&) const = default;
};

/// The evidence in a status or reply as a log gives it ("5.1.1", "550 5.1.1 no such user") and the diagnostic beside
/// it. The status is the given one; where that is missing or says no more than its class (5.0.0), the diagnostic's.
MailEvidence mailEvidence(std::string_view code, std::string_view diagnostic);

/// Whether a code is an enhanced status code, or an SMTP reply with one or with words behind it.
bool looksLikeMailStatus(std::string_view code);

}  // namespace undelivered
