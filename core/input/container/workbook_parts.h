// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "input/container/cell_value.h"

namespace undelivered {

class ZipArchive;

/// The texts that cells refer to by number.
class SharedTexts {
 public:
  std::size_t size() const { return m_ends.size(); }
  std::string_view operator[](std::size_t index) const;
  /// False where there is no room for it.
  bool add(std::string_view text);

 private:
  std::string m_text;
  std::vector<std::uint32_t> m_ends;
};

/// What a workbook says of its sheets and cells.
struct WorkbookParts {
  struct Sheet {
    std::string name, part;
    bool hidden = false;
  };
  std::vector<Sheet> sheets;       ///< those with cells, in their order
  bool from1904 = false;           ///< days are counted from 1 January 1904
  std::vector<NumberKind> styles;  ///< by the style of a cell
  SharedTexts texts;
};

/// Reads all parts but the sheets. DamagedArchive, ReadFailed, Cancelled.
Result<WorkbookParts> readWorkbookParts(ZipArchive& archive, const std::stop_token& stop);

}  // namespace undelivered
