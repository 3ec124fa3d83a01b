// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/result.h"
#include "input/source.h"

namespace undelivered {

/// Finds logs of the same text: a copy under another name, or one beside its compressed form, would count twice. Texts
/// are read only where there are several of the same length, and then both ends first. Not for several threads at once.
class SameContent {
 public:
  /// The earlier log with the same text; nothing where there is none, and where the text has nothing behind its header.
  /// The log is known from then on. ReadFailed and its kind, Cancelled.
  Result<std::shared_ptr<const Source>> find(const std::shared_ptr<const Source>& source, const std::stop_token& stop);

 private:
  struct Known {
    std::shared_ptr<const Source> source;
    std::optional<std::string> ends;  ///< both ends of the text, once they were needed
  };
  std::multimap<std::uint64_t, Known> m_bySize;
};

}  // namespace undelivered
