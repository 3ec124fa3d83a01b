// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "input/field.h"

namespace undelivered {

struct HeaderMeaning {
  Field field = Field::Time;
  int rank = 0;  ///< 0: the plainest name of that field; a log with several candidates takes the lowest
  /// The name may mean something else ("Kontakt", "Nachricht"): taken only where no other column claims the field.
  bool lastResort = false;
};

/// By the whole header; else by it without what stands in brackets ("Reason code (collect.AI)"); else by its parts
/// between slashes where all of them mean the same field ("Fehlercode / Grund").
std::optional<HeaderMeaning> meaningOfHeader(std::string_view header);

/// Lower case, letters and digits only; German umlauts as ae, oe, ue, ss.
std::string normaliseHeader(std::string_view header);

/// Whether two headers are the same regardless of case and separators.
bool sameHeader(std::string_view left, std::string_view right);

}  // namespace undelivered
