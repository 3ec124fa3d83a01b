// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/record_start.h"

#include <algorithm>

#include "input/delimited/line_in_cell.h"
#include "input/delimited/split.h"

namespace undelivered {
namespace {

constexpr int kLookedAt = 3;
constexpr std::size_t kWindow = std::size_t{64} << 10;

/// What the look at a record needs again and again.
struct Tools {
  SplitRecord split;
  LineInCell lineInCell;
};

bool looksLikeRecords(const Block& block, std::uint32_t at, char delimiter, std::size_t columns, Tools& tools) {
  SplitRecord& split = tools.split;
  for (int i = 0; i < kLookedAt; ++i) {
    if (at >= block.text().size()) return block.reachesEnd();
    if (!trySplitRecord(block.text(), block.reachesEnd(), at, delimiter, columns, split)) return i > 0;
    if (split.unterminatedQuote || split.misplacedQuote || split.tooLong) return false;
    const bool empty = split.cells.size() == 1 && split.cells[0].begin == split.cells[0].end;
    if (split.cells.size() != columns && !empty &&
        !tools.lineInCell.take(block.text().substr(at, split.end - at), delimiter, columns))
      return false;
    at = split.end;
  }
  return true;
}

}  // namespace

std::optional<std::uint64_t> guessRecordStart(const Block& block, std::uint64_t end, char delimiter,
                                              std::size_t columns) {
  const std::string_view text = block.text();
  const auto stop = static_cast<std::size_t>(end - block.offset());
  const std::size_t window = std::min({stop, text.size(), kWindow});
  Tools tools;
  for (std::size_t at = 0; at < window;) {
    const std::size_t found = text.find_first_of("\r\n", at);
    if (found == std::string_view::npos || found + 1 >= window) return std::nullopt;
    at = found + 1;
    if (text[found] == '\r' && text[at] == '\n') ++at;
    if (looksLikeRecords(block, static_cast<std::uint32_t>(at), delimiter, columns, tools)) return block.offset() + at;
  }
  return std::nullopt;
}

}  // namespace undelivered
