// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/expectation.h"

#include <fmt/format.h>

#include "data/calendar.h"

namespace undelivered::samples {
namespace {

std::string object(const std::map<std::string, std::uint64_t>& counts) {
  std::string text = "{";
  for (const auto& [key, count] : counts)
    text += fmt::format("{}\n    \"{}\": {}", text.size() > 1 ? "," : "", key, count);
  return text + (counts.empty() ? "}" : "\n  }");
}

}  // namespace

void Expectation::add(const Meaning& meaning) {
  for (const std::string& issue : meaning.issues) ++m_issues[issue];
  if (!meaning.isRecord) return;
  ++m_records;
  ++m_outcomes[meaning.outcome];
  ++m_channels[meaning.channel];
  const bool failed = meaning.outcome == "failed";
  if (failed) {
    ++m_reasons[meaning.reason];
    ++m_failuresByChannel[meaning.channel];
  }
  if (meaning.day) {
    DayCount& day = m_days[isoDay(*meaning.day)];
    ++day.records;
    day.failed += failed;
  } else {
    ++m_withoutTime;
  }
}

std::string Expectation::toJson() const {
  std::string text = fmt::format("{{\n  \"records\": {},\n  \"withoutTime\": {},\n", m_records, m_withoutTime);
  text += fmt::format("  \"outcomes\": {},\n  \"channels\": {},\n", object(m_outcomes), object(m_channels));
  text += fmt::format("  \"failuresByChannel\": {},\n", object(m_failuresByChannel));
  text += fmt::format("  \"reasons\": {},\n  \"issues\": {},\n  \"days\": {{", object(m_reasons), object(m_issues));
  bool first = true;
  for (const auto& [day, count] : m_days) {
    text += fmt::format("{}\n    \"{}\": [{}, {}]", first ? "" : ",", day, count.records, count.failed);
    first = false;
  }
  return text + "\n  }\n}\n";
}

Meaning meaningOf(const Message& message) {
  Meaning meaning;
  meaning.day = std::chrono::floor<std::chrono::days>(message.time);
  switch (message.channel) {
    case Channel::Email:
      meaning.channel = "email";
      break;
    case Channel::Sms:
      meaning.channel = "sms";
      break;
    case Channel::Letter:
      meaning.channel = "letter";
      break;
  }
  switch (message.outcome) {
    case Outcome::Delivered:
      meaning.outcome = "delivered";
      break;
    case Outcome::Failed:
      meaning.outcome = "failed";
      break;
    case Outcome::Pending:
      meaning.outcome = "pending";
      break;
  }
  meaning.reason = message.code;
  return meaning;
}

}  // namespace undelivered::samples
