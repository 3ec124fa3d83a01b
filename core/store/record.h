// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "base/timestamp.h"
#include "classify/reason.h"
#include "input/provider/provider.h"

namespace undelivered {

/// One record in full, read from its log. All text is UTF-8.
struct Record {
  RowId row;
  SourceId source;
  std::uint64_t line = 0;  ///< 1-based, where the record starts
  std::optional<Timestamp> time;
  Channel channel = Channel::Unknown;
  Outcome outcome = Outcome::Unknown;
  ReasonId reason;
  std::string recipient, customer, reference, messageId, eventId, diagnostic;

  // What it was classified by.
  std::string status, code;              ///< as the log has them
  ProviderIndex provider = kNoProvider;  ///< whose log it is; kNoProvider: codes of the catalogue
  const MappingRow* mapping = nullptr;   ///< row of a provider's table, where one decided; lives as long as the program

  /// Every original column or JSON path with its text as decoded, in the order of the log.
  std::vector<std::pair<std::string, std::string>> fields;
};

}  // namespace undelivered
