// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file that may be packed, and as the rows of a workbook's sheet.
#include "any_log.h"
#include "check.h"
#include "support/xlsx.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(undelivered::fuzz::asText(data, size));
  undelivered::fuzz::holdForAnyLog(bytes);
  // A workbook is parts in an archive with checksums, which a fuzzer does not put together.
  undelivered::test::Workbook workbook{
      {{"Log", "sheet1", "<row><c t=\"s\"><v>0</v></c></row>" + bytes, ""}}, "", "", ""};
  workbook.texts = "<si><t>code</t></si><si><t>EXPIRED</t></si>";
  workbook.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"46\"/></cellXfs>";
  undelivered::fuzz::holdForAnyLog(undelivered::test::xlsxOf(workbook));
  return 0;
}
