// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace undelivered {

/// A row and the beginning of its sort key as a number; the rest of the key stands among others.
struct TextKey {
  std::uint64_t beginning = 0;  ///< beginningOf() the key
  std::uint64_t at = 0;         ///< of the key in the keys
  std::uint32_t size = 0;
  std::uint32_t row = 0;
};

/// The first eight bytes of a key as a number, of a shorter one filled up with zeros: ordered as the keys are.
std::uint64_t beginningOf(std::string_view key);

/// Sorts entries, which come in the order of their rows, by key; equal ones stay in that order. Keys end with a zero
/// and have no other. For one thread; broken off by the stop, the entries are in any order.
///
/// Eight bytes are sorted by at a time, and only keys that agree in these are looked up for the next eight: texts of
/// one kind begin alike, and a look into the keys is a look into memory that no cache holds.
void sortTextKeys(std::span<TextKey> entries, const std::string& keys, bool descending, const std::stop_token& stop);

}  // namespace undelivered
