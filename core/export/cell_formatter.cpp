// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/action_list.h"
#include "export/words.h"
#include "query/record_text.h"

namespace undelivered {
namespace {

/// Of the years that the store can hold, all of which have four digits.
std::string localTime(Timestamp time, ZoneCursor& zone, bool german) {
  using namespace std::chrono;
  const auto local = floor<seconds>(zone.toLocal(time));
  const auto day = floor<days>(local);
  const year_month_day date{day};
  const hh_mm_ss clock{local - day};
  const int year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  const auto dayOfMonth = static_cast<unsigned>(date.day());
  const auto hour = clock.hours().count();
  const auto minute = clock.minutes().count();
  const auto second = clock.seconds().count();
  std::string text = german ? "00.00.0000 00:00:00" : "0000-00-00 00:00:00";
  const auto put = [&text](std::size_t at, std::size_t digits, std::uint64_t value) {
    for (std::size_t i = digits; i-- > 0; value /= 10) text[at + i] = static_cast<char>('0' + value % 10);
  };
  put(german ? 6 : 0, 4, static_cast<std::uint64_t>(year));
  put(german ? 3 : 5, 2, month);
  put(german ? 0 : 8, 2, dayOfMonth);
  put(11, 2, static_cast<std::uint64_t>(hour));
  put(14, 2, static_cast<std::uint64_t>(minute));
  put(17, 2, static_cast<std::uint64_t>(second));
  return text;
}

}  // namespace

CellFormatter::CellFormatter(const DeliveryLog& log, std::string language, bool forPeople)
    : m_log(log), m_language(std::move(language)), m_forPeople(forPeople), m_zone(log.zone()) {}

std::string CellFormatter::text(const Record& record, ColumnId column) {
  const LogReason& reason = m_log.reason(record.reason);
  const auto named = [&](auto value) { return std::string(word(value, m_language)); };
  switch (column) {
    case ColumnId::Time:
      if (!record.time) return {};
      return m_forPeople ? localTime(*record.time, m_zone, m_language == "de") : toIso8601(*record.time);
    case ColumnId::Channel:
      return named(record.channel);
    case ColumnId::Recipient:
    case ColumnId::Customer:
    case ColumnId::Reference:
    case ColumnId::Diagnostic:
    case ColumnId::MessageId:
      return std::string(ownText(record, column).value_or(""));
    case ColumnId::ReasonCode:
      return reason.code;
    case ColumnId::Persistence:
      return named(reason.persistence());
    case ColumnId::Actionability:
      return named(reason.actionability());
    case ColumnId::Phase:
      return named(reason.phase());
    case ColumnId::Outcome:
      return named(record.outcome);
    case ColumnId::ReasonTitle:
    case ColumnId::Explanation:
    case ColumnId::Action:
      return reasonText(record, column);
    case ColumnId::SourceFile:
      return m_log.source(record.source).displayName;
    case ColumnId::Line:
      return std::to_string(record.line);
  }
  return {};
}

std::string_view CellFormatter::view(const Record& record, ColumnId column, std::string& buffer) {
  if (const auto own = ownText(record, column)) return *own;
  if (column == ColumnId::SourceFile) return m_log.source(record.source).displayName;
  buffer = text(record, column);
  return buffer;
}

std::string CellFormatter::reasonText(const Record& record, ColumnId column) const {
  const LogReason& reason = m_log.reason(record.reason);
  const bool failed = record.outcome == Outcome::Failed;
  if (column == ColumnId::ReasonTitle) {
    if (std::string title = reason.title(m_language); !title.empty()) return title;
    if (!reason.code.empty()) return reason.code;
    return failed ? std::string(noReasonCode(m_language)) : std::string();
  }
  if (column == ColumnId::Explanation) {
    if (const std::string_view said = reason.explanation(m_language); reason.entry || !said.empty())
      return std::string(said);
    if (reason.own) return std::string(ownReasonExplanation(m_language));
    return !reason.code.empty() ? std::string(unknownReasonExplanation(m_language)) : std::string();
  }
  if (!reason.entry) return {};
  const std::string& action = reason.entry->text(m_language).action;
  return action.empty() ? std::string(noActionNeeded(m_language)) : action;
}

}  // namespace undelivered
