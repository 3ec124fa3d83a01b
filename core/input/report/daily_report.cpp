// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/report/daily_report.h"

#include <algorithm>

#include <fmt/format.h>

#include "input/field_header.h"

namespace undelivered {
namespace {

constexpr std::string_view kByName = "by its name ";
constexpr std::string_view kDayForm = "0000-00-00";

/// In lower case, and with "_" for what people write in its place.
std::string plainName(std::string_view text) {
  std::string plain(text);
  for (char& c : plain) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '-' || c == ' ') c = '_';
  }
  return plain;
}

bool startsWithDay(std::string_view name) {
  return name.size() > kDayForm.size() &&
         std::equal(kDayForm.begin(), kDayForm.end(), name.begin(),
                    [](char form, char c) { return form == '-' ? c == '-' : c >= '0' && c <= '9'; });
}

/// Behind "_report" only endings and what browsers add to a second copy may follow.
bool isEnding(std::string_view rest) {
  return rest.empty() || rest.front() == '.' || rest.front() == '(' || rest.starts_with(" (") || rest.front() == '/';
}

/// Whether `text` ends in `kind`, as a word of its own.
bool endsInKind(std::string_view text, std::string_view kind) {
  return text.ends_with(kind) && (text.size() == kind.size() || text[text.size() - kind.size() - 1] == '_');
}

/// The report of a file's name.
DailyReport reportNamed(std::string_view path) {
  constexpr std::string_view kReport = "_report";
  const std::string_view name = path.substr(path.rfind('/') + 1);
  DailyReport report;
  if (!startsWithDay(name)) return report;
  const std::string plain = plainName(name);
  const std::size_t end = plain.rfind(kReport);
  if (end == std::string::npos || end <= kDayForm.size() || !isEnding(name.substr(end + kReport.size()))) return report;
  const std::string_view middle = std::string_view(plain).substr(kDayForm.size() + 1, end - kDayForm.size() - 1);
  std::size_t longest = 0;  // "archived_claims" is the end of another kind's name too
  for (const ReportKind& kind : reportKinds()) {
    for (const std::string& file : kind.files) {
      if (file.size() <= longest || !endsInKind(middle, file)) continue;
      longest = file.size();
      report.kind = &kind;
    }
  }
  if (!report.kind) return report;
  report.byName = true;
  report.day = name.substr(0, kDayForm.size());
  const std::size_t client = middle.size() - longest;
  if (client > 1) report.client = name.substr(kDayForm.size() + 1, client - 1);
  return report;
}

bool hasAll(const ReportKind& kind, std::span<const std::string> columns) {
  return !kind.columns.empty() && std::all_of(kind.columns.begin(), kind.columns.end(), [&](const std::string& wanted) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const std::string& column) { return sameHeader(column, wanted); });
  });
}

const std::string& textOf(const ReportKind& kind, std::string_view language) {
  const auto found = kind.text.find(std::string(language));
  return found == kind.text.end() ? kind.text.at("en") : found->second;
}

std::string sentencePart(const DailyReport& report, std::string_view language) {
  const bool german = language == "de";
  std::string text = !report.byName ? "" : german ? "dem Namen nach " : std::string(kByName);
  text += textOf(*report.kind, language);
  if (!report.day.empty()) text += (german ? " vom " : " of ") + report.day;
  if (!report.client.empty()) text += (german ? " für " : " for ") + report.client;
  return text;
}

}  // namespace

DailyReport dailyReportOf(std::string_view path, std::span<const std::string> columns) {
  DailyReport report = reportNamed(path);
  for (const ReportKind& kind : reportKinds()) {
    if (!hasAll(kind, columns)) continue;
    // The day and client of a name that says another kind are still the file's.
    report.kind = &kind;
    report.byName = false;
    break;
  }
  return report;
}

std::string describe(const DailyReport& report) { return sentencePart(report, "en"); }

bool isByName(std::string_view description) { return description.starts_with(kByName); }

std::string describedIn(std::string_view language, std::string_view description) {
  DailyReport report;
  report.byName = isByName(description);
  if (report.byName) description.remove_prefix(kByName.size());
  std::size_t longest = 0;
  for (const ReportKind& kind : reportKinds()) {
    const std::string& name = textOf(kind, "en");
    if (name.size() <= longest || !description.starts_with(name)) continue;
    const std::string_view rest = description.substr(name.size());
    if (!rest.empty() && !(rest.starts_with(" of ") && startsWithDay(std::string(rest.substr(4)) + ' '))) continue;
    longest = name.size();
    report.kind = &kind;
  }
  if (!report.kind) return {};
  std::string_view rest = description.substr(longest);
  if (!rest.empty()) {
    report.day = rest.substr(4, kDayForm.size());
    rest.remove_prefix(4 + kDayForm.size());
    if (rest.starts_with(" for ")) report.client = rest.substr(5);
  }
  return sentencePart(report, language);
}

}  // namespace undelivered
