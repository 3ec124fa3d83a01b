// SPDX-License-Identifier: GPL-3.0-or-later
// The daily reports of collect.AI: which is which, what is read of them, and what a folder of them makes.
#include "input/report/daily_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "export/causes.h"
#include "input/delimited/recognise_delimited.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kPayments =
    "paymentdate;referencenumber;customernumber;paidamount;currency;providername;paymentreference;customfield;"
    "scenarioname;merchantname;externaltransactionid;somethingnew\n"
    "2026-11-03 10:00:00;RE-1;K-1;1250;EUR;card;p-1;\"{\"\"a\"\":1}\";Standard;Muster;t-1;x\n";
const std::string kBounces = "bouncedate;referencenumber;recipient;errorcode;messageid;somethingnew\n";
const std::string kSent = "communicationdate;referencenumber;recipient;communicationchannel;messageid\n";

std::string described(const std::string& path, const std::vector<std::string>& columns = {}) {
  const DailyReport report = dailyReportOf(path, columns);
  return report.kind ? describe(report) : std::string();
}

TEST(DailyReport, IsToldByTheNameOfItsFile) {
  EXPECT_EQ(described("a/2026-11-03_Muster_archived_claims_report.csv"),
            "by its name the daily report of archived claims of 2026-11-03 for Muster");
  EXPECT_EQ(described("2026-11-03_A_B_sent_communications_and_archived_claims_report.csv"),
            "by its name the daily report of sent communications and archived claims of 2026-11-03 for A_B")
      << "the longest kind, and a client with an underscore";
  EXPECT_EQ(described("x.zip/2026-11-03_Muster_Bounces_Report.csv.gz"),
            "by its name the daily report of bounces of 2026-11-03 for Muster");
  EXPECT_EQ(described("2026-11-03_online_payments_report (1).csv"),
            "by its name the daily report of online payments of 2026-11-03");
}

TEST(DailyReport, IsNoneByOtherNames) {
  for (const char* name : {"bounces_report.csv", "2026-11-03_Muster_bounces.csv", "2026-11-03_Muster_other_report.csv",
                           "2026-11-3_Muster_bounces_report.csv", "2026-11-03_Muster_bounces_reports.csv",
                           "2026-11-03_Musterbounces_report.csv", "2026-11-03_report.csv", "2026-11-03", ""})
    EXPECT_EQ(described(name), "") << name;
}

TEST(DailyReport, IsToldByItsHeaderWhateverTheFileIsCalled) {
  const std::vector<std::string> columns{"Payment Date", "x", "paid_amount"};
  EXPECT_EQ(described("a.csv", columns), "the daily report of online payments");
  EXPECT_EQ(described("2026-11-03_Muster_bounces_report.csv", columns),
            "the daily report of online payments of 2026-11-03 for Muster");
}

TEST(DailyReport, HasANameInGerman) {
  EXPECT_EQ(
      causeInWords("the daily report of online payments of 2026-11-03 for Muster, which tells no deliveries", "de"),
      "der Tagesbericht über Online-Zahlungen vom 2026-11-03 für Muster, der keine Zustellungen nennt");
  EXPECT_EQ(causeInWords("by its name the daily report of sent communications and archived claims", "de"),
            "dem Namen nach der Tagesbericht über versendete Mitteilungen und archivierte Forderungen");
  EXPECT_EQ(causeInWords("files that are no logs: a (empty), b (the daily report of bounces), c (the daily report "
                         "of archived claims of 2026-11-03, which tells no deliveries)",
                         "de"),
            "Dateien, die keine Protokolle sind: a (leer), b (der Tagesbericht über Bounces), c (der Tagesbericht "
            "über archivierte Forderungen vom 2026-11-03, der keine Zustellungen nennt)");
  EXPECT_EQ(causeInWords("the daily report of bouncess", "de"), "the daily report of bouncess");
  for (const ReportKind& kind : reportKinds()) EXPECT_TRUE(kind.text.contains("de")) << kind.id;
}

TEST(DailyReport, OfNoDeliveriesIsRefusedByName) {
  const auto refused = recogniseDelimited(kPayments, true, {}, "some.csv");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::OtherReport);
  EXPECT_EQ(refused.error().detail, "the daily report of online payments");
  // A claim's status is none of a message.
  const std::string changes = "changedate;referencenumber;status\n2026-11-03;RE-1;PAUSED\n";
  const std::string path = "2026-11-03_Muster_status_change_report.csv";
  const auto named = recogniseDelimited(changes, true, {}, path);
  ASSERT_FALSE(named);
  EXPECT_EQ(named.error().code, ErrorCode::OtherReport);
  EXPECT_TRUE(isByName(named.error().detail));
  EXPECT_TRUE(recogniseDelimited(changes, true, {}, "changes.csv"));
  ReadOptions options;
  options.columns[Field::Status] = "status";
  EXPECT_TRUE(recogniseDelimited(changes, true, options, path)) << "who names a column knows better";
  for (const std::string of : {"reason", "Grund", "code"}) {
    const std::string text = "archivedate;referencenumber;status;" + of + "\n2025-03-04 08:00:00;RE-9;PAID;PAID\n";
    const auto claims = recogniseDelimited(text, true, {}, "2025-03-05_Client_archived_claims_report.csv");
    ASSERT_FALSE(claims) << of << ": the claim has a reason, no message";
    EXPECT_EQ(claims.error().code, ErrorCode::OtherReport) << of;
    EXPECT_TRUE(recogniseDelimited(text, true, {}, "log.csv")) << of;
  }
  const std::string reasons = "paymentdate;paidamount;errorcode\n2026-11-03;1;EXPIRED\n";
  EXPECT_TRUE(recogniseDelimited(reasons, true, {}, "x.csv")) << "a table with reasons is a log";
}

TEST(DailyReport, OfSentMessagesHasThemAsSent) {
  const test::TemporaryFolder folder;
  const std::string total = "Total: 2 messages;;;;\n";
  LoadRequest request;
  request.paths = {folder.write("2026-11-03_Muster_sent_communications_report.csv",
                                kSent + "2026-11-03 09:00:00;RE-1;a@example.org;email;m-1\n" + kSent + total +
                                    "2026-11-03 09:01:00;RE-2;+4917600000002;sms;m-2\n")};
  const auto log = loadLog(request);
  ASSERT_TRUE(log);
  ASSERT_EQ((*log)->recordCount(), 2u);
  EXPECT_EQ((*log)->report()[IssueKind::RepeatedHeader].count, 1u);
  EXPECT_EQ((*log)->report()[IssueKind::NoRecord].count, 1u);
  EXPECT_EQ((*log)->source(SourceId{0}).recognition.doubt, Doubt::None);
  RecordReader reader(*log);
  const auto record = reader.read(RowId{1}, RecordReader::Read::Everything);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->outcome, Outcome::Pending);
  EXPECT_EQ(record->channel, Channel::Sms);
  EXPECT_EQ(record->status, "sent");
  EXPECT_EQ(record->fields.size(), 5u) << "the columns of the log alone";
  EXPECT_FALSE(recogniseDelimited(kSent + "x;x;x;x;x\n", true, {}, "other.csv"));
}

TEST(DailyReport, WithAStatusOfItsOwnIsReadByThat) {
  const auto recognition = recogniseDelimited("date;recipient;deliverystatus\nx;y;delivered\n", true, {},
                                              "2026-11-03_Muster_sent_communications_report.csv");
  ASSERT_TRUE(recognition);
  EXPECT_EQ(recognition->impliedStatus, "");
}

/// Days and clients as they come: a day without bounces has no file, which is no fault.
TEST(DailyReports, OfAFolderAreReadAndTheOthersTold) {
  const test::TemporaryFolder folder;
  for (const char* client : {"Muster", "Beispiel"}) {
    for (const char* day : {"2026-11-02", "2026-11-03", "2026-11-05"}) {
      const std::string start = std::string(client) + "/" + day + "_" + client + "_";
      const std::string id = std::string(client) + day;
      folder.write(start + "online_payments_report.csv", kPayments + id + "\n");
      folder.write(start + "sent_communications_report.csv",
                   kSent + day + " 09:00:00;RE-1;a@example.org;email;" + id + "\n");
      folder.write(start + "bounces_report.csv",
                   kBounces + day + " 09:05:00;RE-1;a@example.org;BOUNCE_TRANSIENT_MBX_FULL;" + id + ";x\n");
    }
  }
  folder.write("Muster/2026-11-04_Muster_bounces_report.csv", kBounces);
  folder.write("Muster/2026-11-06_Muster_bounces_report.csv", "");
  LoadRequest request;
  request.paths = {folder.path()};
  const auto log = loadLog(request);
  ASSERT_TRUE(log);
  EXPECT_EQ((*log)->recordCount(), 12u) << "a message that was sent and its bounce are two records";
  EXPECT_EQ((*log)->sources().size(), 13u) << "the one with a header alone too";
  const auto& report = (*log)->report();
  ASSERT_EQ(report[IssueKind::FileSkipped].count, 7u);
  EXPECT_EQ(report.total(), 7u);
  EXPECT_EQ(report[IssueKind::FileSkipped].samples.front().detail,
            "the daily report of online payments of 2026-11-02 for Beispiel, which tells no deliveries");
  EXPECT_EQ(report[IssueKind::FileSkipped].samples.back().detail, "empty");
}

TEST(DailyReports, OfNoDeliveriesAloneAreAnErrorThatNamesThem) {
  const test::TemporaryFolder folder;
  folder.write("2026-11-03_Muster_online_payments_report.csv", kPayments);
  LoadRequest request;
  request.paths = {folder.path()};
  EXPECT_EQ(loadLog(request).error().code, ErrorCode::OtherReport);
  folder.write("2026-11-04_Muster_online_payments_report.csv", kPayments + "x\n");
  const auto several = loadLog(request);
  ASSERT_FALSE(several);
  EXPECT_EQ(several.error().code, ErrorCode::NotALog);
  EXPECT_THAT(several.error().detail, HasSubstr("the daily report of online payments of 2026-11-04 for Muster"));
}

TEST(DailyReport, KindsWithAMistakeAreRefusedWithTheirLine) {
  const auto errorOf = [](const std::string& text) {
    const auto kinds = parseReportKinds(text, "f.toml");
    return kinds ? std::string() : kinds.error().detail;
  };
  EXPECT_EQ(errorOf("format = 2"), "format must be 1");
  EXPECT_EQ(errorOf("other = 1"), "unknown key \"other\"");
  EXPECT_EQ(errorOf("[[report]]\nid = \"a\"\nfiles = [\"a\"]\n"), "a report needs an English text");
  EXPECT_EQ(errorOf("[[report]]\nid = \"a\"\ntext.en = \"a\"\n"), "a report needs id and files");
  EXPECT_EQ(errorOf("[[report]]\nid = \"a\"\nfiles = [\"a\"]\ntext.en = \"a\"\ndeliveries = \"maybe\"\n"),
            "deliveries must be one of: yes, no, perhaps");
  EXPECT_NE(errorOf("format ="), "");
  EXPECT_EQ(errorOf("format = 1\n"), "");
}

}  // namespace
}  // namespace undelivered
