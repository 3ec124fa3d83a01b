// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace undelivered {

/// An integer that means one thing and cannot be taken for another.
template <class Tag, class Rep>
struct StrongId {
  using rep = Rep;
  Rep value{};

  constexpr auto operator<=>(const StrongId&) const = default;
};

/// A record's place in its DeliveryLog: 0 to recordCount() - 1, in the order of sources and of the text in them.
using RowId = StrongId<struct RowTag, std::uint32_t>;
/// A reason of a DeliveryLog: the catalogue's reasons first (same numbers as in the Catalogue), then codes unknown to
/// it.
using ReasonId = StrongId<struct ReasonTag, std::uint16_t>;
/// A combination of reason, channel and outcome that occurs in a DeliveryLog.
using KindId = StrongId<struct KindTag, std::uint16_t>;
/// A log file of a DeliveryLog.
using SourceId = StrongId<struct SourceTag, std::uint32_t>;

}  // namespace undelivered

template <class Tag, class Rep>
struct std::hash<undelivered::StrongId<Tag, Rep>> {
  std::size_t operator()(undelivered::StrongId<Tag, Rep> id) const noexcept { return std::hash<Rep>{}(id.value); }
};
