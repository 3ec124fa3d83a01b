// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "input/record_parser.h"
#include "input/source.h"

namespace undelivered {

/// Longer messages are left out and told (RecordTooLong). Those that come back carry their attachments with them.
inline constexpr std::size_t kMaxMessageBytes = std::size_t{64} << 20;

/// Recognises a message (RFC 5322) or a mailbox of them (RFC 4155) by its beginning: a "From " line, or header fields
/// of which two at least are those that every message has. `sample` is the beginning of the text. Nothing for anything
/// else. A mail that is no report is recognised too, so that it can be told what it is.
std::optional<Recognition> recogniseMail(std::string_view sample, bool wholeFile);

/// Reads delivery status notifications (RFC 3464, RFC 6533) and reports in words: one record for each recipient of a
/// report, with Action as status and Status as code. Messages that are no report are counted (OtherEvent), those that
/// do not say whose they are told (NoRecipient).
std::unique_ptr<RecordParser> makeMailParser(const Source& source);

}  // namespace undelivered
