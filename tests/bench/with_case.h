// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace undelivered::bench {

/// Makes a filter's search tell upper from lower case; false where filters cannot say that.
template <class AnyFilter>
bool searchWithCase(AnyFilter& filter) {
  if constexpr (requires { filter.matchCase = true; }) {
    filter.matchCase = true;
    return true;
  } else {
    static_cast<void>(filter);
    return false;
  }
}

}  // namespace undelivered::bench
