// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/classifier.h"

#include <string>
#include <utility>

#include "base/blanks.h"
#include "classify/mail_evidence.h"
#include "classify/mappings.h"
#include "classify/status.h"

namespace undelivered {
namespace {

bool isOfChannel(ReasonId id, Channel channel, const Catalogue& catalogue) {
  return channel == Channel::Unknown || catalogue.reason(id).channels.contains(channel);
}

/// Which reason a text is another spelling of. What gateways for text messages say is just a word on an e-mail.
const Mappings::Row* spellingFor(std::string_view text, Channel channel, const Catalogue& catalogue) {
  const Mappings::Row* row = catalogue.mappings().spelling(text);
  return row && row->reason && isOfChannel(*row->reason, channel, catalogue) ? row : nullptr;
}

/// What a gateway calls a failure of a text message that the catalogue has no counterpart for; null where it is none.
const Mappings::Row* ownNamed(std::string_view text, Channel channel, const Catalogue& catalogue) {
  const Mappings::Row* row = channel == Channel::Sms ? catalogue.mappings().spelling(text) : nullptr;
  return row && !row->stated->name.empty() ? row : nullptr;
}

/// The failure keeps the name that its row gives it, which a user's catalogue may know.
void keepName(const Mappings::Row& row, std::string name, const Catalogue& catalogue, Classification& result) {
  result.row = row.stated;
  result.statedPersistence = row.persistence;
  result.known = catalogue.find(name);
  if (!result.known) result.unknownCode = std::move(name);
}

/// The reason that a failed status names by itself. "FAILED" is a text message's code, and on an e-mail just a word.
std::optional<ReasonId> reasonOfStatus(std::string_view status, Channel channel, const Catalogue& catalogue) {
  if (const auto id = catalogue.find(status)) {
    return isOfChannel(*id, channel, catalogue) ? id : std::nullopt;
  }
  const Mappings::Row* row = channel == Channel::Sms ? spellingFor(status, channel, catalogue) : nullptr;
  return row ? row->reason : std::nullopt;
}

Channel channelOfReason(const Reason& reason, std::string_view recipient) {
  const bool email = reason.channels.contains(Channel::Email);
  const bool sms = reason.channels.contains(Channel::Sms);
  if (email && sms) return channelOfRecipient(recipient);
  if (email) return Channel::Email;
  if (sms) return Channel::Sms;
  return reason.channels.contains(Channel::Letter) ? Channel::Letter : Channel::Unknown;
}

Channel channelAsked(const RecordView& record, const Classification& result) {
  return result.channel != Channel::Unknown ? result.channel : channelOfRecipient(record[Field::Recipient]);
}

/// What a code means where no table decided. A delivery status that stands in its column is a status.
void classifyCode(const RecordView& record, const Catalogue& catalogue, std::optional<Outcome>& outcome,
                  Classification& result) {
  const std::string_view code = trimBlanks(record[Field::Code]);
  if (meansNoCode(code)) return;
  result.known = catalogue.find(code);
  if (result.known) return;
  const auto word = outcomeOfStatus(code);
  if (word && *word != Outcome::Failed && !record.failureEvent) {
    if (!outcome) outcome = word;
  } else if (const Mappings::Row* row = spellingFor(code, result.channel, catalogue)) {
    result.row = row->stated;
    result.known = row->reason;
  } else if (const Mappings::Row* named = ownNamed(code, channelAsked(record, result), catalogue)) {
    keepName(*named, named->stated->name, catalogue, result);
    result.channel = Channel::Sms;
  } else {
    result.unknownCode = code;
  }
}

/// What a status means beyond its outcome, where there is no code.
void classifyStatus(const RecordView& record, const Catalogue& catalogue, Classification& result) {
  const std::string_view status = trimBlanks(record[Field::Status]);
  const Channel channel = channelAsked(record, result);
  result.known = result.outcome == Outcome::Failed ? reasonOfStatus(status, channel, catalogue) : std::nullopt;
  const bool mayBeNamed = !result.known && (result.outcome == Outcome::Failed || result.unknownStatus);
  const Mappings::Row* row = mayBeNamed ? ownNamed(status, channel, catalogue) : nullptr;
  if (!row) return;
  keepName(*row, row->stated->name, catalogue, result);
  result.channel = Channel::Sms;
  result.outcome = Outcome::Failed;
  result.unknownStatus = false;
}

/// By the words of the record, where no table decided.
void classifyByWords(const RecordView& record, const Catalogue& catalogue, Classification& result) {
  const std::string_view status = trimBlanks(record[Field::Status]);
  std::optional<Outcome> outcome;
  if (!status.empty()) outcome = outcomeOfStatus(status);
  if (record.failureEvent) outcome = Outcome::Failed;

  classifyCode(record, catalogue, outcome, result);
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

  if (!hasCode) classifyStatus(record, catalogue, result);
  if (result.outcome == Outcome::Delivered) {
    // What a delivered message's server said is its reply, not a reason.
    result.unknownCode.clear();
    result.row = nullptr;
    result.statedPersistence = Persistence::Unknown;
  }
}

/// The table that the record's codes are looked up in; kNoProvider for none.
ProviderIndex tableFor(const RecordView& record, const Catalogue& catalogue) {
  if (record.provider != kNoProvider) return record.provider;
  const bool mail = looksLikeMailStatus(record[Field::Code]) ||
                    (record[Field::Code].empty() && looksLikeMailStatus(record[Field::Status]));
  return mail ? catalogue.mappings().mail() : kNoProvider;
}

/// By the table of the record's provider; false where it says nothing.
bool classifyByTable(const RecordView& record, ProviderIndex provider, const Catalogue& catalogue,
                     Classification& result) {
  const Mappings& mappings = catalogue.mappings();
  const std::string_view status = trimBlanks(record[Field::Status]);
  std::string_view code = trimBlanks(record[Field::Code]);
  if (record.provider == kNoProvider && code.empty()) code = status;
  result.known = catalogue.find(code);
  if (result.known) {
    result.outcome = Outcome::Failed;
    return true;
  }
  MailEvidence evidence;
  if (mappings.usesDiagnostic(provider)) evidence = mailEvidence(code, record[Field::Diagnostic]);
  const Mappings::Row* row = mappings.find(provider, status, code, evidence);
  if (!row) return false;
  result.row = row->stated;
  result.outcome = row->outcome.value_or(Outcome::Failed);
  result.known = row->reason;
  result.unknownStatus = !row->stated->understood;
  if (!row->stated->name.empty()) keepName(*row, ownName(*row, status, code, evidence), catalogue, result);
  return true;
}

}  // namespace

Dependence dependenceOf(const RecordView& record, const Catalogue& catalogue) {
  const ProviderIndex table = tableFor(record, catalogue);
  if (table == kNoProvider) {
    return {channelOfText(record[Field::Channel]).value_or(Channel::Unknown) == Channel::Unknown, false};
  }
  return {catalogue.mappings().channel(table) == Channel::Unknown, catalogue.mappings().usesDiagnostic(table)};
}

Classification classify(const RecordView& record, const Catalogue& catalogue) {
  Classification result;
  if (const std::string_view cell = trimBlanks(record[Field::Channel]); !cell.empty()) {
    const auto channel = channelOfText(cell);
    result.unknownChannel = !channel.has_value();
    result.channel = channel.value_or(Channel::Unknown);
  }
  const ProviderIndex table = tableFor(record, catalogue);
  if (result.channel == Channel::Unknown && table != kNoProvider) {
    result.channel = catalogue.mappings().channel(table);
  }
  const bool decided = table != kNoProvider && classifyByTable(record, table, catalogue, result);
  if (!decided) classifyByWords(record, catalogue, result);
  if (result.channel == Channel::Unknown && result.known) {
    result.channel = channelOfReason(catalogue.reason(*result.known), record[Field::Recipient]);
  }
  return result;
}

}  // namespace undelivered
