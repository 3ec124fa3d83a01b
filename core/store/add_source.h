// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include "base/zone.h"
#include "classify/catalogue.h"
#include "input/source.h"
#include "store/log_builder.h"

namespace undelivered {

/// A log that is to be read behind those that a builder has.
struct AddedSource {
  std::shared_ptr<const Source> source;
  std::shared_ptr<const Catalogue> catalogue;
  Zone zone;
  std::size_t blockBytes = 0;
  unsigned threads = 1;
  bool overlaps = false;  ///< whether it may have messages that another log has too
};

/// Reads it, and tells what a spreadsheet has done to its form. `read` is told how far it has come, in bytes. Errors
/// name the log; a log that others append to meanwhile is one up to where it ended when it was opened.
Result<void> addSource(AddedSource added, DeliveryLogBuilder& builder, std::stop_token stop,
                       const std::function<void(std::uint64_t)>& read);

}  // namespace undelivered
