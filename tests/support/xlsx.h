// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace undelivered::test {

/// A workbook put together by hand. Texts are XML as they stand; what is empty is left out.
struct Workbook {
  struct Sheet {
    std::string name, part;  ///< "xl/worksheets/<part>.xml"
    std::string rows;        ///< what is in <sheetData>
    std::string attributes;  ///< of <sheet>
  };
  std::vector<Sheet> sheets;
  std::string properties;  ///< of <workbookPr>
  std::string texts;       ///< what is in <sst>
  std::string styles;      ///< what is in <styleSheet>
};

/// The parts by their names in the archive.
std::vector<std::pair<std::string, std::string>> partsOf(const Workbook& workbook);
std::string xlsxOf(const Workbook& workbook);

}  // namespace undelivered::test
