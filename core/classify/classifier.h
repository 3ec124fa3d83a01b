// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "classify/catalogue.h"
#include "input/record_view.h"

namespace undelivered {

/// What a record's code, status, channel and recipient say together.
struct Classification {
  std::optional<ReasonId> known;    ///< the catalogue's reason
  std::string unknownCode;          ///< verbatim, where the catalogue does not know it; empty: no code at all
  const MappingRow* row = nullptr;  ///< of a provider's table, where one decided
  Persistence statedPersistence = Persistence::Unknown;  ///< of unknownCode, where its provider states it
  Channel channel = Channel::Unknown;
  Outcome outcome = Outcome::Unknown;

  bool unknownStatus = false, unknownChannel = false, contradiction = false, noCodeNoStatus = false;

  bool operator==(const Classification&) const = default;
};

/// What the classification of a record looks at besides provider, code, status, channel and failureEvent. Records that
/// agree in those, in channelOfRecipient() where `recipient` is set, and in mailEvidence() of code and diagnostic where
/// `diagnostic` is, are classified alike.
struct Dependence {
  bool recipient = false;
  bool diagnostic = false;

  bool any() const { return recipient || diagnostic; }
};
Dependence dependenceOf(const RecordView& record, const Catalogue& catalogue);

/// The rules, in this order:
/// - A code of the catalogue is the reason, whoever the log's provider is. Then the provider's mapping table decides;
///   a failure without a counterpart in the catalogue keeps its own name, which a user's catalogue may know. Codes of
///   e-mail itself (RFC 3463) are looked up in the table for them, also in logs without a provider.
/// - Without either: a code of the catalogue is the reason; else the code as it stands; where there is none, a failed
///   status that is a code of the catalogue for the record's channel ("EXPIRED"), or says the same in other words on an
///   SMS. Words of gateways without a counterpart ("DELETED") keep their own name on an SMS, as code and as status.
/// - The outcome is failed where the catalogue knows the code, or the log's event says so; else what the status says;
///   a code without a status that is understood is a failure. A status that neither the words nor the provider's table
///   know is unknownStatus; one that is documented as saying nothing ("unknown") is not.
/// - The channel is the log's; where it has none, the reason's; where the reason has both, the recipient's.
/// Pure and re-entrant.
Classification classify(const RecordView& record, const Catalogue& catalogue);

}  // namespace undelivered
