// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "export/action_list.h"
#include "input/provider/providers.h"
#include "json_writer.h"
#include "original_columns.h"
#include "session.h"
#include "store/basis.h"
#include "store/record_reader.h"
#include "text_table.h"

namespace undelivered::cli {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;
constexpr std::uint64_t kStopEvery = 256;

/// What the record was classified by: whose log, which part of it decided, what it says there, and the page that
/// documents what that means.
void appendBasis(JsonWriter& json, const DeliveryLog& log, const Record& record) {
  const auto orNull = [&](std::string_view key, std::string_view value) {
    json.key(key);
    value.empty() ? json.null() : json.string(value);
  };
  const auto all = providers();
  const Basis basis = basisOf(record, log);
  json.key("because").beginObject();
  orNull("provider", basis.provider < all.size() ? std::string_view(all[basis.provider].id) : std::string_view());
  json.key("by").string(name(basis.by));
  orNull("status", record.status);
  orNull("code", record.code);
  orNull("words", basis.by == Basis::By::Words ? std::string_view(record.diagnostic) : std::string_view());
  orNull("page", basis.page);
  json.endObject();
}

void appendJson(std::string& text, const DeliveryLog& log, const Record& record, CellFormatter& words,
                FieldNames& names) {
  JsonWriter json(text);
  const LogReason& reason = log.reason(record.reason);
  const auto orNull = [&](std::string_view key, std::string_view value) {
    json.key(key);
    value.empty() ? json.null() : json.string(value);
  };
  json.beginObject();
  json.key("file").string(log.source(record.source).path);
  json.key("line").number(record.line);
  orNull("time", record.time ? toIso8601(*record.time) : std::string());
  json.key("channel").string(name(record.channel));
  json.key("outcome").string(name(record.outcome));
  orNull("reason", reason.code);
  orNull("label", words.text(record, ColumnId::ReasonTitle));
  json.key("known").boolean(reason.known);
  json.key("persistence").string(name(reason.persistence()));
  json.key("actionability").string(name(reason.actionability()));
  json.key("phase").string(name(reason.phase()));
  orNull("recipient", record.recipient);
  orNull("reference", record.reference);
  orNull("customer", record.customer);
  orNull("messageId", record.messageId);
  orNull("diagnostic", record.diagnostic);
  appendBasis(json, log, record);
  json.key("fields").beginObject();
  const auto& keys = names.of(record.fields);
  for (std::size_t i = 0; i < record.fields.size(); ++i) json.key(keys[i]).string(record.fields[i].second);
  json.endObject().endObject();
  text += '\n';
}

/// The classified columns, then the original ones.
void appendCsv(std::string& text, const DeliveryLog& log, const Record& record, CellFormatter& words,
               OriginalColumns& originals) {
  const LogReason& reason = log.reason(record.reason);
  std::vector<std::string> cells{log.source(record.source).path,
                                 std::to_string(record.line),
                                 record.time ? toIso8601(*record.time) : std::string(),
                                 std::string(name(record.channel)),
                                 std::string(name(record.outcome)),
                                 reason.code,
                                 words.text(record, ColumnId::ReasonTitle),
                                 reason.known ? "true" : "false",
                                 std::string(name(reason.persistence())),
                                 std::string(name(reason.actionability())),
                                 std::string(name(reason.phase())),
                                 record.recipient,
                                 record.reference,
                                 record.customer,
                                 record.messageId,
                                 record.diagnostic};
  for (const std::string_view cell : originals.cells(record)) cells.emplace_back(cell);
  text += asCsv({cells});
}

std::string csvHeader(const OriginalColumns& originals) {
  std::vector<std::string> names{"file",      "line",     "time",        "channel",       "outcome", "reason",
                                 "label",     "known",    "persistence", "actionability", "phase",   "recipient",
                                 "reference", "customer", "messageId",   "diagnostic"};
  for (const std::string& column : originals.names()) names.push_back("original." + column);
  return asCsv({names});
}

/// Reads the first records of the rows one after the other; what `use` makes of one can end it.
template <class Use>
Result<void> forEachRecord(const Session& session, RecordReader& reader, const RowSet& rows, std::uint64_t count,
                           const Use& use) {
  RowCursor cursor(rows);
  for (std::uint64_t i = 0; i < count; ++i) {
    if (i % kStopEvery == 0 && session.stop().stop_requested()) return cancelled();
    const auto record = reader.read(cursor[static_cast<std::uint32_t>(i)]);
    if (!record) return tl::unexpected(record.error());
    if (auto used = use(*record); !used) return used;
  }
  return {};
}

Result<void> printRecords(const Session& session, const std::shared_ptr<const DeliveryLog>& log, const RowSet& rows,
                          std::uint64_t limit) {
  const std::uint64_t count = std::min<std::uint64_t>(rows.size(), limit);
  const bool csv = session.options().format == "csv";
  RecordReader reader(log);
  CellFormatter words(*log, session.options().language, true);
  FieldNames keys;
  OriginalColumns originals(*log);
  if (csv && originals.needRecords()) {
    const auto collected = forEachRecord(session, reader, rows, count, [&](const Record& record) {
      originals.collect(record);
      return Result<void>();
    });
    if (!collected) return collected;
  }
  originals.seal();
  std::string text = csv ? csvHeader(originals) : std::string();
  const auto written = forEachRecord(session, reader, rows, count, [&](const Record& record) {
    csv ? appendCsv(text, *log, record, words, originals) : appendJson(text, *log, record, words, keys);
    if (text.size() < kPieceBytes) return Result<void>();
    auto printed = session.print(text);
    text.clear();
    return printed;
  });
  return written ? session.print(text) : written;
}

}  // namespace

int recordsCommand(const Session& session) {
  const Options& options = session.options();
  const auto request = understand(options);
  if (!request) return session.failUsage(request.error());
  const auto sort = parseSort(options.sort, options.language);
  if (!sort) return session.failUsage(sort.error());
  const auto limit = parseLimit(options.limit);
  if (!limit) return session.failUsage(limit.error());
  const auto log = session.load(*request);
  if (!log) return session.fail(log.error());
  const auto rows = makeLocalQuery(*log)->rows(filterFor(*request, **log), *sort, session.stop());
  if (!rows) return session.fail(rows.error());
  const auto printed = printRecords(session, *log, *rows, *limit);
  return printed ? Session::doneWith(**log) : session.fail(printed.error());
}

}  // namespace undelivered::cli
