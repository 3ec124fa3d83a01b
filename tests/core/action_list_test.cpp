// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell shows, what an action list holds, and that it is written as a whole or not at all.
#include "export/action_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "query/log_query.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kLog =
    "Time;Channel;Status;Reason code;Recipient;Customer;Reference;Message ID;Diagnostic\n"
    "2025-07-04 09:15:30;email;failed;BOUNCE_PERMANENT_ON_SUPPRESSION_LIST;=jörg@example.org;K-1;RE-1;m-1;"
    "\"on list; \"\"blocked\"\"\"\n"
    "2025-03-04T08:15:30.250Z;letter;failed;Unbekannt verzogen;Musterweg 1;;RE-2;;\n"
    ";sms;delivered;;+491701234567;K-3;;;\n"
    ";email;failed;;a@b.de;;;;\n"
    "2025-03-04;sms;failed;HANDOVER_ERROR;0171;;;;\n";

class ActionList : public ::testing::Test {
 protected:
  ActionList() {
    files.files["folder/log.csv"] = kLog;
    LoadRequest request;
    request.paths = {"folder/log.csv"};
    request.zone = *Zone::find("Europe/Berlin");
    log = *loadLog(request, {}, {}, files);
  }

  std::string cell(std::uint32_t row, ColumnId column, const std::string& language = "en", bool forPeople = true) {
    return CellFormatter(*log, language, forPeople).text(*RecordReader(log).read(RowId{row}), column);
  }
  std::string written(const ActionListOptions& options, const RowSet& rows) {
    const auto done = exportActionList(log, rows, options, "out.csv", {}, {}, files);
    EXPECT_TRUE(done);
    return files.files["out.csv"];
  }

  test::MemoryFiles files;
  std::shared_ptr<const DeliveryLog> log;
};

TEST(ActionListTarget, IsNoFileThatIsOpenWhateverItIsCalledByNow) {
  test::TemporaryFolder folder;
  LoadRequest request;
  request.paths = {folder.write("log.csv", kLog)};
  const auto log = *loadLog(request);
  EXPECT_TRUE(isFileOfLog(*log, folder / "log.csv"));
  EXPECT_FALSE(isFileOfLog(*log, folder / "list.csv"));
  std::filesystem::rename(folder / "log.csv", folder / "list.csv");
  EXPECT_TRUE(isFileOfLog(*log, folder / "list.csv"));
  EXPECT_FALSE(isFileOfLog(*log, folder.path()));
  const auto refused = exportActionList(log, RowSet::all(log->recordCount()), {}, folder / "list.csv");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::TargetIsLog);
  EXPECT_THAT(folder.names(), ElementsAre("list.csv"));
}

TEST_F(ActionList, TimesAreOfTheZoneForPeopleAndUtcForMachines) {
  EXPECT_EQ(cell(0, ColumnId::Time, "de"), "04.07.2025 09:15:30");
  EXPECT_EQ(cell(0, ColumnId::Time, "en"), "2025-07-04 09:15:30");
  EXPECT_EQ(cell(0, ColumnId::Time, "de", false), "2025-07-04T07:15:30Z");
  EXPECT_EQ(cell(1, ColumnId::Time, "de"), "04.03.2025 09:15:30");
  EXPECT_EQ(cell(1, ColumnId::Time, "en", false), "2025-03-04T08:15:30.250Z");
  EXPECT_EQ(cell(2, ColumnId::Time), "");
}

TEST_F(ActionList, WordsAreOfTheLanguage) {
  EXPECT_EQ(cell(0, ColumnId::Channel, "en"), "E-mail");
  EXPECT_EQ(cell(0, ColumnId::Channel, "de"), "E-Mail");
  EXPECT_EQ(cell(1, ColumnId::Channel, "de"), "Brief");
  EXPECT_EQ(cell(0, ColumnId::Actionability, "en"), "Partially");
  EXPECT_EQ(cell(0, ColumnId::Actionability, "de"), "Teilweise");
  EXPECT_EQ(cell(0, ColumnId::Persistence, "de"), "Dauerhaft");
  EXPECT_EQ(cell(4, ColumnId::Persistence, "de"), "Vorübergehend");
  EXPECT_EQ(cell(4, ColumnId::Phase, "en"), "While sending");
  EXPECT_EQ(cell(4, ColumnId::Phase, "de"), "Beim Versand");
  EXPECT_EQ(cell(1, ColumnId::Phase, "de"), "Unbekannt");
  EXPECT_EQ(cell(2, ColumnId::Outcome, "de"), "Zugestellt");
}

TEST_F(ActionList, OriginalCellsAreAsTheyStand) {
  EXPECT_EQ(cell(0, ColumnId::Recipient), "=jörg@example.org");
  EXPECT_EQ(cell(0, ColumnId::Customer), "K-1");
  EXPECT_EQ(cell(0, ColumnId::Reference), "RE-1");
  EXPECT_EQ(cell(0, ColumnId::MessageId), "m-1");
  EXPECT_EQ(cell(0, ColumnId::Diagnostic), "on list; \"blocked\"");
  EXPECT_EQ(cell(0, ColumnId::SourceFile), "log.csv");
  EXPECT_EQ(cell(4, ColumnId::Line), "6");
}

TEST(ActionListOfAProvider, TellsAReasonWithoutCounterpartByItsLabel) {
  test::MemoryFiles files;
  files.files["ses.ndjson"] =
      R"({"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"EmailValidationSuppressed",)"
      R"("bouncedRecipients":[{"emailAddress":"a@b.de"}],"timestamp":"2025-03-04T08:15:00.000Z"},)"
      R"("mail":{"messageId":"m-1","destination":["a@b.de"]}})"
      "\n";
  LoadRequest request;
  request.paths = {"ses.ndjson"};
  const auto log = *loadLog(request, {}, {}, files);
  const auto written = [&](const std::string& language, std::vector<ColumnId> columns) {
    ActionListOptions options;
    options.language = language;
    options.columns = std::move(columns);
    EXPECT_TRUE(exportActionList(log, RowSet::all(1), options, "out.csv", {}, {}, files));
    return files.files["out.csv"];
  };
  EXPECT_THAT(written("en", {}), HasSubstr("Held back by e-mail validation. This is what the provider calls it."));
  EXPECT_THAT(written("de", {}), HasSubstr("Von der Adressprüfung zurückgehalten. So nennt es der Anbieter."));
  const std::string table = written("en", {ColumnId::ReasonTitle, ColumnId::Explanation});
  EXPECT_EQ(table.find("Held back"), table.rfind("Held back")) << "once, where it has a column of its own";
}

TEST_F(ActionList, ActionThatThePlatformNamesOrThatNoneIsNeeded) {
  EXPECT_EQ(cell(0, ColumnId::Action, "en"),
            "If the cause of the earlier bounce is settled, remove the address by hand from the suppression list in "
            "the collect.AI Management portal.");
  EXPECT_EQ(cell(4, ColumnId::Action, "en"), "No action needed from you");
  EXPECT_EQ(cell(4, ColumnId::Action, "de"), "Von Ihnen ist nichts zu tun");
}

TEST_F(ActionList, NothingIsInventedForUnknownOrMissingCodes) {
  EXPECT_EQ(cell(1, ColumnId::ReasonCode), "Unbekannt verzogen");
  EXPECT_EQ(cell(1, ColumnId::ReasonTitle), "Unbekannt verzogen");
  EXPECT_EQ(cell(1, ColumnId::Explanation, "de"), "Dieser Code steht nicht im Katalog; über ihn ist nichts bekannt.");
  EXPECT_EQ(cell(1, ColumnId::Action), "");
  EXPECT_EQ(cell(3, ColumnId::ReasonCode), "");
  EXPECT_EQ(cell(3, ColumnId::ReasonTitle), "(no reason code)");
  EXPECT_EQ(cell(3, ColumnId::Explanation), "");
  EXPECT_EQ(cell(2, ColumnId::ReasonTitle), "");
}

TEST_F(ActionList, ColumnsAreTheSpecifiedOnes) {
  ActionListOptions options;
  options.dialect = CsvDialect::machine();
  EXPECT_EQ(written(options, RowSet(std::vector<std::uint32_t>{})),
            "Time,Channel,Recipient,Customer number,Reference number,Reason code,Persistence,Actionable,Phase,"
            "Explanation,Recommended action,Diagnostic,Source file,Line\r\n");
}

TEST_F(ActionList, ManyRowsAreThoseOfManyShortLists) {
  LoadRequest request;
  request.paths = {UNDELIVERED_SOURCE_DIR "/resources/samples"};
  log = *loadLog(request);
  ActionListOptions options;
  const std::string whole = written(options, RowSet::all(log->recordCount()));
  std::string joined = written(options, RowSet());
  const std::size_t header = joined.size();
  for (std::uint32_t first = 0; first < log->recordCount(); first += 1000) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = first; row < std::min(first + 1000, log->recordCount()); ++row) rows.push_back(row);
    joined += written(options, RowSet(std::move(rows))).substr(header);
  }
  EXPECT_TRUE(whole == joined);
}

TEST_F(ActionList, RowsComeInTheirOrder) {
  ActionListOptions options;
  options.dialect = CsvDialect::machine();
  options.forPeople = false;
  options.columns = {ColumnId::Line, ColumnId::Recipient};
  EXPECT_EQ(written(options, RowSet(std::vector<std::uint32_t>{4, 0, 1})),
            "Line,Recipient\r\n6,0171\r\n2,=jörg@example.org\r\n3,Musterweg 1\r\n");
  EXPECT_EQ(written(options, RowSet::all(2)), "Line,Recipient\r\n2,=jörg@example.org\r\n3,Musterweg 1\r\n");
}

TEST_F(ActionList, ExcelInGermanHasMarkSemicolonsAndGuard) {
  ActionListOptions options;
  options.language = "de";
  options.dialect = CsvDialect::excel("de");
  options.columns = {ColumnId::Time, ColumnId::Recipient, ColumnId::Diagnostic};
  EXPECT_EQ(written(options, RowSet::all(1)),
            "\xEF\xBB\xBFZeitpunkt;Empfänger;Diagnose\r\n"
            "04.07.2025 09:15:30;'=jörg@example.org;\"on list; \"\"blocked\"\"\"\r\n");
}

TEST_F(ActionList, FullDiskLeavesTheOldFileAndIsTold) {
  files.files["out.csv"] = "old";
  files.writeFault = [](std::uint64_t) { return ENOSPC; };
  const auto done = exportActionList(log, RowSet::all(5), {}, "out.csv", {}, {}, files);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::WriteFailed);
  EXPECT_EQ(done.error().systemError, ENOSPC);
  EXPECT_EQ(done.error().subject, "out.csv");
  EXPECT_FALSE(files.committed);
  EXPECT_EQ(files.files["out.csv"], "old");
}

TEST_F(ActionList, NoFailedWriteIsForgotten) {
  files.files["out.csv"] = "old";
  const std::vector<std::uint32_t> many(5000, 0);  // several pieces, of which one fails
  for (int failing : {1, 2, 3}) {
    int writes = 0;
    files.writeFault = [&](std::uint64_t) { return ++writes == failing ? ENOSPC : 0; };
    const auto done = exportActionList(log, RowSet(many), {}, "out.csv", {}, {}, files);
    ASSERT_FALSE(done) << failing;
    EXPECT_EQ(writes, failing) << "nothing is written after it";
    EXPECT_EQ(files.files["out.csv"], "old");
  }
}

TEST_F(ActionList, CancelLeavesTheOldFile) {
  files.files["out.csv"] = "old";
  std::stop_source stop;
  const auto done = exportActionList(
      log, RowSet::all(5), {}, "out.csv", stop.get_token(), [&](Progress) { stop.request_stop(); }, files);
  ASSERT_FALSE(done);
  EXPECT_TRUE(done.error().isCancelled());
  EXPECT_FALSE(files.committed);
}

TEST_F(ActionList, ProgressCountsRows) {
  std::vector<std::uint64_t> done;
  ASSERT_TRUE(exportActionList(
      log, RowSet::all(5), {}, "out.csv", {},
      [&](Progress progress) {
        EXPECT_EQ(progress.total, 5u);
        done.push_back(progress.done);
      },
      files));
  ASSERT_FALSE(done.empty());
  EXPECT_EQ(done.back(), 5u);
}

TEST(ActionListOnDisk, LogThatChangedLeavesTheOldFileAndIsTold) {
  test::TemporaryFolder folder;
  const auto path = folder.write("log.csv", kLog);
  const auto target = folder.write("out.csv", "old");
  LoadRequest request;
  request.paths = {path};
  const auto log = *loadLog(request);
  std::filesystem::resize_file(path, 50);
  const auto done = exportActionList(log, RowSet::all(5), {}, target);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::FileShrank);
  EXPECT_EQ(test::readFile(target), "old");
  EXPECT_THAT(folder.names(), ElementsAre("log.csv", "out.csv"));
}

}  // namespace
}  // namespace undelivered
