// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/workbook.h"

#include <algorithm>

#include "input/container/sheet.h"
#include "input/container/workbook_parts.h"
#include "input/container/xml_part.h"

namespace undelivered {

Result<FirstSheet> readFirstSheet(ZipArchive& archive, Spool& spool, const std::stop_token& stop) {
  const auto parts = readWorkbookParts(archive, stop);
  if (!parts) return tl::unexpected(parts.error());
  if (parts->sheets.empty()) return failure(ErrorCode::EmptyLog, {});
  const auto shown = std::find_if(parts->sheets.begin(), parts->sheets.end(), [](const auto& s) { return !s.hidden; });
  const auto& first = shown == parts->sheets.end() ? parts->sheets.front() : *shown;

  SheetWriter writer(*parts, spool);
  if (const auto read = readXmlPart(archive, first.part, writer, stop); !read) return tl::unexpected(read.error());
  if (const auto written = writer.finish(); !written) return tl::unexpected(written.error());

  FirstSheet result{first.name, {}};
  for (const auto& sheet : parts->sheets) {
    if (&sheet == &first) continue;
    SheetProbe probe;
    const auto read = readXmlPart(archive, sheet.part, probe, stop);
    if (!read && read.error().code != ErrorCode::DamagedArchive) return tl::unexpected(read.error());
    if (!read || probe.isDone()) result.others.push_back(sheet.name);
  }
  return result;
}

}  // namespace undelivered
