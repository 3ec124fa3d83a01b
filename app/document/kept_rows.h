// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "base/result.h"
#include "query/row_set.h"

namespace undelivered {

/// Places of a row set, one after the other, both ends included.
struct PlaceRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool operator==(const PlaceRange&) const = default;
};

/// What is selected of a row set, as places in it.
struct SelectedPlaces {
  std::vector<PlaceRange> ranges;  ///< in their order, apart from each other
  std::optional<std::uint32_t> current;
  bool tooScattered = false;  ///< of placesIn(): there are some, which are not told

  std::uint64_t count() const;
};

/// More ranges than this are not kept: a view takes some 200 bytes for each, and looks at all of them at every paint.
inline constexpr std::size_t kMostRangesKept = 20'000;

/// Where the selected rows of `before` are in `after`, as far as they are in it. Where they lie scattered over more
/// than kMostRangesKept ranges none stays selected, so that nobody takes a part for the whole.
///
/// `sameRows` says that both sets hold the same rows, in whatever order: all of them selected are all of them selected
/// again, without a look at any. Otherwise the selected rows become one bit each from the lowest to the highest, and
/// one pass over `after` finds them in it: 4 bytes a row read in order, whatever is selected, on one thread. That is
/// less than sorting them took, so it needs no search for sets that are in the order of the log.
Result<SelectedPlaces> placesIn(const RowSet& after, const RowSet& before, const SelectedPlaces& selected,
                                bool sameRows, const std::stop_token& stop);

}  // namespace undelivered
