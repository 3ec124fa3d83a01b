// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "follow.h"
#include "group_text.h"
#include "messages.h"
#include "query/counts.h"
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
  const auto reasons = std::find(by.begin(), by.end(), Dimension::Reason) - by.begin();
  for (std::size_t r = 0; r < summary.groups.size() && reasons < std::ssize(by); ++r) {
    const auto column = static_cast<std::size_t>(reasons);
    const LogReason& reason = log.reason(ReasonId{static_cast<std::uint16_t>(summary.groups[r].keys[column].value)});
    if (reason.own) cells[r + 1][column] += fmt::format(" ({})", reason.label(language));
  }
  for (std::size_t r = 1; r < cells.size(); ++r) {
    for (std::string& cell : cells[r]) {
      if (cell.empty()) cell = "-";
    }
  }
  return totalsText(summary.totals, language) + "\n\n" + asTable(cells);
}

Result<void> show(const Session& session, const Request& request, const std::vector<Dimension>& by,
                  const std::shared_ptr<const DeliveryLog>& log) {
  const auto summary = makeLocalQuery(log)->summarise(filterFor(request, *log), by, session.stop());
  if (!summary) return tl::unexpected(summary.error());
  const std::string& format = session.options().format;
  return session.print(format == "json"  ? asJson(*log, *summary)
                       : format == "csv" ? asCsv(groupCells(*log, *summary, by))
                                         : asText(*log, *summary, by, session.options().language));
}

/// Records take memory, and the time to fill it, that counts alone do not need. A range of time may not be one of whole
/// days in the zone that the logs turn out to have.
Keep keepFor(const Request& request, const Options& options, const std::vector<Dimension>& by) {
  const bool inRange = request.filter.since || request.filter.until;
  const bool counts = !options.follow && !inRange && answersFromCube(request.filter, by, request.zone);
  return counts ? Keep::Counts : Keep::Records;
}

}  // namespace

int summaryCommand(const Session& session) {
  const Options& options = session.options();
  const auto request = understand(options);
  if (!request) return session.failUsage(request.error());
  const auto by = parseDimensions(options.by);
  if (!by) return session.failUsage(by.error());
  if (options.follow && std::find(options.logs.begin(), options.logs.end(), "-") != options.logs.end()) {
    return session.failUsage({ErrorCode::BadArgument, "--follow", "standard input cannot be read on; name a file"});
  }
  const auto log =
      options.follow ? loadToFollow(session, *request) : session.load(*request, keepFor(*request, options, *by));
  if (!log) return session.fail(log.error());
  const auto shown = show(session, *request, *by, *log);
  if (!shown) return session.fail(shown.error());
  if (!options.follow) return Session::doneWith(**log);
  return follow(session, *request, *log, [&](const std::shared_ptr<const DeliveryLog>& now) {
    const auto apart = options.format.empty() || options.format == "table" ? session.print("\n") : Result<void>();
    return apart ? show(session, *request, *by, now) : apart;
  });
}

}  // namespace undelivered::cli
