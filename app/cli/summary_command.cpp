// SPDX-License-Identifier: GPL-3.0-or-later
#include "group_text.h"
#include "messages.h"
#include "session.h"
#include "text_table.h"

namespace undelivered::cli {
namespace {

std::string asJson(const DeliveryLog& log, const Summary& summary) {
  std::string text;
  JsonWriter json(text);
  json.beginObject();
  json.key("records").number(summary.totals.records);
  json.key("failed").number(summary.totals.failed);
  json.key("delivered").number(summary.totals.delivered);
  json.key("pending").number(summary.totals.pending);
  json.key("unknown").number(summary.totals.unknown);
  json.key("groups").beginArray();
  for (const Group& group : summary.groups) {
    json.beginObject();
    for (const GroupKey& key : group.keys) writeKey(json, log, key);
    json.key("count").number(group.count).endObject();
  }
  json.endArray().key("issues");
  writeIssues(json, log.report());
  json.endObject();
  return text + '\n';
}

Cells groupCells(const DeliveryLog& log, const Summary& summary, const std::vector<Dimension>& by) {
  Cells cells(1);
  for (Dimension dimension : by) cells[0].emplace_back(name(dimension));
  cells[0].emplace_back("count");
  for (const Group& group : summary.groups) {
    auto& row = cells.emplace_back();
    for (const GroupKey& key : group.keys) row.push_back(keyText(log, key));
    row.push_back(std::to_string(group.count));
  }
  return cells;
}

std::string asText(const DeliveryLog& log, const Summary& summary, const std::vector<Dimension>& by,
                   std::string_view language) {
  Cells cells = groupCells(log, summary, by);
  for (std::size_t r = 1; r < cells.size(); ++r) {
    for (std::string& cell : cells[r]) {
      if (cell.empty()) cell = "-";
    }
  }
  return totalsText(summary.totals, language) + "\n\n" + asTable(cells);
}

}  // namespace

int summaryCommand(const Session& session) {
  const auto request = understand(session.options());
  if (!request) return session.failUsage(request.error());
  const auto by = parseDimensions(session.options().by);
  if (!by) return session.failUsage(by.error());
  const auto log = session.load(*request);
  if (!log) return session.fail(log.error());
  const auto summary = makeLocalQuery(*log)->summarise(filterFor(*request, **log), *by, session.stop());
  if (!summary) return session.fail(summary.error());

  const std::string& format = session.options().format;
  const auto printed = session.print(format == "json"  ? asJson(**log, *summary)
                                     : format == "csv" ? asCsv(groupCells(**log, *summary, *by))
                                                       : asText(**log, *summary, *by, session.options().language));
  return printed ? kDone : session.fail(printed.error());
}

}  // namespace undelivered::cli
