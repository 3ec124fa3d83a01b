// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "query/filter.h"

namespace undelivered {

/// Remembers what the last click changed, so that a second one in the same place leads back to exactly what was before,
/// also where that is more than the clicked value alone ("all outcomes", two chosen channels).
class ClickMemory {
 public:
  /// The filter that a click on `what` leads to: back, where the last click was the same and nothing changed since;
  /// else `wanted`.
  Filter click(const std::string& what, const Filter& now, const Filter& wanted) {
    const Filter result = m_what == what && m_after == now ? m_before : wanted;
    m_what = what;
    m_before = now;
    m_after = result;
    return result;
  }

 private:
  std::optional<std::string> m_what;
  Filter m_before, m_after;
};

}  // namespace undelivered
