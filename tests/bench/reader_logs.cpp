// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reader_logs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include "bench/logs.h"
#include "bench/reader_texts.h"
#include "support/pack.h"
#include "support/xlsx.h"

namespace undelivered::bench {
namespace {

namespace fs = std::filesystem;

// Changes with the bytes of any of the logs.
constexpr int kVersion = 1;
// A sheet holds 1,048,576 rows; it is the slowest to read, and to make.
constexpr std::uint64_t kFewerRows = 5;

std::string textOf(const ReaderText& text, std::uint64_t records) {
  std::string log(text.header);
  for (std::uint64_t i = 0; i < records; ++i) putRecord(log, text.records[i % text.records.size()], i);
  return log;
}

/// As Excel writes it: all texts in a table of their own, times as numbers with a style.
std::string workbookOf(std::uint64_t records) {
  test::Workbook workbook{{{"Log", "sheet1", "", ""}}, "", "", ""};
  std::string& texts = workbook.texts;
  std::string& rows = workbook.sheets.front().rows;
  for (const char* text : {"time", "channel", "status", "reasoncode", "recipient", "sms", "failed", "EXPIRED"})
    texts += fmt::format("<si><t>{}</t></si>", text);
  workbook.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>";
  rows = "<row r=\"1\">";
  for (int i = 0; i < 5; ++i) rows += fmt::format("<c r=\"{}1\" t=\"s\"><v>{}</v></c>", "ABCDE"[i], i);
  rows += "</row>";
  for (std::uint64_t i = 0; i < records; ++i) {
    texts += fmt::format("<si><t>+49176{:08}</t></si>", i * 7919 % 1000003);
    fmt::format_to(std::back_inserter(rows),
                   "<row r=\"{0}\"><c r=\"A{0}\" s=\"1\"><v>45720.{1:05}</v></c><c r=\"B{0}\" t=\"s\"><v>5</v></c>"
                   "<c r=\"C{0}\" t=\"s\"><v>6</v></c><c r=\"D{0}\" t=\"s\"><v>7</v></c>"
                   "<c r=\"E{0}\" t=\"s\"><v>{2}</v></c></row>",
                   i + 2, i % 86400, i + 8);
  }
  return test::xlsxOf(workbook);
}

std::string packed(const std::string& text, Packing packing) {
  if (packing == Packing::Gzip) return test::gzipOf(text);
  if (packing == Packing::Zstd) return test::zstdOf(text);
  return test::zipOf({{"log.csv", text}});
}

/// Makes the file where it is not there yet.
bool keep(const std::string& path, const std::function<std::string()>& make) {
  if (fs::exists(path)) return true;
  fmt::print("generating {} ...\n", path);
  std::fflush(stdout);
  const std::string text = make();
  {
    std::ofstream out(path + ".part", std::ios::binary);
    if (!out.write(text.data(), static_cast<std::streamsize>(text.size())).flush()) return false;
  }
  std::error_code error;
  fs::rename(path + ".part", path, error);
  return !error;
}

std::string pathOf(const std::string& folder, const ReaderLog& log, std::string_view ending) {
  return fmt::format("{}/reader-{}-{}-v{}.{}", folder, log.name, log.records, kVersion, ending);
}

}  // namespace

std::vector<ReaderLog> readerLogs(const std::string& folder, std::uint64_t records) {
  std::vector<ReaderLog> logs;
  const std::string reference = keptLog(folder, records, samples::BulkKind::Reference);
  const std::string receipts = keptLog(folder, records, samples::BulkKind::Receipts);
  if (reference.empty() || receipts.empty()) return {};
  logs.push_back({"csv", "CSV", reference, records});
  for (const ReaderText& text : readerTexts()) {
    ReaderLog log{
        std::string(text.name), std::string(text.title), {}, std::max<std::uint64_t>(records / text.fewer, 1)};
    log.path = pathOf(folder, log, text.ending);
    if (!keep(log.path, [&] { return textOf(text, log.records); })) return {};
    logs.push_back(std::move(log));
  }
  logs.push_back({"receipts", "receipts of SMPP", receipts, records});

  const auto whole = [&] {
    std::ifstream file(reference, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(file), {}};
  };
  for (const auto& [packing, ending] :
       {std::pair{Packing::Gzip, "gz"}, std::pair{Packing::Zstd, "zst"}, std::pair{Packing::Zip, "zip"}}) {
    ReaderLog log{ending, fmt::format("CSV, {}", ending), {}, records, packing};
    log.path = pathOf(folder, log, fmt::format("csv.{}", ending));
    if (!keep(log.path, [&, kind = packing] { return packed(whole(), kind); })) return {};
    logs.push_back(std::move(log));
  }
  ReaderLog sheet{"xlsx", "workbook", {}, std::max<std::uint64_t>(records / kFewerRows, 1), Packing::Workbook};
  sheet.path = pathOf(folder, sheet, "xlsx");
  if (!keep(sheet.path, [&] { return workbookOf(sheet.records); })) return {};
  logs.push_back(std::move(sheet));
  return logs;
}

}  // namespace undelivered::bench
