// SPDX-License-Identifier: GPL-3.0-or-later
// Logs that others append to while they are open: what is new is added, and gives what a new reading of all would.
#include "store/extend_log.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data/random.h"
#include "query/log_query.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

std::shared_ptr<const DeliveryLog> load(const std::vector<std::filesystem::path>& paths) {
  LoadRequest request;
  request.paths = paths;
  auto log = loadLog(request);
  EXPECT_TRUE(log) << log.error().detail;
  return *log;
}

void append(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary | std::ios::app) << text;
}

/// Every record, and what was counted.
std::string describe(const std::shared_ptr<const DeliveryLog>& log) {
  std::string text;
  RecordReader reader(log);
  for (std::uint32_t i = 0; i < log->recordCount(); ++i) {
    const auto record = reader.read(RowId{i});
    if (!record) return "unreadable: " + std::to_string(static_cast<int>(record.error().code));
    text += std::to_string(record->line) + " " + log->reason(record->reason).code + " " + record->recipient + " " +
            record->messageId + "\n";
  }
  const std::vector<Dimension> by{Dimension::Reason, Dimension::Outcome, Dimension::Day};
  const auto summary = makeLocalQuery(log)->summarise({}, by);
  for (const Group& group : summary->groups) text += std::to_string(group.count) + ";";
  return text;
}

std::string event(int number) {
  return R"({"type":"MESSAGE_NOT_DELIVERED","date":"2025-03-04T08:15:30Z","eventId":"e-)" + std::to_string(number) +
         R"(","claim":{"communication":{"channel":"SMS","recipients":["+49170)" + std::to_string(number) +
         R"("],"errorCode":")" + (number % 3 ? "EXPIRED" : "UNDELIV") + "\"}}}\n";
}

std::string row(int number) {
  return "2025-03-04 09:15:30;" + std::string(number % 5 ? "EXPIRED" : "NEW_CODE_" + std::to_string(number)) +
         ";\"+49170" + std::to_string(number) + "\"\n";
}
const std::string kHeader = "Zeit;Fehlercode;Mobilnummer\n";

class ExtendLog : public testing::Test {
 protected:
  std::filesystem::path write(const std::string& text, const std::string& name = "log") {
    return m_folder.write(name, text);
  }
  test::TemporaryFolder m_folder;
};

TEST_F(ExtendLog, LogThatDidNotGrowIsItself) {
  const auto path = write(kHeader + row(1));
  const auto log = load({path});
  EXPECT_FALSE(*hasGrown(*log));
  EXPECT_EQ(*extendLog(log), log);
}

TEST_F(ExtendLog, NewRecordsComeBehindTheOthersAsIfAllWereReadAnew) {
  for (const bool events : {false, true}) {
    const auto path = write(events ? event(1) + event(2) : kHeader + row(1) + row(2), events ? "events" : "table");
    auto log = load({path});
    for (int step = 0; step < 4; ++step) {
      std::string more;
      for (int i = 0; i < 700; ++i) more += events ? event(100 * step + i) : row(100 * step + i);
      append(path, more);
      EXPECT_TRUE(*hasGrown(*log));
      ExtendRequest request;
      request.blockBytes = 4096;
      const auto extended = extendLog(log, request);
      ASSERT_TRUE(extended) << static_cast<int>(extended.error().code);
      EXPECT_EQ(describe(*extended), describe(load({path})));
      log = *extended;
    }
  }
}

TEST_F(ExtendLog, EventThatWasReadBeforeCountsOnce) {
  const auto path = write(event(1) + event(2));
  const auto log = load({path});
  append(path, event(2) + event(3));
  const auto extended = *extendLog(log);
  EXPECT_EQ(extended->recordCount(), 3u);
  EXPECT_EQ(extended->report()[IssueKind::RepeatedEvent].count, 1u);
  EXPECT_EQ(extended->report()[IssueKind::RepeatedEvent].samples[0].line, 3u);
}

TEST_F(ExtendLog, LineThatWasWrittenInHalvesIsReadAsAWhole) {
  const std::string text = kHeader + row(1) + "2025-03-04 09:15:30;EXPIRED;\"+49170123\"\n" + row(3);
  for (std::size_t cut = kHeader.size() + 1; cut < text.size(); ++cut) {
    const auto path = write(text.substr(0, cut), "cut" + std::to_string(cut));
    const auto log = load({path});
    append(path, text.substr(cut));
    const auto extended = extendLog(log);
    ASSERT_TRUE(extended) << cut;
    EXPECT_EQ(describe(*extended), describe(load({path}))) << "cut at " << cut;
  }
}

TEST_F(ExtendLog, EventThatWasWrittenInHalvesIsReadAsAWholeOrReadAnew) {
  const std::string text = event(1) + event(2) + event(3);
  for (std::size_t cut = event(1).size(); cut < text.size(); cut += 7) {
    const auto path = write(text.substr(0, cut), "cut" + std::to_string(cut));
    const auto log = load({path});
    append(path, text.substr(cut));
    const auto extended = extendLog(log);
    if (!extended) {
      EXPECT_EQ(extended.error().code, ErrorCode::FileGrew) << "then all is read anew";
      continue;
    }
    EXPECT_EQ(describe(*extended), describe(load({path}))) << "cut at " << cut;
  }
}

TEST_F(ExtendLog, OneOfSeveralLogsGrows) {
  const auto first = write(kHeader + row(1) + row(2), "a");
  const auto second = write(kHeader + row(3), "b");
  const auto log = load({first, second});
  append(first, row(4));
  const auto extended = *extendLog(log);
  ASSERT_EQ(extended->recordCount(), 4u);
  EXPECT_EQ(extended->sourceOf(RowId{3}).value, 0u);
  EXPECT_EQ(extended->line(RowId{3}), 4u);
  EXPECT_EQ(RecordReader(extended).read(RowId{3})->recipient, "+491704");
  EXPECT_EQ(log->recordCount(), 3u) << "what was open stays as it was";
}

TEST_F(ExtendLog, OtherChangesAreErrorsThatSayWhich) {
  const auto path = write(kHeader + row(1) + row(2));
  const auto log = load({path});
  std::filesystem::resize_file(path, kHeader.size() + 10);
  EXPECT_EQ(extendLog(log).error().code, ErrorCode::FileShrank);
  EXPECT_EQ(hasGrown(*log).error().code, ErrorCode::FileShrank);

  const auto other = write(kHeader + row(1) + row(2), "other");
  const auto before = load({other});
  { std::ofstream(other, std::ios::binary | std::ios::trunc) << kHeader << row(7) << row(8) << row(9); }
  EXPECT_EQ(extendLog(before).error().code, ErrorCode::FileChanged) << "longer, but not the same text";

  const auto third = write(kHeader + row(1), "third");
  const auto open = load({third});
  std::filesystem::rename(write(kHeader + row(1) + row(2), "new"), third);
  EXPECT_EQ(extendLog(open).error().code, ErrorCode::FileReplaced);
}

TEST_F(ExtendLog, JsonDocumentIsReadAnew) {
  std::string text = event(1);
  text.pop_back();
  const auto path = write("[" + text + "\n]");
  const auto log = load({path});
  append(path, "\n");
  EXPECT_EQ(extendLog(log).error().code, ErrorCode::FileGrew);
}

}  // namespace
}  // namespace undelivered
