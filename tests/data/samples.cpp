// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples.h"

#include <fmt/format.h>

#include <algorithm>

#include "data/calendar.h"
#include "data/damage.h"
#include "data/delimited.h"
#include "data/events.h"
#include "data/simulate.h"

namespace undelivered::samples {
namespace {

using namespace std::chrono;

/// The spellings that one code comes in.
std::string spelling(const std::string& code, Random& random) {
  if (code == "REJECTED") return random.pick(std::array<std::string, 3>{"REJECTED", "REJECTD", "REJECTED / REJECTD"});
  if (code == "UNDELIV") return random.pick(std::array<std::string, 2>{"UNDELIV", "FAILED"});
  if (!code.starts_with("BOUNCE_PERMANENT") || !random.perMille(60)) return code;
  std::string other = code;
  const bool blanks = random.perMille(500);
  for (char& c : other) {
    if (c == '_')
      c = blanks ? ' ' : '-';
    else if (!blanks)
      c = static_cast<char>(c - 'A' + 'a');
  }
  return other;
}

std::string_view germanChannel(const Message& m) {
  return m.channel == Channel::Email ? "E-Mail" : m.channel == Channel::Sms ? "SMS" : "Brief";
}
std::string_view germanStatus(const Message& m) {
  return m.outcome == Outcome::Delivered ? "zugestellt"
         : m.outcome == Outcome::Failed  ? "nicht zugestellt"
                                         : "ausstehend";
}
std::string_view englishChannel(const Message& m) {
  return m.channel == Channel::Email ? "email" : m.channel == Channel::Sms ? "sms" : "letter";
}
std::string_view englishStatus(const Message& m) {
  return m.outcome == Outcome::Delivered ? "delivered" : m.outcome == Outcome::Failed ? "bounced" : "pending";
}

/// 1.234,56
std::string germanAmount(std::uint32_t cents) {
  const std::uint32_t euros = cents / 100;
  if (euros < 1000) return fmt::format("{},{:02}", euros, cents % 100);
  return fmt::format("{}.{:03},{:02}", euros / 1000, euros % 1000, cents % 100);
}

void finish(SampleSet& set, const std::string& name, const std::vector<std::string>& header,
            const std::vector<Line>& lines, const Dialect& dialect) {
  Expectation expectation;
  for (const Line& line : lines) expectation.add(line.meaning);
  set.logs[name] = writeDelimited(header, lines, dialect);
  set.expectations[name.substr(0, name.find('.')) + ".json"] = expectation.toJson();
}

/// What German Excel saves as "CSV UTF-8".
void addMainLog(SampleSet& set, std::uint64_t seed) {
  Random random(seed ^ 1);
  std::vector<Line> lines;
  for (const Message& m :
       simulate({seed, local_days(2024y / July / 1), local_days(2025y / December / 31), 1300, 1000})) {
    lines.push_back(
        {{germanTime(m.time), std::string(germanChannel(m)), std::string(germanStatus(m)), spelling(m.code, random),
          m.recipient, m.name, m.customer, m.reference, m.messageId, m.scenario, germanAmount(m.cents), m.diagnostic},
         {},
         meaningOf(m)});
  }
  damageLines(lines, ';');
  finish(set, "delivery-log.csv",
         {"Zeitpunkt", "Kanal", "Zustellstatus", "Fehlercode", "Empfänger", "Name", "Kundennummer", "Referenznummer",
          "Nachrichten-ID", "Szenario", "Offener Betrag", "Servermeldung"},
         lines, {';', "\r\n", Encoding::Utf8, true});
}

/// Daily reports in the manner of collect.AI's: lower-case headers joined, failures only, no file for a day without.
void addDailyReports(SampleSet& set, std::uint64_t seed) {
  std::map<std::string, std::vector<Line>> byDay;
  Expectation expectation;
  for (const Message& m :
       simulate({seed + 2, local_days(2026y / January / 5), local_days(2026y / January / 18), 220, 2200})) {
    if (m.outcome != Outcome::Failed) continue;
    Line line{{isoTime(m.time), m.reference, m.customer, std::string(englishChannel(m)), m.recipient, m.code,
               m.diagnostic, m.scenario, m.messageId},
              {},
              meaningOf(m)};
    expectation.add(line.meaning);
    byDay[isoDay(floor<days>(m.time))].push_back(std::move(line));
  }
  for (const auto& [day, lines] : byDay) {
    set.logs["daily/" + day + "_Muster_bounces_report.csv"] =
        writeDelimited({"bouncedate", "referencenumber", "customernumber", "communicationchannel", "recipient",
                        "errorcode", "diagnosticmessage", "scenarioname", "messageid"},
                       lines, {';', "\n", Encoding::Utf8, false});
  }
  set.expectations["daily.json"] = expectation.toJson();
}

void addEvents(SampleSet& set, std::uint64_t seed) {
  Random random(seed ^ 3);
  Expectation expectation;
  set.logs["webhook-events.ndjson"] =
      writeEvents(simulate({seed + 3, local_days(2026y / January / 19), local_days(2026y / February / 22), 260, 1800}),
                  random, expectation);
  set.expectations["webhook-events.json"] = expectation.toJson();
}

/// An older system's export: Windows-1252 and commas.
void addLatin1(SampleSet& set, std::uint64_t seed) {
  std::vector<Line> lines;
  for (const Message& m :
       simulate({seed + 4, local_days(2026y / March / 2), local_days(2026y / March / 20), 200, 900})) {
    lines.push_back(
        {{isoTime(m.time), std::string(englishChannel(m)), std::string(englishStatus(m)), m.code, m.recipient, m.name,
          m.customer, m.reference, m.messageId, germanAmount(m.cents) + " €", m.diagnostic},
         {},
         meaningOf(m)});
  }
  finish(set, "latin1.csv",
         {"Time", "Channel", "Status", "Reason code", "Recipient", "Name", "Customer number", "Reference number",
          "Message ID", "Amount", "Diagnostic"},
         lines, {',', "\n", Encoding::Windows1252, false});
}

/// What Excel saves as "Unicode text".
void addUnicodeText(SampleSet& set, std::uint64_t seed) {
  std::vector<Line> lines;
  for (const Message& m :
       simulate({seed + 5, local_days(2026y / March / 23), local_days(2026y / April / 10), 200, 900})) {
    lines.push_back({{germanTime(m.time), std::string(germanChannel(m)), std::string(germanStatus(m)), m.code,
                      m.recipient, m.name, m.customer, m.reference, m.diagnostic},
                     {},
                     meaningOf(m)});
  }
  finish(
      set, "unicode-text.txt",
      {"Zeitpunkt", "Versandart", "Status", "Grund", "Empfänger", "Name", "Kundennr.", "Aktenzeichen", "Fehlermeldung"},
      lines, {'\t', "\r\n", Encoding::Utf16Le, true});
}

}  // namespace

SampleSet makeSamples(std::uint64_t seed) {
  SampleSet set;
  addMainLog(set, seed);
  addDailyReports(set, seed);
  addEvents(set, seed);
  addLatin1(set, seed);
  addUnicodeText(set, seed);
  return set;
}

}  // namespace undelivered::samples
