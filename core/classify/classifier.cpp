// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/classifier.h"

#include "base/blanks.h"
#include "classify/status.h"

namespace undelivered {
namespace {

/// The reason that a failed status names by itself. "FAILED" is a text message's code, and on an e-mail just a word.
std::optional<ReasonId> reasonOfStatus(std::string_view status, Channel channel, const Catalogue& catalogue) {
  auto id = catalogue.find(status);
  if (!id && channel == Channel::Sms) id = catalogue.find(smsReasonOfStatus(status));
  if (!id) return std::nullopt;
  const Reason& reason = catalogue.reason(*id);
  if (channel != Channel::Unknown && !reason.channels.contains(channel)) return std::nullopt;
  return id;
}

Channel channelOfReason(const Reason& reason, std::string_view recipient) {
  const bool email = reason.channels.contains(Channel::Email);
  const bool sms = reason.channels.contains(Channel::Sms);
  if (email && sms) return channelOfRecipient(recipient);
  if (email) return Channel::Email;
  if (sms) return Channel::Sms;
  return reason.channels.contains(Channel::Letter) ? Channel::Letter : Channel::Unknown;
}

}  // namespace

bool dependsOnRecipient(const RecordView& record) {
  return channelOfText(record[Field::Channel]).value_or(Channel::Unknown) == Channel::Unknown;
}

Classification classify(const RecordView& record, const Catalogue& catalogue) {
  Classification result;
  const std::string_view status = trimBlanks(record[Field::Status]);
  std::string_view code = trimBlanks(record[Field::Code]);
  if (meansNoCode(code)) code = {};

  if (const std::string_view cell = trimBlanks(record[Field::Channel]); !cell.empty()) {
    const auto channel = channelOfText(cell);
    result.unknownChannel = !channel.has_value();
    result.channel = channel.value_or(Channel::Unknown);
  }
  std::optional<Outcome> outcome;
  if (!status.empty()) outcome = outcomeOfStatus(status);
  if (record.failureEvent) outcome = Outcome::Failed;

  result.known = catalogue.find(code);
  if (!result.known && !code.empty()) {
    // A delivery status that stands in the code's column is a status.
    const auto word = outcomeOfStatus(code);
    if (word && *word != Outcome::Failed && !record.failureEvent) {
      if (!outcome) outcome = word;
    } else {
      result.unknownCode = code;
    }
  }
  const bool hasCode = result.known || !result.unknownCode.empty();
  if (result.known) {
    result.contradiction = outcome == Outcome::Delivered;
    result.outcome = Outcome::Failed;
  } else if (outcome && *outcome != Outcome::Unknown) {
    result.outcome = *outcome;
  } else {
    result.outcome = hasCode ? Outcome::Failed : Outcome::Unknown;
  }
  result.unknownStatus = !status.empty() && !outcome && !hasCode;
  result.noCodeNoStatus = status.empty() && !hasCode && !outcome;

  if (result.outcome == Outcome::Failed && !hasCode) {
    const Channel asked =
        result.channel != Channel::Unknown ? result.channel : channelOfRecipient(record[Field::Recipient]);
    result.known = reasonOfStatus(status, asked, catalogue);
  }
  // What a delivered message's server said is its reply, not a reason.
  if (result.outcome == Outcome::Delivered) result.unknownCode.clear();
  if (result.channel == Channel::Unknown && result.known) {
    result.channel = channelOfReason(catalogue.reason(*result.known), record[Field::Recipient]);
  }
  return result;
}

}  // namespace undelivered
