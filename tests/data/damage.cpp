// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/damage.h"

#include <functional>

namespace undelivered::samples {
namespace {

using namespace std::chrono;

enum Column : std::size_t { kTime, kChannel, kStatus, kCode, kRecipient, kName, kCustomer };

bool failedEmail(const Line& line) { return line.meaning.outcome == "failed" && line.meaning.channel == "email"; }
bool delivered(const Line& line) { return line.meaning.outcome == "delivered"; }
bool deliveredSms(const Line& line) { return delivered(line) && line.meaning.channel == "sms"; }
bool isFirm(const Line& line) { return line.cells[kName].find("GmbH") != std::string::npos; }

struct Damage {
  int times = 1;
  bool (*fits)(const Line&);
  std::function<void(Line&, char delimiter)> apply;
};

std::string firstCells(const Line& line, std::size_t count, char delimiter) {
  return joinCells({line.cells.begin(), line.cells.begin() + static_cast<std::ptrdiff_t>(count)}, delimiter);
}

void loseTime(Line& line, std::string_view text) {
  line.cells[kTime] = text;
  line.meaning.day.reset();
  line.meaning.issues.emplace_back("badTime");
}

std::function<void(Line&, char)> badTime(std::string_view text) {
  return [text](Line& line, char) { loseTime(line, text); };
}

std::function<void(Line&, char)> wallTime(std::string_view text, local_days day, std::string_view issue) {
  return [=](Line& line, char) {
    line.cells[kTime] = text;
    line.meaning.day = day;
    line.meaning.issues.emplace_back(issue);
  };
}

std::vector<Damage> structuralDamages() {
  return {
      {3, failedEmail,
       [](Line& line, char delimiter) {  // cut off, with all that matters in it
         line.raw = firstCells(line, kName, delimiter);
         line.meaning.issues.emplace_back("tooFewColumns");
       }},
      {2, delivered,
       [](Line& line, char delimiter) {
         line.raw = firstCells(line, kStatus, delimiter);
         line.meaning.outcome = "unknown";
         line.meaning.issues = {"tooFewColumns", "noCodeNoStatus"};
       }},
      {2, delivered,
       [](Line& line, char delimiter) {
         line.raw = joinCells(line.cells, delimiter) + delimiter + "doppelt" + delimiter;
         line.meaning.issues.emplace_back("tooManyColumns");
       }},
      {2, deliveredSms,
       [](Line& line, char delimiter) {  // a quote that nobody closes
         std::string raw = firstCells(line, kName, delimiter) + delimiter + "\"Praxis Probe";
         for (std::size_t i = kCustomer; i < line.cells.size(); ++i)
           raw += delimiter + joinCells({line.cells[i]}, delimiter);
         line.raw = raw;
         line.meaning.issues.emplace_back("unterminatedQuote");
       }},
      {2, delivered,
       [](Line& line, char delimiter) {  // text behind a closing quote
         std::string raw = firstCells(line, kName, delimiter) + delimiter + "\"Muster\" Handels KG";
         for (std::size_t i = kCustomer; i < line.cells.size(); ++i)
           raw += delimiter + joinCells({line.cells[i]}, delimiter);
         line.raw = raw;
         line.meaning.issues.emplace_back("misplacedQuote");
       }},
      {2, delivered,
       [](Line& line, char delimiter) {  // a quote within a cell without quotes is just text
         std::string raw = firstCells(line, kName, delimiter) + delimiter + "Musterhaus 27\" Monitore";
         for (std::size_t i = kCustomer; i < line.cells.size(); ++i)
           raw += delimiter + joinCells({line.cells[i]}, delimiter);
         line.raw = raw;
       }},
      {1, failedEmail,
       [](Line& line, char) {  // a word in Windows-1252 within UTF-8
         line.cells[kName] = "M\xFCller-Muster";
         line.meaning.issues.emplace_back("badEncoding");
       }},
  };
}

std::vector<Damage> fieldDamages() {
  return {
      {1, delivered, badTime("31.02.2025 10:15:00")},
      {1, failedEmail, badTime("gestern")},
      {1, delivered, badTime("########")},
      {1, delivered, wallTime("27.10.2024 02:30:00", local_days(2024y / October / 27), "ambiguousTime")},
      {1, failedEmail, wallTime("30.03.2025 02:15:00", local_days(2025y / March / 30), "skippedTime")},
      {4, failedEmail,
       [](Line& line, char) {  // failed, but why?
         line.cells[kCode].clear();
         line.meaning.reason.clear();
       }},
      {2, delivered,
       [](Line& line, char) {
         line.cells[kStatus].clear();
         line.meaning.outcome = "unknown";
         line.meaning.issues.emplace_back("noCodeNoStatus");
       }},
      {3, delivered,
       [](Line& line, char) {
         line.cells[kStatus] = "wird geprüft";
         line.meaning.outcome = "unknown";
         line.meaning.issues.emplace_back("unknownStatus");
       }},
      {1, failedEmail,
       [](Line& line, char) {
         line.cells[kStatus] = "zugestellt";
         line.meaning.issues.emplace_back("contradiction");
       }},
      {2, delivered,
       [](Line& line, char) {
         line.cells[kChannel] = "Fax";
         line.cells[kRecipient] = "040 66969 017";
         line.meaning.channel = "unknown";
         line.meaning.issues.emplace_back("unknownChannel");
       }},
      // The reason, or where it has both channels the recipient, tells the channel.
      {3, [](const Line& line) { return failedEmail(line) && line.cells[kCode].starts_with("BOUNCE_TRANSIENT"); },
       [](Line& line, char) { line.cells[kChannel].clear(); }},
      {2, [](const Line& line) { return failedEmail(line) && line.cells[kCode] == "HANDOVER_ERROR"; },
       [](Line& line, char) { line.cells[kChannel].clear(); }},
      {1, isFirm, [](Line& line, char) { line.cells[kName] = "Möbel\r\n\"Beispiel\"; Inh. Änne M."; }},
  };
}

}  // namespace

void damageLines(std::vector<Line>& lines, char delimiter) {
  std::vector<Damage> damages = structuralDamages();
  for (Damage& damage : fieldDamages()) damages.push_back(std::move(damage));

  // Spread over the file, a prime apart, so that no two kinds sit together; every line is damaged once at most.
  std::vector<bool> used(lines.size());
  std::size_t at = 17;
  for (const Damage& damage : damages) {
    for (int n = 0; n < damage.times; ++n) {
      for (at = (at + 1009) % lines.size(); used[at] || !damage.fits(lines[at]);) at = (at + 1) % lines.size();
      used[at] = true;
      damage.apply(lines[at], delimiter);
    }
  }

  Line cut;
  cut.raw = "Export abgebrochen: Zeitüberschreitung";
  cut.meaning.issues = {"noRecord"};
  cut.meaning.isRecord = false;
  lines.push_back(std::move(cut));
}

}  // namespace undelivered::samples
