// SPDX-License-Identifier: GPL-3.0-or-later
// An action list for a spreadsheet, loaded as a log again: its cells are those that it was written from.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "export/action_list.h"
#include "export/words.h"
#include "query/sort_rows.h"
#include "query/text_search.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/load_text.h"
#include "support/memory_files.h"

namespace undelivered {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string kHeader = "Time;Channel;Status;Reason code;Recipient;Customer;Reference;Diagnostic\n";
const std::string kLog = kHeader +
                         "2025-03-04 08:15:30;sms;failed;UNDELIV;+491701234567;00017;=RE-1;-1 left\n"
                         "2025-03-04 08:15:31;sms;failed;UNDELIV;01701234567;@K;-5;'=1+1' is no number\n"
                         "2025-03-04 08:15:32;email;failed;007;a@b.de;K-1;'+1;'@b.de' is no domain\n"
                         "2025-03-04 08:15:33;email;failed;EXPIRED;\"+\"\"x\"\"@b.de\";'K;123456789012;'n Abend\n";

std::string listOf(const std::shared_ptr<const DeliveryLog>& log, const CsvDialect& dialect,
                   const std::string& language, bool forPeople) {
  ActionListOptions options;
  options.language = language;
  options.dialect = dialect;
  options.forPeople = forPeople;
  test::MemoryFiles files;
  EXPECT_TRUE(exportActionList(log, RowSet::all(log->recordCount()), options, "list.csv", {}, {}, files));
  return files.files["list.csv"];
}

std::string excelListOf(const std::shared_ptr<const DeliveryLog>& log, const std::string& language = "de") {
  return listOf(log, CsvDialect::excel(language), language, true);
}

Record recordAt(const std::shared_ptr<const DeliveryLog>& log, std::uint32_t row) {
  return *RecordReader(log).read(RowId{row});
}

/// What a record's original column holds.
std::string originalOf(const Record& record, std::string_view column) {
  const auto found = std::find_if(record.fields.begin(), record.fields.end(),
                                  [&](const auto& field) { return field.first == column; });
  return found == record.fields.end() ? "no such column" : found->second;
}

TEST(GuardedList, EveryCellComesBack) {
  const auto log = test::loadText(kLog);
  for (const char* language : {"en", "de"}) {
    const auto again = test::loadText(excelListOf(log, language));
    ASSERT_EQ(again->recordCount(), log->recordCount());
    EXPECT_TRUE(again->source(SourceId{0}).recognition.guarded);
    for (std::uint32_t row = 0; row < log->recordCount(); ++row) {
      const Record before = recordAt(log, row), after = recordAt(again, row);
      EXPECT_EQ(after.recipient, before.recipient);
      EXPECT_EQ(after.customer, before.customer);
      EXPECT_EQ(after.reference, before.reference);
      EXPECT_EQ(after.diagnostic, before.diagnostic);
      EXPECT_EQ(after.code, before.code);
      EXPECT_EQ(after.time, before.time);
      EXPECT_EQ(originalOf(after, word(ColumnId::Recipient, language)), before.recipient);
      EXPECT_EQ(originalOf(after, word(ColumnId::Diagnostic, language)), before.diagnostic);
    }
    EXPECT_EQ(excelListOf(again, language), excelListOf(log, language));
  }
}

TEST(GuardedList, SearchMeetsWhatIsShown) {
  const auto log = test::loadText(excelListOf(test::loadText(kLog)));
  for (const bool matchCase : {false, true}) {
    EXPECT_THAT(*searchText(log, "+4917", matchCase, {}), ElementsAre(0u));
    EXPECT_THAT(*searchText(log, "'+49", matchCase, {}), IsEmpty());
    EXPECT_THAT(*searchText(log, "'", matchCase, {}), ElementsAre(1u, 2u, 3u));
    EXPECT_THAT(*searchText(log, "'@b.de'", matchCase, {}), ElementsAre(2u));
    EXPECT_THAT(*searchText(log, "''@b.de'", matchCase, {}), IsEmpty());
  }
}

TEST(GuardedList, SortsAsTheLogThatItIsOf) {
  const auto log = test::loadText(kLog);
  const auto again = test::loadText(excelListOf(log));
  for (const ColumnId column : {ColumnId::Recipient, ColumnId::Customer, ColumnId::Reference, ColumnId::Diagnostic}) {
    Sort sort;
    sort.column = column;
    const auto before = *sortRows(log, RowSet::all(log->recordCount()), sort, {});
    const auto after = *sortRows(again, RowSet::all(again->recordCount()), sort, {});
    for (std::uint32_t i = 0; i < before.size(); ++i) EXPECT_EQ(before[i], after[i]) << static_cast<int>(column);
  }
}

TEST(GuardedList, IsToldByItsHeaderWhereTheFirstRowsNeedNoGuard) {
  std::string text = kHeader;
  for (int i = 0; i < 1200; ++i) text += "2025-03-04 08:15:30;email;failed;EXPIRED;a@b.de;K-1;RE-1;full\n";
  text += "2025-03-04 08:15:30;sms;failed;EXPIRED;+491701234567;K-1;RE-1;'-' is no answer\n";
  const auto log = test::loadText(text);
  for (const char* language : {"en", "de"}) {
    const auto again = test::loadText(excelListOf(log, language));
    EXPECT_EQ(recordAt(again, 1200).recipient, "+491701234567");
    EXPECT_EQ(recordAt(again, 1200).diagnostic, "'-' is no answer");
  }
}

TEST(GuardedList, ForProgramsHasNoGuard) {
  for (const std::string& log : {kLog, kHeader + "2025-03-04 08:15:30;email;failed;EXPIRED;a@b.de;K;R;'-' is none\n"}) {
    const auto before = test::loadText(log);
    const auto again = test::loadText(listOf(before, CsvDialect::machine(), "en", false));
    EXPECT_FALSE(again->source(SourceId{0}).recognition.guarded);
    for (std::uint32_t row = 0; row < before->recordCount(); ++row)
      EXPECT_EQ(recordAt(again, row).diagnostic, recordAt(before, row).diagnostic);
  }
}

TEST(GuardedList, OtherTableIsReadWithoutGuardsWhereItShowsThem) {
  const auto guarded = test::loadText("Recipient,Status,Diagnostic\n'+491701234567,failed,'-1 left\n'0171,failed,'n\n");
  EXPECT_EQ(recordAt(guarded, 0).recipient, "+491701234567");
  EXPECT_EQ(recordAt(guarded, 0).diagnostic, "-1 left");
  EXPECT_EQ(recordAt(guarded, 1).recipient, "0171");
  EXPECT_EQ(recordAt(guarded, 1).diagnostic, "'n");
}

TEST(GuardedList, TextsOfServersStandAsTheyAreInOtherTables) {
  for (const char* recipient : {"a@b.de", "+491701234567", "'+491701234567'"}) {
    const auto log =
        test::loadText(std::string("Recipient,Status,Diagnostic\n") + recipient + ",failed,'@b.de' is no domain\n");
    EXPECT_EQ(recordAt(log, 0).recipient, recipient);
    EXPECT_EQ(recordAt(log, 0).diagnostic, "'@b.de' is no domain");
    EXPECT_THAT(*searchText(log, "'@b.de'", false, {}), SizeIs(1));
  }
}

}  // namespace
}  // namespace undelivered
