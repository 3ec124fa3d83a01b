// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/hash_set.h"

namespace undelivered {

/// By what records are known that come again.
struct SeenRecords {
  HashSet events;  ///< Interpreter::Meaning::eventHash

  /// ChunkDraft::overlapHash of the records of all logs before. A record that has an event id is known by that among
  /// others that have one.
  HashSet overlapsWithEventId, overlapsWithoutEventId;
};

}  // namespace undelivered
