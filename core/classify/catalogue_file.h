// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "classify/reason.h"

namespace undelivered {

/// A reason as a catalogue file states it: what it leaves out is not there.
struct ReasonEntry {
  struct Text {
    std::optional<std::string> title, explanation, action;
  };

  struct Alias {
    std::string spelling;
    std::uint64_t line = 0;  ///< 1-based
  };

  std::string code;
  std::uint64_t line = 0;  ///< of the code, 1-based
  std::vector<Alias> aliases;
  std::optional<EnumSet<Channel>> channels;
  std::optional<Persistence> persistence;
  std::optional<Actionability> actionability;
  std::optional<Phase> phase;
  std::map<std::string, Text, std::less<>> texts;
};

/// Reads a catalogue file (TOML 1.0). CatalogueInvalid with subject, line and cause for anything that is not
/// understood.
Result<std::vector<ReasonEntry>> parseCatalogueFile(std::string_view toml, const std::string& subject);

}  // namespace undelivered
