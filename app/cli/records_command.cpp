// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "export/action_list.h"
#include "input/record_view.h"
#include "json_writer.h"
#include "session.h"
#include "store/record_reader.h"
#include "text_table.h"

namespace undelivered::cli {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;
constexpr std::uint64_t kStopEvery = 256;

/// A name for every column, so that two columns of one header do not hide each other in an object: the second "x" is
/// "x (2)", and so on.
std::string uniqueName(const OriginalFields& fields, std::size_t index) {
  const std::string& header = fields[index].first;
  const auto before = std::count_if(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(index),
                                    [&](const auto& field) { return field.first == header; });
  return before == 0 ? header : header + " (" + std::to_string(before + 1) + ")";
}

void appendJson(std::string& text, const DeliveryLog& log, const Record& record) {
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
  json.key("known").boolean(reason.known);
  json.key("persistence").string(name(reason.persistence()));
  json.key("actionability").string(name(reason.actionability()));
  json.key("phase").string(name(reason.phase()));
  orNull("recipient", record.recipient);
  orNull("reference", record.reference);
  orNull("customer", record.customer);
  orNull("messageId", record.messageId);
  orNull("diagnostic", record.diagnostic);
  json.key("fields").beginObject();
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    json.key(uniqueName(record.fields, i)).string(record.fields[i].second);
  }
  json.endObject().endObject();
  text += '\n';
}

/// The classified columns, then the original ones of the first log; another log's columns are not in a table that has
/// no room for them, only in JSON.
void appendCsv(std::string& text, const DeliveryLog& log, const Record& record) {
  const LogReason& reason = log.reason(record.reason);
  std::vector<std::string> cells{log.source(record.source).path,
                                 std::to_string(record.line),
                                 record.time ? toIso8601(*record.time) : std::string(),
                                 std::string(name(record.channel)),
                                 std::string(name(record.outcome)),
                                 reason.code,
                                 reason.known ? "true" : "false",
                                 std::string(name(reason.persistence())),
                                 std::string(name(reason.actionability())),
                                 std::string(name(reason.phase())),
                                 record.recipient,
                                 record.reference,
                                 record.customer,
                                 record.messageId,
                                 record.diagnostic};
  for (const std::string& column : log.sources().front()->recognition.columns) {
    const auto field =
        std::find_if(record.fields.begin(), record.fields.end(), [&](const auto& f) { return f.first == column; });
    cells.push_back(field == record.fields.end() ? std::string() : field->second);
  }
  text += asCsv({cells});
}

std::string csvHeader(const DeliveryLog& log) {
  std::vector<std::string> names{"file",      "line",      "time",        "channel",       "outcome",
                                 "reason",    "known",     "persistence", "actionability", "phase",
                                 "recipient", "reference", "customer",    "messageId",     "diagnostic"};
  for (const std::string& column : log.sources().front()->recognition.columns) names.push_back("original." + column);
  return asCsv({names});
}

}  // namespace

int recordsCommand(const Session& session) {
  const Options& options = session.options();
  const auto request = understand(options);
  if (!request) return session.failUsage(request.error());
  const auto sort = parseSort(options.sort, options.language);
  if (!sort) return session.failUsage(sort.error());
  const auto log = session.load(*request);
  if (!log) return session.fail(log.error());
  const auto rows = makeLocalQuery(*log)->rows(request->filter, *sort, session.stop());
  if (!rows) return session.fail(rows.error());

  const bool csv = options.format == "csv";
  std::string text = csv ? csvHeader(**log) : std::string();
  RecordReader reader(*log);
  const std::uint64_t count = std::min<std::uint64_t>(rows->size(), options.limit.value_or(rows->size()));
  for (std::uint64_t i = 0; i < count; ++i) {
    if (i % kStopEvery == 0 && session.stop().stop_requested())
      return session.fail(Error{ErrorCode::Cancelled, {}, {}});
    const auto record = reader.read((*rows)[static_cast<std::uint32_t>(i)]);
    if (!record) return session.fail(record.error());
    csv ? appendCsv(text, **log, *record) : appendJson(text, **log, *record);
    if (text.size() < kPieceBytes) continue;
    if (const auto printed = session.print(text); !printed) return session.fail(printed.error());
    text.clear();
  }
  const auto printed = session.print(text);
  return printed ? kDone : session.fail(printed.error());
}

}  // namespace undelivered::cli
