// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks as a spreadsheet program writes them: what it was given as CSV comes out of its workbook again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

using ::testing::ElementsAre;

std::shared_ptr<const DeliveryLog> load(const std::filesystem::path& path) {
  LoadRequest request;
  request.paths = {path};
  request.zone = *Zone::find("Europe/Berlin");
  auto log = loadLog(request);
  EXPECT_TRUE(log) << log.error().detail;
  return log ? *log : nullptr;
}

/// Has LibreOffice open a list with that separator and save it as a workbook. `columns` is the format of each: 1 lets
/// it make numbers and dates of what looks like them, 2 takes all as text.
std::filesystem::path savedBySpreadsheet(const test::TemporaryFolder& folder, const std::filesystem::path& list,
                                         char separator, int columns) {
  std::string formats;
  for (int i = 1; i <= 20; ++i) formats += (i > 1 ? "/" : "") + std::to_string(i) + "/" + std::to_string(columns);
  test::ProcessSetup setup;
  setup.command = {
      "soffice",
      "-env:UserInstallation=file://" + (folder / "profile").string(),
      "--headless",
      "--norestore",
      "--infilter=CSV:" + std::to_string(static_cast<int>(separator)) + ",34,76,1," + formats + ",1033,false,true",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      (folder / "saved").string(),
      list.string()};
  setup.environment = {"HOME=" + folder.path().string()};
  const auto end = test::runProcess(setup, std::chrono::seconds{240});
  EXPECT_EQ(end.exitCode, 0) << "LibreOffice (package libreoffice-calc-nogui) is needed: " << end.err;
  return folder / "saved" / (list.stem().string() + ".xlsx");
}

/// The samples without the lines that are damaged: a spreadsheet program reads those in a way of its own.
std::string soundSamples() {
  const std::string path = UNDELIVERED_SOURCE_DIR "/resources/samples/delivery-log.csv";
  const auto log = load(path);
  std::set<std::uint64_t> damaged;
  for (const IssueKind kind :
       {IssueKind::TooFewColumns, IssueKind::TooManyColumns, IssueKind::UnterminatedQuote, IssueKind::MisplacedQuote,
        IssueKind::BadEncoding, IssueKind::NulByte, IssueKind::NoRecord, IssueKind::RepeatedHeader}) {
    EXPECT_EQ(log->report()[kind].count, log->report()[kind].samples.size());
    for (const IssueSample& sample : log->report()[kind].samples) damaged.insert(sample.line);
  }
  EXPECT_GT(damaged.size(), 5u);
  const std::string text = test::readFile(path);
  std::string sound;
  std::uint64_t line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    if (!damaged.contains(line)) sound += text.substr(at, end - at);
    at = end;
  }
  return sound;
}

TEST(WorkbookOfASpreadsheet, HoldsTheRecordsOfTheSamples) {
  test::TemporaryFolder folder;
  const auto csv = folder.write("log.csv", soundSamples());
  const auto before = load(csv);
  const auto after = load(savedBySpreadsheet(folder, csv, ';', 2));
  ASSERT_TRUE(before && after);
  ASSERT_GT(before->recordCount(), 5000u);
  ASSERT_EQ(after->recordCount(), before->recordCount());
  EXPECT_EQ(after->sources()[0]->container, "xlsx");
  RecordReader ofCsv(before), ofBook(after);
  std::size_t differences = 0;
  for (std::uint32_t i = 0; i < before->recordCount() && differences < 5; ++i) {
    auto wanted = *ofCsv.read(RowId{i});
    const auto found = *ofBook.read(RowId{i});
    // A line break inside of a cell is LF to a spreadsheet.
    for (auto& [name, cell] : wanted.fields) std::erase(cell, '\r');
    EXPECT_EQ(found.line, wanted.line);
    EXPECT_EQ(found.fields, wanted.fields) << "line " << wanted.line;
    EXPECT_EQ(after->time(RowId{i}), before->time(RowId{i}));
    EXPECT_EQ(found.outcome, wanted.outcome);
    differences += found.fields != wanted.fields || found.line != wanted.line;
  }
}

TEST(WorkbookOfASpreadsheet, NumbersAndDatesAreWhatTheyWere) {
  test::TemporaryFolder folder;
  const auto csv = folder.write("log.csv",
                                "date,code,phone,amount,share\n"
                                "2025-03-04 08:15:30,EXPIRED,4915112345678,12.5,0.1\n"
                                "2024-02-29 23:59:59,EXPIRED,00491511,-0.07,5.1\n"
                                "2025-03-04,EXPIRED,1234567,1e3,\n");
  const auto log = load(savedBySpreadsheet(folder, csv, ',', 1));
  ASSERT_TRUE(log);
  RecordReader reader(log);
  std::vector<std::string> rows;
  for (std::uint32_t i = 0; i < log->recordCount(); ++i) {
    const auto record = *reader.read(RowId{i});
    rows.emplace_back();
    for (const auto& [name, cell] : record.fields) rows.back() += cell + "|";
  }
  // Leading zeros are gone before a workbook is written: that is what Excel does to numbers.
  EXPECT_THAT(rows, ElementsAre("2025-03-04 08:15:30|EXPIRED|4915112345678|12.5|0.1|",
                                "2024-02-29 23:59:59|EXPIRED|491511|-0.07|5.1|", "2025-03-04|EXPIRED|1234567|1000||"));
}

}  // namespace
}  // namespace undelivered
