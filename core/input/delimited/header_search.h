// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/delimited/header_place.h"
#include "input/delimited/split.h"
#include "input/header_mapping.h"
#include "input/open_source.h"

namespace undelivered {

/// The beginning of a log, and what the caller knows of it.
struct TableSample {
  std::string_view text;
  bool wholeFile = false;
  const ReadOptions& options;
};

/// A header as it was found.
struct TableHeader {
  std::vector<std::string> cells;
  std::uint32_t end = 0;        // where the first record starts
  std::uint64_t line = 1;       // the line there
  std::uint64_t startLine = 1;  // of the header itself; 0: there is none
  char delimiter = ',';
  int known = 0;      // cells whose meaning is known
  bool tied = false;  // another delimiter knows as many
};

/// A cell as people read it: without its quotes, and without blanks around.
std::string cellText(std::string_view text, Cell cell);

/// The header that is taken, and what was chosen for it.
struct FoundHeader {
  TableHeader header;
  const HeaderMapping* chosen = nullptr;
};

/// The header among the first lines from `from` on, or where the caller says; `named` is the delimiter that the log
/// names.
FoundHeader findHeader(const TableSample& sample, LinePlace from, std::optional<char> named);
/// What somebody chose for a table without a header that starts with the line which `guess` takes for one, or, with
/// `anyLine`, for all that have as many columns.
std::optional<FoundHeader> findChosenWithoutHeader(const TableSample& sample, LinePlace from, std::optional<char> named,
                                                   const TableHeader& guess, bool anyLine);

}  // namespace undelivered
