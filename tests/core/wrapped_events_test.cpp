// SPDX-License-Identifier: GPL-3.0-or-later
// JSON documents that wrap all of their events in an array and are longer than any record.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "input/json/wrapper_split.h"
#include "input/record_parser.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"

namespace undelivered {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

Result<std::shared_ptr<const DeliveryLog>> load(const std::string& text, std::size_t blockBytes = std::size_t{1} << 20,
                                                unsigned threads = 1) {
  test::MemoryFiles files;
  files.files["events.json"] = text;
  LoadRequest request;
  request.paths = {"events.json"};
  request.blockBytes = blockBytes;
  request.threads = threads;
  return loadLog(request, {}, {}, files);
}

std::string infobip(int number) {
  return R"({"bulkId":"b1","messageId":"m-)" + std::to_string(number) + R"(","to":"49176)" + std::to_string(number) +
         R"(","sentAt":"2025-03-04T08:14:00.000+0000","doneAt":"2025-03-04T08:15:00.000+0000","status":{"groupId":4,)"
         R"("groupName":"EXPIRED","id":15,"name":"EXPIRED_EXPIRED","description":"a \"[{\" in it"}})";
}

std::string ses(int number) {
  return R"({\"notificationType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Transient\",\"bounceSubType\":\"MailboxFull\",)"
         R"(\"bouncedRecipients\":[{\"emailAddress\":\")" +
         std::to_string(number) + R"(@example.org\"}],\"timestamp\":\"2025-03-05T08:15:30.5Z\",\"feedbackId\":\"f-)" +
         std::to_string(number) + R"(\"},\"mail\":{\"timestamp\":\"2025-03-05T08:15:30Z\",\"messageId\":\"0102-)" +
         std::to_string(number) + R"(\",\"destination\":[\"a@example.org\"]}})";
}

std::string join(int count, const std::string& between, const std::function<std::string(int)>& element) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i > 0 ? between : std::string()) + element(i);
  return text;
}

/// More than fits into a record, by some thousands.
int countOf(const std::function<std::string(int)>& element) {
  return static_cast<int>(3 * kMaxRecordBytes / element(10000).size());
}

/// Every record of it, first and last as they are read again, the same with other blocks and threads.
void expectAll(const std::string& text, std::uint32_t count, const std::string& first, const std::string& last,
               std::uint64_t told = 0) {
  ASSERT_GT(text.size(), 2 * kMaxRecordBytes);
  for (const std::size_t blockBytes : {std::size_t{4096}, std::size_t{1} << 20}) {
    const auto log = load(text, blockBytes, blockBytes == 4096 ? 2 : 1);
    ASSERT_TRUE(log) << log.error().detail;
    EXPECT_EQ((*log)->recordCount(), count);
    EXPECT_EQ((*log)->report().total(), told);
    RecordReader reader(*log);
    EXPECT_EQ(reader.read(RowId{0})->recipient, first);
    const auto record = reader.read(RowId{count - 1}, RecordReader::Read::Everything);
    ASSERT_TRUE(record);
    EXPECT_EQ(record->recipient, last);
    EXPECT_FALSE(record->fields.empty());
  }
}

TEST(WrappedEvents, OnOneLineAreReadAtAnySize) {
  const int count = countOf(infobip);
  expectAll(R"({"bulkId":"b1","results":[)" + join(count, ",", infobip) + R"(],"next":null,"total":12})",
            static_cast<std::uint32_t>(count), "491760", "49176" + std::to_string(count - 1));
}

TEST(WrappedEvents, InAnObjectOfAnyNameAreReadAtAnySize) {
  for (const int count : {3, countOf(infobip)}) {
    const std::string text = R"({"status":"ok","data":{"page":{"number":1},"events":[)" + join(count, ",", infobip) +
                             R"(],"total":12},"meta":{"next":null}})";
    if (count > 3) {
      expectAll(text, static_cast<std::uint32_t>(count), "491760", "49176" + std::to_string(count - 1));
      continue;
    }
    const auto log = load(text, 4096, 1);
    ASSERT_TRUE(log) << log.error().detail;
    EXPECT_EQ((*log)->recordCount(), 3u);
    EXPECT_EQ((*log)->report().total(), 0u);
    EXPECT_EQ(RecordReader(*log).read(RowId{2})->recipient, "491762");
  }
}

TEST(WrappedEvents, UnderNamesThatAreNotKnownAreToldByThem) {
  const std::string text = R"({"ok":true,"things":[)" + join(countOf(infobip), ",", infobip) + "]}";
  const auto log = load(text, 4096, 1);
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::NotALog);
  EXPECT_EQ(log.error().detail, "a JSON object of more than 1048576 bytes, with the keys ok, things");
  EXPECT_EQ(load("[1,2,\"{ no JSON\"]", 4096, 1).error().detail, "JSON without an object");
}

TEST(WrappedEvents, ThatStandAsTextsInAnArrayAreRead) {
  const auto quoted = [](int number) { return '"' + ses(number) + '"'; };
  for (const char* between : {",", ", ", ",\n  "}) {
    for (const bool wrapped : {false, true}) {
      for (const int count : {3, countOf(quoted)}) {
        const std::string array = '[' + join(count, between, quoted) + ']';
        const std::string text = wrapped ? R"({"count":1,"messages":)" + array + R"(,"next":null})" : array;
        const std::string last = std::to_string(count - 1) + "@example.org";
        if (count > 3) {
          expectAll(text, static_cast<std::uint32_t>(count), "0@example.org", last);
          continue;
        }
        const auto log = load(text, 4096, 1);
        ASSERT_TRUE(log) << text << log.error().detail;
        EXPECT_EQ((*log)->recordCount(), 3u) << text;
        EXPECT_EQ((*log)->report().total(), 0u) << text;
        RecordReader reader(*log);
        const auto record = reader.read(RowId{2});
        ASSERT_TRUE(record) << text;
        EXPECT_EQ(record->recipient, last);
        EXPECT_FALSE(record->fields.empty());
      }
    }
  }
}

TEST(WrappedEvents, OverSeveralLinesKeepTheirLine) {
  const int count = countOf(infobip);
  const std::string text = "{\n  \"results\": [\n    " + join(count, ",\n    ", infobip) + "\n  ]\n}\n";
  expectAll(text, static_cast<std::uint32_t>(count), "491760", "49176" + std::to_string(count - 1));
  const auto log = *load(text, 4096);
  EXPECT_EQ(log->line(RowId{0}), 3u);
  EXPECT_EQ(log->line(RowId{static_cast<std::uint32_t>(count - 1)}), static_cast<std::uint64_t>(count) + 2);
}

TEST(WrappedEvents, AsTextsInDumpsAndInObjectsOfObjects) {
  const auto message = [](int i) { return R"({"MessageId":"x","Body":")" + ses(i) + "\"}"; };
  const int count = countOf(message);
  const std::string last = std::to_string(count - 1) + "@example.org";
  const auto all = static_cast<std::uint32_t>(count);
  expectAll(R"({"Messages": [)" + join(count, ", ", message) + "]}", all, "0@example.org", last);
  const auto record = [](int i) {
    return R"({"EventSource":"aws:sns","Sns":{"Type":"Notification","MessageId":"s","Message":")" + ses(i) + "\"}}";
  };
  const int records = countOf(record);
  expectAll(R"({"payload":{"Records":[)" + join(records, ",", record) + "]}}", static_cast<std::uint32_t>(records),
            "0@example.org", std::to_string(records - 1) + "@example.org");
}

TEST(WrappedEvents, OtherMembersArePassedOverHoweverLongTheyAreButNoObjectInSilence) {
  const int count = countOf(infobip);
  const std::string noise = R"({"to":"no record","list":[{"a":"]}\"{"},[1,2]]})";
  const std::string text = R"({"meta":)" + noise + R"(,"results":[)" + join(count, ",", infobip) + R"(],"raw" : [)" +
                           join(60'000, ",\n", [&](int) { return noise; }) + R"(],"more":true,"text":")" +
                           std::string(2 * kMaxRecordBytes, 'x') + R"("} )";
  expectAll(text, static_cast<std::uint32_t>(count), "491760", "49176" + std::to_string(count - 1), 60'000);
}

TEST(WrappedEvents, EveryArrayOfThemIsRead) {
  const auto log = load(R"({"events":[)" + infobip(1) + R"(],"more":[)" + infobip(2) + "," + infobip(3) + "]}");
  ASSERT_TRUE(log);
  EXPECT_EQ((*log)->recordCount(), 3u);
  const int count = countOf(infobip);
  expectAll(R"({"results":[)" + join(count, ",", infobip) + R"(],"more":[)" + infobip(7) + "]}",
            static_cast<std::uint32_t>(count) + 1, "491760", "491767");
}

TEST(WrappedEvents, OneDocumentBehindTheOther) {
  const int count = countOf(infobip);
  const std::string page = R"({"results":[)" + join(count, ",", infobip) + R"(],"next":"x"})";
  const std::string small = R"({"results":[)" + infobip(1) + "]}";
  const auto all = 2 * static_cast<std::uint32_t>(count) + 2;
  expectAll(small + "\n" + page + "\n" + small + "\n" + page + "\n", all, "491761",
            "49176" + std::to_string(count - 1));
}

TEST(WrappedEvents, WhatIsNoEventIsToldAndTheOthersAreRead) {
  const int count = countOf(infobip);
  const std::string huge = R"({"to":"1","text":")" + std::string(kMaxRecordBytes + 9, 'y') + "\"}";
  const std::string text = R"({"results":[)" + join(count, ",", infobip) + R"(,null,{"foo":1},{"to":},"word",)" + huge +
                           "," + infobip(7) + "]}";
  for (const std::size_t blockBytes : {std::size_t{4096}, std::size_t{1} << 20}) {
    const auto log = *load(text, blockBytes);
    EXPECT_EQ(log->recordCount(), static_cast<std::uint32_t>(count) + 1);
    EXPECT_EQ(log->report()[IssueKind::InvalidJson].count, 3u);
    EXPECT_EQ(log->report()[IssueKind::NotAnEvent].count, 1u);
    ASSERT_EQ(log->report()[IssueKind::RecordTooLong].count, 1u);
    EXPECT_THAT(log->report()[IssueKind::RecordTooLong].samples[0].detail, StartsWith(R"({"to":"1","text":"yyy)"));
    EXPECT_EQ(log->report().total(), 5u);
  }
}

TEST(WrappedEvents, ThatAreCutOffAreReadUpToThere) {
  const int count = countOf(infobip);
  const std::string text = R"({"results":[)" + join(count, ",", infobip);
  const auto log = *load(text.substr(0, text.size() - 20));
  EXPECT_EQ(log->recordCount(), static_cast<std::uint32_t>(count) - 1);
  EXPECT_EQ(log->report()[IssueKind::InvalidJson].count, 1u);
}

TEST(WrappedEvents, ObjectWithoutAnEndTakesNoOtherWithIt) {
  const int count = countOf(infobip);
  for (const char* broken : {R"({"to":"1",)", R"({"to":"1","text":"no end},)"}) {
    const bool inText = std::string(broken).find("no end") != std::string::npos;
    const std::string text = R"({"results":[)" + infobip(1) + "," + broken + "\n" + join(count, ",\n", infobip) + "]}";
    for (const std::size_t blockBytes : {std::size_t{4096}, std::size_t{1} << 20}) {
      const auto log = *load(text, blockBytes);
      EXPECT_EQ(log->recordCount(), static_cast<std::uint32_t>(count) + 1) << broken;
      EXPECT_GT(log->report().total(), 0u) << broken;
      EXPECT_LT(log->report().total(), inText ? 5u : 2u) << broken;
    }
  }
}

TEST(WrappedEvents, BrokenLineAmongLinesThatWrapEventsIsOneLine) {
  const std::string page = R"({"results":[)" + infobip(1) + "]}\n";
  std::string text = page + R"({"foo":[{"a":1},)" + "\n";
  std::uint32_t pages = 1;
  for (; text.size() < 3 * kMaxRecordBytes; ++pages) text += page;
  for (const std::size_t blockBytes : {std::size_t{4096}, std::size_t{1} << 20}) {
    const auto log = *load(text, blockBytes, 2);
    EXPECT_EQ(log->recordCount(), pages);
    EXPECT_EQ(log->report()[IssueKind::InvalidJson].count, 1u);
    EXPECT_EQ(log->report().total(), 1u);
  }
}

TEST(WrappedEvents, LongObjectThatWrapsNothingIsNotTakenApart) {
  const std::string huge = R"({"foo":[)" + join(40'000, ",", infobip) + "]}";
  const auto log = load(huge);
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::NotALog);
  const auto behind = *load(infobip(1) + "\n" + huge + "\n" + infobip(2) + "\n");
  EXPECT_EQ(behind->recordCount(), 2u);
  EXPECT_GT(behind->report()[IssueKind::RecordTooLong].count, 0u);
}

TEST(WrappedEvents, ValueEndsWhereItsBracketsClose) {
  const auto endOf = [](const std::string& text, std::uint64_t begin) {
    const MemoryFile file(text);
    return skipValue(file, begin, text.size(), {})->end;
  };
  EXPECT_EQ(endOf(R"("a\"]",1)", 0), 6u);
  EXPECT_EQ(endOf(R"([{"a":"]\\"}],1)", 0), 13u);
  EXPECT_EQ(endOf("12.5e3}", 0), 6u);
  EXPECT_EQ(endOf("null", 0), 4u);
  EXPECT_EQ(endOf("[[", 0), 2u) << "what never ends";
  const MemoryFile file("[\n\n]x");
  EXPECT_EQ(skipValue(file, 0, 5, {})->lines, 2u);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_TRUE(skipValue(file, 0, 5, stop.get_token()).error().isCancelled());
  EXPECT_EQ(skipValue(file, 0, 50, {}).error().code, ErrorCode::FileShrank);
}

}  // namespace
}  // namespace undelivered
