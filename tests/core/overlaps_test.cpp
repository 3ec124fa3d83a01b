// SPDX-License-Identifier: GPL-3.0-or-later
// Logs that tell of the same messages: each counts once, with what it counted for kept.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"

namespace undelivered {
namespace {

using ::testing::ElementsAre;

const std::string kHeader = "Zeit;Fehlercode;Status;Empfänger;Nachrichten-ID\n";

std::string row(const std::string& time, const std::string& code, const std::string& status, const std::string& id,
                const std::string& recipient = "a@example.org") {
  return time + ";" + code + ";" + status + ";" + recipient + ";" + id + "\n";
}

std::string event(const std::string& eventId, const std::string& code, const std::string& message,
                  const std::string& time = "2025-03-04T08:15:30Z") {
  return R"({"type":"MESSAGE_NOT_DELIVERED","date":")" + time + R"(","eventId":")" + eventId +
         R"(","claim":{"referenceNumber":"RE-1","communication":{"channel":"EMAIL","reference":")" + message +
         R"(","recipients":["a@example.org"],"errorCode":")" + code + "\"}}}\n";
}

std::shared_ptr<const DeliveryLog> load(const std::vector<std::string>& texts, unsigned threads = 1,
                                        std::size_t blockBytes = 1 << 20) {
  test::MemoryFiles files;
  LoadRequest request;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string name(1, static_cast<char>('a' + i));
    files.files[name] = texts[i];
    request.paths.emplace_back(name);
  }
  request.zone = *Zone::find("Europe/Berlin");
  request.threads = threads;
  request.blockBytes = blockBytes;
  auto log = loadLog(request, {}, {}, files);
  EXPECT_TRUE(log) << log.error().detail;
  return *log;
}

const ReadReport::Entry& overlaps(const std::shared_ptr<const DeliveryLog>& log) {
  return log->report()[IssueKind::RepeatedRecord];
}

TEST(Overlaps, RecordOfTwoLogsCountsOnceWithItsPlaceTold) {
  const std::string one = row("2025-03-04 09:15:30", "EXPIRED", "", "m-1");
  const std::string two = row("2025-03-04 09:15:31", "EXPIRED", "", "m-2");
  const std::string three = row("2025-03-05 09:15:30", "EXPIRED", "", "m-3");
  const auto log = load({kHeader + one + two, kHeader + two + three});
  EXPECT_EQ(log->recordCount(), 3u);
  ASSERT_EQ(overlaps(log).count, 1u);
  EXPECT_EQ(overlaps(log).samples[0].file, "b");
  EXPECT_EQ(overlaps(log).samples[0].line, 2u);
  EXPECT_EQ(overlaps(log).samples[0].detail, "m-2");
  EXPECT_EQ(log->sourceOf(RowId{1}).value, 0u);
  EXPECT_EQ(log->sourceOf(RowId{2}).value, 1u);
  EXPECT_EQ(log->line(RowId{2}), 3u);
}

TEST(Overlaps, AnyDifferenceInIdRecipientTimeOrCodeIsAnotherRecord) {
  const std::string first = kHeader + row("2025-03-04 09:15:30", "EXPIRED", "", "m-1");
  for (const std::string& other :
       {row("2025-03-04 09:15:31", "EXPIRED", "", "m-1"), row("2025-03-04 09:15:30", "UNDELIV", "", "m-1"),
        row("2025-03-04 09:15:30", "EXPIRED", "", "m-2"),
        row("2025-03-04 09:15:30", "EXPIRED", "", "m-1", "b@example.org"),
        row("2025-03-04 09:15:30", "", "delivered", "m-1"), row("2025-03-04 09:15:30", "EXPIRED", "", "")}) {
    EXPECT_EQ(load({first, kHeader + other})->recordCount(), 2u) << other;
  }
}

TEST(Overlaps, DeliveredAfterFailedAndFailedAfterDeliveredAreBothKept) {
  const std::string failed = kHeader + row("2025-03-04 09:15:30", "", "failed", "m-1");
  const std::string delivered = kHeader + row("2025-03-04 09:15:30", "", "delivered", "m-1");
  EXPECT_EQ(load({failed, delivered})->recordCount(), 2u);
  EXPECT_EQ(load({delivered, failed})->recordCount(), 2u);
}

TEST(Overlaps, EachOutcomeOfAMessageIsKeptHoweverTheySucceed) {
  // Without a code and at the same time, as callbacks that carry none.
  const std::vector<std::string> statuses{"sent", "delivered", "failed", "seltsam"};
  for (const std::string& first : statuses) {
    for (const std::string& second : statuses) {
      const auto log = load({kHeader + row("2025-03-04 09:15:30", "", first, "m-1"),
                             kHeader + row("2025-03-04 09:15:30", "", second, "m-1")});
      EXPECT_EQ(log->recordCount(), first == second ? 1u : 2u) << first << ", " << second;
    }
  }
}

TEST(Overlaps, TheSameMessageInLogsOfDifferentKindsCountsOnce) {
  // The time without a zone is Berlin's; the alias is the same reason.
  const std::string table = kHeader + row("2025-03-04 09:15:30", "FAILED", "failed", "m-1");
  EXPECT_EQ(load({table, event("e-1", "UNDELIV", "m-1")})->recordCount(), 1u);
  EXPECT_EQ(load({event("e-1", "UNDELIV", "m-1"), table})->recordCount(), 1u);
}

TEST(Overlaps, EventsAreKnownByTheirIdsAlone) {
  const auto log =
      load({event("e-1", "EXPIRED", "m-1"), event("e-2", "EXPIRED", "m-1") + event("e-1", "EXPIRED", "m-1")});
  EXPECT_EQ(log->recordCount(), 2u);
  EXPECT_EQ(overlaps(log).count, 0u);
  EXPECT_EQ(log->report()[IssueKind::RepeatedEvent].count, 1u);
}

TEST(Overlaps, RepetitionWithinOneLogStays) {
  const std::string one = row("2025-03-04 09:15:30", "EXPIRED", "", "m-1");
  EXPECT_EQ(load({kHeader + one + one})->recordCount(), 2u);
  EXPECT_EQ(load({kHeader + one + one, kHeader + row("2025-03-05 09:15:30", "EXPIRED", "", "m-2")})->recordCount(), 3u);
}

TEST(Overlaps, AreTheSameWhateverBlocksAndThreads) {
  std::string first = kHeader, second = kHeader;
  std::uint32_t expected = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string record = row("2025-03-04 09:15:30", "EXPIRED", "", "m-" + std::to_string(i));
    if (i % 3 != 0) first += record;
    if (i % 2 == 0) second += record;
    expected += i % 3 != 0 || i % 2 == 0;
  }
  for (const unsigned threads : {1u, 2u, 3u}) {
    for (const std::size_t block : {std::size_t{4096}, std::size_t{1} << 20}) {
      const auto log = load({first, second}, threads, block);
      EXPECT_EQ(log->recordCount(), expected);
      EXPECT_EQ(overlaps(log).count, 1000u);
      RecordReader reader(log);
      for (std::uint32_t i = 0; i < log->recordCount(); i += 97) EXPECT_TRUE(reader.read(RowId{i}));
    }
  }
}

}  // namespace
}  // namespace undelivered
