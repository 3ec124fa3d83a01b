// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/delivery_log.h"

namespace undelivered {

/// Whether a record says nothing that is understood: no outcome, or a failure of which neither the code nor the channel
/// is known.
bool saysNothing(Outcome outcome, Channel channel, bool unknownCode);

/// Whether a log that was read may have been taken for something else: by its recogniser's rules, and where these are
/// content, NothingUnderstood where more than half of its first thousand records say nothing. Never where it was read
/// as somebody chose.
Doubt doubtOf(const DeliveryLog& log, SourceId source);

}  // namespace undelivered
