// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <stop_token>

#include "query/row_set.h"

namespace undelivered {

/// A row and the number it is sorted by.
struct KeyedRow {
  std::uint32_t key;
  std::uint32_t row;
};

/// The key of rows that come last: those without a value.
inline constexpr std::uint32_t kLastKey = std::numeric_limits<std::uint32_t>::max();

/// Tells rows and their keys: as many as there is room for, from the `begin`th on. Is asked several times for the same
/// ones, which costs less than keeping them, and by several threads at once.
using KeySource = std::function<void(std::size_t begin, std::span<KeyedRow> into)>;

/// So many rows, sorted by key; equal keys in the order they came in. Nothing where they are in that order already.
/// Uses several threads where there are many. Not all rows, or none, once the stop is asked for.
///
/// The rows go into buckets by the first bits of their key, so few that a bucket stays in the nearest caches while it
/// is sorted by itself: what is sorted is moved through the memory twice, however many bits the keys have.
std::optional<RowArray> sortByKey(std::size_t count, const KeySource& keys, const std::stop_token& stop = {});

}  // namespace undelivered
