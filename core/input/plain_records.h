// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "input/provider/provider.h"

namespace undelivered {

struct RecordView;

/// Records of delimited text that follow one another, each on a line of its own with as many cells as the header has.
/// Nearly all records of most logs are such; handed on together, what has to be done for each of them is done in a few
/// short loops. The cells are as they stand in the text, maybe with quotes or blanks around them.
struct PlainRecords {
  static constexpr std::uint32_t kRoom = 128;
  using Numbers = std::array<std::uint32_t, kRoom>;

  /// Gives one of them as any other record is handed on, for those that are not as most are.
  class Views {
   public:
    virtual ~Views() = default;
    /// Valid up to the next call.
    virtual const RecordView& view(std::uint32_t index) = 0;
  };
  Views* views = nullptr;

  /// Cells of all the records: places of the text, in lists whose elements stand some places apart. Walked from the
  /// first one on.
  struct Cells {
    const char* text = nullptr;
    const std::uint32_t* before = nullptr;  ///< of the character before the cell; wraps before the text's first one
    const std::uint32_t* end = nullptr;
    std::size_t beforeStep = 0, endStep = 0;

    std::string_view front() const {
      const std::uint32_t begin = *before + 1;
      return {text + begin, *end - begin};
    }
    std::string_view at(std::uint32_t index) const {
      return Cells{text, before + index * beforeStep, end + index * endStep}.front();
    }
    void toNext() {
      before += beforeStep;
      end += endStep;
    }
  };
  Cells time, recipient;
  Cells kind;  ///< RecordView::kindCells; empty only where it is one cell, which is empty
  std::uint32_t kindColumns = 0;
  ProviderIndex provider = kNoProvider;

  std::uint64_t textOffset = 0;  ///< of the text in the source
  std::uint32_t firstLine = 0;   ///< RecordView::line of the first one; the others are on the next lines
  std::uint32_t count = 0;
  Numbers before, end;  ///< of the line, as of a cell; without what ends it
};

}  // namespace undelivered
