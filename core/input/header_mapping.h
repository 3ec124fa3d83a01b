// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "input/field.h"
#include "input/source.h"

namespace undelivered {

/// For each field the columns that hold it, counted from 0, in the order in which they are asked: a column is asked
/// where those before it are empty. No column stands in it twice.
using FieldColumns = std::array<std::vector<std::uint16_t>, kFieldCount>;

/// In place of a header's key: for logs without a header, where the guess finds nothing usable.
inline constexpr std::uint64_t kNoHeader = 0;

/// How somebody chose that logs of one header are to be read. Holds no text of a log.
struct HeaderMapping {
  std::uint64_t header = 0;       ///< headerKey(), or kNoHeader
  std::size_t columnCount = 0;    ///< of that header, or of the log without one
  FieldColumns columns;           ///< all that is used; every other column is not
  std::optional<char> delimiter;  ///< where it was chosen too: another one is then another table
  /// Where it was chosen: Utf8, Windows1252 or Cp850, which agree on the text of most headers. Ignored where UTF-16 is
  /// read.
  std::optional<Encoding> encoding;
  std::string zone;  ///< where it was chosen, the name of the zone of times that name none; else empty

  bool operator==(const HeaderMapping&) const = default;
};

/// The same for headers that are the same regardless of case and separators, on every machine and in every release.
/// Of cells with letters outside of ASCII the text counts as it stands.
std::uint64_t headerKey(std::span<const std::string> columns);

/// What a recognition takes for what.
FieldColumns columnsOf(const Recognition& recognition);
void setColumns(Recognition& recognition, const FieldColumns& columns);
/// Whether something in a table can be classified by those columns: a code or a status is among them.
bool areUsable(const FieldColumns& columns);

/// Whether a mapping is for the header of that key and number of columns, and names columns only that it has.
bool fits(const HeaderMapping& mapping, std::uint64_t header, std::size_t columnCount);

}  // namespace undelivered
