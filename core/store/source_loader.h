// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "base/result.h"
#include "input/record_parser.h"
#include "store/log_builder.h"

namespace undelivered {

struct SourceLoad {
  std::shared_ptr<const Source> source;
  SourceId id;
  std::shared_ptr<const Catalogue> catalogue;
  Zone zone;
  std::size_t blockBytes = 0;
  unsigned threads = 1;
  std::optional<std::uint64_t> start;  ///< where the first record to read starts; the source's first one unless given
  bool overlaps = false;               ///< whether records may stand in another log of the load, too
};

/// Reads all records of one source into the builder, in the order of its text.
///
/// The text is cut into blocks that the threads take in turn. Where a record starts in the middle of a file cannot be
/// known without reading everything before it, so each block is parsed from a guess; when the blocks are joined, in
/// order, one whose guess was wrong is parsed again from where the block before it really ended. `read` is told the
/// bytes that were joined so far, one thread at a time.
Result<void> loadSource(const SourceLoad& load, DeliveryLogBuilder& builder, std::stop_token stop,
                        const std::function<void(std::uint64_t)>& read);

}  // namespace undelivered
