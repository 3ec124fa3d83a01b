// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "classify/catalogue.h"
#include "input/record_view.h"

namespace undelivered {

/// What a record's code, status, channel and recipient say together.
struct Classification {
  std::optional<ReasonId> known;  ///< the catalogue's reason
  std::string unknownCode;        ///< verbatim, where the catalogue does not know it; empty: no code at all
  Channel channel = Channel::Unknown;
  Outcome outcome = Outcome::Unknown;

  bool unknownStatus = false, unknownChannel = false, contradiction = false, noCodeNoStatus = false;

  bool operator==(const Classification&) const = default;
};

/// Whether the classification of such a record looks at its recipient; records that agree in code, status, channel and
/// failureEvent, and in channelOfRecipient() where this says so, are classified alike.
bool dependsOnRecipient(const RecordView& record);

/// The rules, in this order:
/// - A code of the catalogue is the reason; else the code as it stands; where there is none, a failed status that is a
///   code of the catalogue for the record's channel ("EXPIRED"), or says the same in other words on an SMS.
/// - The outcome is failed where the catalogue knows the code, or the log's event says so; else what the status says;
///   a code without a status that is understood is a failure.
/// - The channel is the log's; where it has none, the reason's; where the reason has both, the recipient's.
/// Pure and re-entrant.
Classification classify(const RecordView& record, const Catalogue& catalogue);

}  // namespace undelivered
