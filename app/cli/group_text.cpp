// SPDX-License-Identifier: GPL-3.0-or-later
#include "group_text.h"

#include <chrono>

#include <fmt/format.h>

namespace undelivered::cli {
namespace {

using namespace std::chrono;

year_month_day dateOf(std::int32_t day) { return year_month_day{sys_days{days{day}}}; }

std::string dayText(std::int32_t day) {
  const auto date = dateOf(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

/// ISO 8601 week date: a week belongs to the year of its Thursday.
std::string weekText(std::int32_t monday) {
  const auto thursday = dateOf(monday + 3);
  const auto newYear = sys_days{thursday.year() / January / 1}.time_since_epoch().count();
  return fmt::format("{:04}-W{:02}", static_cast<int>(thursday.year()), (monday + 3 - newYear) / 7 + 1);
}

}  // namespace

std::string keyText(const DeliveryLog& log, GroupKey key) {
  switch (key.dimension) {
    case Dimension::Reason:
      return log.reason(ReasonId{static_cast<std::uint16_t>(key.value)}).code;
    case Dimension::Channel:
      return std::string(name(static_cast<Channel>(key.value)));
    case Dimension::Outcome:
      return std::string(name(static_cast<Outcome>(key.value)));
    case Dimension::Persistence:
      return std::string(name(static_cast<Persistence>(key.value)));
    case Dimension::Actionability:
      return std::string(name(static_cast<Actionability>(key.value)));
    case Dimension::Phase:
      return std::string(name(static_cast<Phase>(key.value)));
    case Dimension::Source:
      return log.source(SourceId{static_cast<std::uint32_t>(key.value)}).path;
    case Dimension::Day:
      return key.value == kNoDay ? std::string() : dayText(key.value);
    case Dimension::Week:
      return key.value == kNoDay ? std::string() : weekText(key.value);
    case Dimension::Month:
      return key.value == kNoDay ? std::string() : dayText(key.value).substr(0, 7);
  }
  return {};
}

void writeKey(JsonWriter& json, const DeliveryLog& log, GroupKey key) {
  const std::string text = keyText(log, key);
  json.key(name(key.dimension));
  if (text.empty()) {
    json.null();
  } else {
    json.string(text);
  }
  const bool unknownReason =
      key.dimension == Dimension::Reason && !log.reason(ReasonId{static_cast<std::uint16_t>(key.value)}).known;
  if (unknownReason) json.key("known").boolean(false);
}

void writeIssues(JsonWriter& json, const ReadReport& report) {
  json.beginArray();
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    const auto& entry = report[static_cast<IssueKind>(i)];
    if (entry.count == 0) continue;
    json.beginObject().key("kind").string(name(static_cast<IssueKind>(i))).key("count").number(entry.count);
    json.key("samples").beginArray();
    for (const IssueSample& sample : entry.samples) {
      json.beginObject().key("file").string(sample.file).key("line").number(sample.line);
      json.key("detail").string(sample.detail).endObject();
    }
    json.endArray().endObject();
  }
  json.endArray();
}

}  // namespace undelivered::cli
