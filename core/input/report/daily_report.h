// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace undelivered {

/// A kind of the daily reports of collect.AI, as resources/reports describes it (docs.collect.ai/docs/data/report).
struct ReportKind {
  enum class Deliveries { Yes, No, Perhaps };

  std::string id;
  std::vector<std::string> files;    ///< how the kind is called in the name of a file, in lower case with "_"
  std::vector<std::string> columns;  ///< a header with all of them is this report's; empty: its header is not known
  Deliveries deliveries = Deliveries::Perhaps;
  std::string status;                       ///< of every row, where the report has no column for it; empty: none
  std::map<std::string, std::string> text;  ///< the report's name in a sentence, by language: "the daily report of ..."
};

/// The kinds of a file of that form. Errors: CatalogueInvalid with line and cause.
Result<std::vector<ReportKind>> parseReportKinds(std::string_view toml, const std::string& subject);
/// Those of resources/reports.
std::span<const ReportKind> reportKinds();

/// A report that was told by its header or by the name of its file.
struct DailyReport {
  const ReportKind* kind = nullptr;  ///< null: none
  std::string day, client;           ///< as the file's name has them; empty where it does not
  bool byName = false;               ///< the kind is told by the name alone
};

/// Which report a table is: by its header where that is known, else by the name of its file,
/// YYYY-MM-DD_ClientName_KIND_report with any endings ("….csv.gz", "… (1).csv").
DailyReport dailyReportOf(std::string_view path, std::span<const std::string> columns);

/// "the daily report of online payments of 2026-11-03 for Muster": as the detail of OtherReport.
std::string describe(const DailyReport& report);
/// Whether such a description says that the report is told by its name alone.
bool isByName(std::string_view description);
/// What describe() gave, in another language; nothing for any other text.
std::string describedIn(std::string_view language, std::string_view description);

}  // namespace undelivered
