// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/enum_set.h"
#include "base/timestamp.h"
#include "classify/reason.h"

namespace undelivered {

/// What to look at: one value that drives table, charts, numbers, export and command line. An empty set or text
/// restricts nothing; the restrictions that are there must all hold.
struct Filter {
  /// Main codes of the catalogue, and unknown codes verbatim; see also the two special ones below.
  std::vector<std::string> reasons;
  EnumSet<Channel> channels;
  EnumSet<Outcome> outcomes;
  EnumSet<Persistence> persistences;
  EnumSet<Actionability> actionabilities;
  EnumSet<Phase> phases;
  std::optional<Timestamp> since;  ///< inclusive
  std::optional<Timestamp> until;  ///< exclusive
  /// Text to occur in any original column.
  std::string search;
  /// The text as it stands; else regardless of case (full Unicode folding). Without a text it restricts nothing.
  bool matchCase = false;

  bool operator==(const Filter&) const = default;
};

/// In Filter::reasons: every code that the catalogue does not know.
inline constexpr const char* kAnyUnknownReason = "UNKNOWN";
/// In Filter::reasons: records without any reason code.
inline constexpr const char* kNoReasonCode = "";

}  // namespace undelivered
