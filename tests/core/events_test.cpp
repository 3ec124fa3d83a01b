// SPDX-License-Identifier: GPL-3.0-or-later
// Webhook events of collect.AI: forms of the text, of the payload, and where the code is found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data/random.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"

namespace undelivered {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Result<std::shared_ptr<const DeliveryLog>> load(const std::string& text, std::size_t blockBytes = 1 << 20,
                                                unsigned threads = 1) {
  test::MemoryFiles files;
  files.files["events"] = text;
  LoadRequest request;
  request.paths = {"events"};
  request.blockBytes = blockBytes;
  request.threads = threads;
  return loadLog(request, {}, {}, files);
}

std::vector<Record> recordsOf(const std::string& text) {
  std::vector<Record> records;
  const auto log = load(text);
  EXPECT_TRUE(log) << log.error().detail;
  if (!log) return records;
  RecordReader reader(*log);
  for (std::uint32_t i = 0; i < (*log)->recordCount(); ++i) records.push_back(*reader.read(RowId{i}));
  return records;
}

/// The reason code of each record, "" where there is none.
std::vector<std::string> codesOf(const std::string& text) {
  std::vector<std::string> codes;
  const auto log = *load(text);
  for (std::uint32_t i = 0; i < log->recordCount(); ++i) codes.push_back(log->reason(log->kind(RowId{i}).reason).code);
  return codes;
}

/// An event with that within its communication, and that beside its claim.
std::string event(const std::string& communication, const std::string& beside = {}, const std::string& id = "e-1") {
  return R"({"type":"MESSAGE_NOT_DELIVERED","date":"2025-03-04T08:15:30Z","eventId":")" + id +
         R"(","source":"ESCALATION","claim":{"id":700123,"merchantId":42,"referenceNumber":"RE-1",)"
         R"("customerNumber":"K-1","communication":{"channel":"EMAIL","reference":"u-1")" +
         (communication.empty() ? "" : "," + communication) + "}}" + (beside.empty() ? "" : "," + beside) + "}";
}

TEST(Events, OldPayloadIsAFailureWithoutACode) {
  const auto records = recordsOf(
      R"({"type":"MESSAGE_NOT_DELIVERED","date":"2025-03-04T08:15:30.5Z","eventId":"e","source":null,"claim":{"id":1,)"
      R"("action":"SMS_1","executedAt":"2025-03-04T08:00:00Z","referenceNumber":"RE-1","communication":)"
      R"({"channel":"SMS","reference":"u-1"}}})");
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].outcome, Outcome::Failed);
  EXPECT_EQ(records[0].channel, Channel::Sms);
  EXPECT_EQ(records[0].reason, kNoReason);
  EXPECT_EQ(records[0].reference, "RE-1");
  EXPECT_EQ(records[0].customer, "");
  EXPECT_EQ(records[0].messageId, "u-1");
  EXPECT_EQ(records[0].eventId, "e");
  EXPECT_EQ(toIso8601(*records[0].time), "2025-03-04T08:15:30.500Z");
}

TEST(Events, EnhancedPayloadIsARecordForEachRecipient) {
  const auto records = recordsOf(event(R"("recipients":["a@example.org",{"email":"b@example.org",)"
                                       R"("errorCode":"BOUNCE_PERMANENT_GENERAL","message":"550 no"}],)"
                                       R"("errorCode":"BOUNCE_TRANSIENT_MBX_FULL")"));
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].recipient, "a@example.org");
  EXPECT_EQ(records[1].recipient, "b@example.org");
  EXPECT_EQ(records[1].diagnostic, "550 no");
  EXPECT_EQ(records[0].diagnostic, "");
  EXPECT_EQ(records[0].line, records[1].line);
  EXPECT_EQ(records[1].customer, "K-1");
  EXPECT_THAT(codesOf(event(R"("recipients":["a@example.org",{"email":"b@example.org",)"
                            R"("errorCode":"BOUNCE_PERMANENT_GENERAL"}],"errorCode":"BOUNCE_TRANSIENT_MBX_FULL")")),
              ElementsAre("BOUNCE_TRANSIENT_MBX_FULL", "BOUNCE_PERMANENT_GENERAL"));
}

TEST(Events, RecipientsInOtherShapes) {
  EXPECT_EQ(recordsOf(event(R"("recipients":"a@example.org")")).at(0).recipient, "a@example.org");
  EXPECT_EQ(recordsOf(event(R"("recipients":[])")).size(), 1u);
  EXPECT_EQ(recordsOf(event(R"("recipients":null)")).at(0).recipient, "");
  EXPECT_EQ(recordsOf(event(R"("recipient":{"address":"a@example.org"})")).at(0).recipient, "a@example.org");
  EXPECT_EQ(recordsOf(event(R"("recipients":[4917012345678])")).at(0).recipient, "4917012345678");
  for (const char* key : {"email", "emailAddress", "phone", "phoneNumber", "msisdn", "to"})
    EXPECT_EQ(recordsOf(event(R"("recipients":[{")" + std::string(key) + R"(":"x@y.z"}])")).at(0).recipient, "x@y.z");
}

TEST(EventCode, IsFoundByItsValueWhereverItStands) {
  for (const std::string& text :
       {event(R"("errorCode":"bounce transient mbx full")"), event(R"("bounce":{"type":"BOUNCE_TRANSIENT_MBX_FULL"})"),
        event({}, R"("anything":"Bounce-Transient-Mbx-Full")"),
        event({}, R"("a":{"b":{"c":{"d":{"e":"BOUNCE_TRANSIENT_MBX_FULL"}}}})"),
        event({}, R"("list":["x","BOUNCE_TRANSIENT_MBX_FULL"])")}) {
    EXPECT_THAT(codesOf(text), ElementsAre("BOUNCE_TRANSIENT_MBX_FULL")) << text;
  }
}

TEST(EventCode, IsNotLookedForDeeperThanSixLevels) {
  EXPECT_THAT(codesOf(event({}, R"("a":{"b":{"c":{"d":{"e":{"f":"EXPIRED"}}}}})")), ElementsAre("EXPIRED"));
  EXPECT_THAT(codesOf(event({}, R"("a":{"b":{"c":{"d":{"e":{"f":{"g":"EXPIRED"}}}}}})")), ElementsAre(""));
}

TEST(EventCode, KeyThatTellsOfACodeIsPreferred) {
  EXPECT_THAT(codesOf(event({}, R"("a":"REJECTED","errorReason":"EXPIRED","b":"REJECTED")")), ElementsAre("EXPIRED"));
  EXPECT_THAT(codesOf(event({}, R"("note":"REJECTED","deliveryStatus":"UNDELIV")")), ElementsAre("UNDELIV"));
  EXPECT_THAT(codesOf(event({}, R"("reasonCode":"NEW_CODE","note":"EXPIRED")")), ElementsAre("EXPIRED"));
}

TEST(EventCode, UnknownOneIsKeptUnderAKeyThatCanOnlyBeACodes) {
  EXPECT_THAT(codesOf(event(R"("errorCode":"BOUNCE_UNDETERMINED")")), ElementsAre("BOUNCE_UNDETERMINED"));
  EXPECT_THAT(codesOf(event(R"("remark":"BOUNCE_UNDETERMINED")")), ElementsAre(""));
  EXPECT_THAT(codesOf(event({}, R"("source":"EXPIRED")")), ElementsAre("")) << "the source is none";
}

TEST(EventCode, UnknownOneIsKeptUnderAnyKeyThatTellsOfACode) {
  for (const auto& [communication, code] :
       std::vector<std::pair<std::string, std::string>>{{R"("errorCode":550)", "550"},
                                                        {R"("errorCodes":["SOMETHING_NEW"])", "SOMETHING_NEW"},
                                                        {R"("errorCodes":[550,551])", "550"},
                                                        {R"("deliveryErrorCode":"SOMETHING_NEW")", "SOMETHING_NEW"},
                                                        {R"("status":"BLOCKED_BY_CARRIER")", "BLOCKED_BY_CARRIER"},
                                                        {R"("bounceType":"Complaint")", "Complaint"},
                                                        {R"("error":{"type":"SOMETHING_NEW"})", "SOMETHING_NEW"},
                                                        {R"("error":{"message":"no","code":7})", "7"},
                                                        {R"("status":"ODD","errorCode":"NEW")", "NEW"},
                                                        {R"("statusCode":5,"bounceSubCode":6)", "5"}}) {
    EXPECT_THAT(codesOf(event(communication)), ElementsAre(code)) << communication;
  }
}

TEST(EventCode, OtherTextsOfTheSameKeysAreNone) {
  for (const char* communication :
       {R"("errorMessage":"550 no such user")", R"("statusDate":"2025-03-04T08:15:30Z")", R"("countryCode":"DE")",
        R"("statusUrl":"https://x.de/1")", R"("errorCount":12)", R"("bounceId":"5f0c1d3e-0001")",
        R"("statusTime":1741076130)", R"("error":null)", R"("error":true)"}) {
    EXPECT_THAT(codesOf(event(communication)), ElementsAre("")) << communication;
  }
  EXPECT_THAT(codesOf(R"({"type":"MESSAGE_NOT_DELIVERED","claim":{"status":"UNPAID","communication":{}}})"),
              ElementsAre(""))
      << "a claim's status is none of the message's";
}

TEST(EventCode, OfARecipientGoesBeforeThatOfAllWhereItIsNoWorse) {
  const auto codes = [](const std::string& recipient, const std::string& shared) {
    return codesOf(event(R"("recipients":[)" + recipient + "]" + (shared.empty() ? "" : "," + shared)));
  };
  const std::string shared = R"("errorCode":"BOUNCE_PERMANENT_GENERAL")";
  EXPECT_THAT(codes(R"({"email":"a@b.de","name":"Expired"})", shared), ElementsAre("BOUNCE_PERMANENT_GENERAL"));
  EXPECT_THAT(codes(R"({"email":"a@b.de","name":"Failed","lastName":"Rejected"})", {}), ElementsAre(""));
  EXPECT_THAT(codes(R"({"email":"a@b.de","note":"Expired"})", shared), ElementsAre("BOUNCE_PERMANENT_GENERAL"));
  EXPECT_THAT(codes(R"({"email":"a@b.de","note":"Expired"})", {}), ElementsAre("EXPIRED"));
  EXPECT_THAT(codes(R"({"email":"a@b.de","status":"ODD"})", shared), ElementsAre("BOUNCE_PERMANENT_GENERAL"));
  EXPECT_THAT(codes(R"({"email":"a@b.de","errorCode":"NEW"})", shared), ElementsAre("NEW"));
  EXPECT_THAT(codes(R"({"email":"a@b.de","errorCode":7},{"email":"c@d.de"},"e@f.de")", R"("errorCode":550)"),
              ElementsAre("7", "550", "550"));
}

TEST(Events, AddressWithinARecipientIsFound) {
  const auto addresses = [](const std::string& recipients) {
    std::vector<std::string> all;
    for (const Record& record : recordsOf(event(R"("recipients":)" + recipients))) all.push_back(record.recipient);
    return all;
  };
  EXPECT_THAT(addresses(R"([{"email":{"address":"a@b.de"}}])"), ElementsAre("a@b.de"));
  EXPECT_THAT(addresses(R"({"email":["a@b.de"]})"), ElementsAre("a@b.de"));
  EXPECT_THAT(addresses(R"({"email":["a@b.de",{"address":"c@d.de"}]})"), ElementsAre("a@b.de", "c@d.de"));
  EXPECT_THAT(addresses(R"([{"email":[]}])"), ElementsAre(""));
  EXPECT_THAT(addresses(R"([["a@b.de"],{"person":{"phone":4917012345678}}])"), ElementsAre("a@b.de", "4917012345678"));
}

TEST(EventForms, LineByLineArrayAndConcatenatedAreTheSame) {
  const std::string a = event(R"("errorCode":"EXPIRED")", {}, "1");
  const std::string b = event(R"("recipients":["x@y.z","z@y.x"])", {}, "2");
  const std::string c = event(R"("errorCode":"NEW")", {}, "3");
  for (const std::string& text :
       {a + "\n" + b + "\n" + c + "\n", a + "\r\n" + b + "\r\n" + c, "[" + a + "," + b + "," + c + "]",
        "[\n  " + a + ",\n  " + b + ",\n  " + c + "\n]\n", a + b + c, a + " " + b + "\n\n\n" + c, "\n\n" + a + b + c,
        "\xEF\xBB\xBF" + a + "\n" + b + "\n" + c}) {
    EXPECT_THAT(codesOf(text), ElementsAre("EXPIRED", "", "", "NEW")) << text;
    EXPECT_EQ((*load(text))->report().total(), 0u) << text;
  }
}

TEST(EventForms, ObjectOverSeveralLines) {
  const std::string text =
      "[\n{\n \"type\": \"MESSAGE_NOT_DELIVERED\",\n \"eventId\": \"1\",\n \"claim\": {\n"
      "  \"referenceNumber\": \"RE-1\"\n }\n},\n{\n\"type\":\"MESSAGE_NOT_DELIVERED\"\n}\n]\n";
  const auto records = recordsOf(text);
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].line, 2u);
  EXPECT_EQ(records[1].line, 9u);
  EXPECT_EQ(records[0].reference, "RE-1");
}

TEST(EventDamage, OfJsonInJsonIsToldByItsText) {
  const std::string delivered =
      R"({"notificationType":"Delivery","mail":{"messageId":"m-1"},"delivery":{"recipients":["a@example.org"]}})";
  const auto log = *load(delivered + "\n" + R"({"Type":"Notification","TopicArn":"t","Message":"{\"a\":}"})" + "\n");
  EXPECT_EQ(log->recordCount(), 1u);
  ASSERT_EQ(log->report()[IssueKind::InvalidJson].count, 1u);
  EXPECT_EQ(log->report()[IssueKind::InvalidJson].samples[0].detail, R"({"a":})");
}

TEST(EventDamage, IsCountedWithItsLineAndTheRestIsRead) {
  const std::string a = event(R"("errorCode":"EXPIRED")", {}, "1");
  const std::string b = event(R"("errorCode":"EXPIRED")", {}, "2");
  const auto log = *load(a + "\n" + a.substr(0, 60) + "\nnot json at all\n{\"a\":1}\n{\"type\":\"FEE_ADDED\"}\n" + a +
                         "\n" + b + "\n");
  EXPECT_EQ(log->recordCount(), 2u);
  const ReadReport& report = log->report();
  ASSERT_EQ(report[IssueKind::InvalidJson].count, 2u);
  EXPECT_EQ(report[IssueKind::InvalidJson].samples[0].line, 2u);
  EXPECT_EQ(report[IssueKind::InvalidJson].samples[0].detail, a.substr(0, 60)) << "in no language but the log's";
  EXPECT_EQ(report[IssueKind::InvalidJson].samples[1].line, 3u);
  EXPECT_EQ(report[IssueKind::InvalidJson].samples[1].detail, "not json at all");
  ASSERT_EQ(report[IssueKind::NotAnEvent].count, 1u);
  EXPECT_EQ(report[IssueKind::NotAnEvent].samples[0].line, 4u);
  ASSERT_EQ(report[IssueKind::OtherEvent].count, 1u);
  EXPECT_EQ(report[IssueKind::OtherEvent].samples[0].detail, "FEE_ADDED");
  ASSERT_EQ(report[IssueKind::RepeatedEvent].count, 1u);
  EXPECT_EQ(report[IssueKind::RepeatedEvent].samples[0].line, 6u);
  EXPECT_EQ(report.leftOut(), 5u);
  EXPECT_EQ(log->line(RowId{1}), 7u);
}

TEST(EventDamage, BrokenEscapesAndEncodingKeepTheEvent) {
  const auto log = *load(event(R"("recipients":["\ud800@x.de"])", {}, "1") + "\n" +
                         event("\"recipients\":[\"m\xFCller@x.de\"]", {}, "2") + "\n");
  ASSERT_EQ(log->recordCount(), 2u);
  RecordReader reader(log);
  EXPECT_EQ(reader.read(RowId{0})->recipient, "\uFFFD@x.de");
  EXPECT_EQ(reader.read(RowId{1})->recipient, "müller@x.de");
  EXPECT_EQ(log->report().total(), 0u);
}

TEST(Events, RepeatedOnesAreCountedOnceAcrossFiles) {
  test::MemoryFiles files;
  files.files["a"] = event({}, {}, "1") + "\n" + event({}, {}, "2") + "\n";
  files.files["b"] = event({}, {}, "2") + "\n" + event({}, {}, "3") + "\n";
  LoadRequest request;
  request.paths = {"a", "b"};
  const auto log = *loadLog(request, {}, {}, files);
  EXPECT_EQ(log->recordCount(), 3u);
  ASSERT_EQ(log->report()[IssueKind::RepeatedEvent].count, 1u);
  EXPECT_EQ(log->report()[IssueKind::RepeatedEvent].samples[0].file, "b");
}

TEST(Events, RepeatedOnesAreToldOnceWithTheirIdHoweverManyRecipients) {
  const std::string one = event(R"("recipients":["a@b.de","c@d.de"])", {}, "id-1") + "\n";
  const auto log = *load(one + one + one + one);
  EXPECT_EQ(log->recordCount(), 2u);
  const auto& repeated = log->report()[IssueKind::RepeatedEvent];
  ASSERT_EQ(repeated.count, 3u);
  ASSERT_EQ(repeated.samples.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(repeated.samples[i].line, i + 2);
    EXPECT_EQ(repeated.samples[i].detail, "id-1");
  }
}

TEST(Events, RecipientsOfOneEventAreNoRepetitionsOfEachOther) {
  const auto log = *load(event(R"("recipients":[{"name":"Jo"},{"name":"Jo"}])"));
  EXPECT_EQ(log->recordCount(), 2u);
  EXPECT_EQ(log->report()[IssueKind::RepeatedEvent].count, 0u);
}

TEST(Events, RepeatedOneIsKnownWhereverItStandsInAnEnvelope) {
  const std::string first = event({}, {}, "id-1"), second = event({}, {}, "id-2");
  const auto log = *load("{\"Records\":[" + first + "," + second + "]}\n" + second + "\n");
  EXPECT_EQ(log->recordCount(), 2u);
  EXPECT_EQ(log->report()[IssueKind::RepeatedEvent].count, 1u);
}

TEST(Events, RequestToSendAmongThemIsToldAsThat) {
  const auto log = *load(event({}) + "\n" + R"({"claimId":1,"merchantId":2,"messageReferenceId":"x"})" + "\n");
  EXPECT_EQ(log->recordCount(), 1u);
  EXPECT_EQ(log->report()[IssueKind::NotAnEvent].count, 0u);
  ASSERT_EQ(log->report()[IssueKind::OtherEvent].count, 1u);
  EXPECT_EQ(log->report()[IssueKind::OtherEvent].samples.front().detail, "a request to send a message");
}

TEST(Events, DeliveredEventIsADelivery) {
  const auto records = recordsOf(R"({"type":"MESSAGE_DELIVERED","eventId":"1","errorCode":"EXPIRED",)"
                                 R"("communication":{"channel":"SMS","recipients":["+491701234567"]}})");
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].outcome, Outcome::Delivered);
  EXPECT_EQ(records[0].recipient, "+491701234567");
}

TEST(EventRefusal, JsonOfOtherKindsIsNamed) {
  const auto request = load(R"({"claimId":1,"merchantId":2,"messageReferenceId":"x"})");
  ASSERT_FALSE(request);
  EXPECT_EQ(request.error().code, ErrorCode::NotALog) << "there is no delivery status in it";
  EXPECT_THAT(request.error().detail, HasSubstr("send requests"));
  const auto other = load(R"([{"name":"Jo","age":3}])");
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::NotALog);
  EXPECT_THAT(other.error().detail, HasSubstr("name, age"));
  EXPECT_EQ(load("{ this is no JSON }").error().code, ErrorCode::NotALog);
}

/// Every record and issue in lines of text.
std::vector<std::string> describe(const std::shared_ptr<const DeliveryLog>& log) {
  std::vector<std::string> lines;
  RecordReader reader(log);
  for (std::uint32_t i = 0; i < log->recordCount(); ++i) {
    const auto record = reader.read(RowId{i});
    if (!record) return {"record " + std::to_string(i) + " cannot be read"};
    lines.push_back(std::to_string(record->line) + " " + record->eventId + " " + record->recipient + " " +
                    log->reason(record->reason).code);
  }
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    for (const IssueSample& sample : log->report()[static_cast<IssueKind>(i)].samples)
      lines.push_back(std::to_string(i) + " " + std::to_string(sample.line) + " " + sample.detail);
    lines.push_back(std::to_string(log->report()[static_cast<IssueKind>(i)].count));
  }
  return lines;
}

TEST(EventBlocks, SizeAndThreadsChangeNothing) {
  samples::Random random(5);
  for (int round = 0; round < 40; ++round) {
    const bool linewise = round % 2 == 0;
    std::string text = event({}, {}, "first") + (linewise ? "\n" : "\n,");
    for (int i = random.between(20, 200); i > 0; --i) {
      const std::string one =
          event(random.perMille(500) ? R"("recipients":["a@b.de","\"x\\"],"errorCode":"EXPIRED")" : "", {},
                std::to_string(random.between(1, 150)));
      text += random.perMille(100) ? one.substr(0, static_cast<std::size_t>(random.between(1, 200))) : one;
      text += random.perMille(100) ? "garbage" : "";
      text += linewise ? "\n" : random.perMille(300) ? "," : random.perMille(500) ? "\n" : " ";
    }
    const auto whole = load(text, 1 << 24, 1);
    ASSERT_TRUE(whole);
    const auto expected = describe(*whole);
    for (std::size_t blockBytes : {4096u, 8192u, 65536u}) {
      for (unsigned threads : {1u, 4u}) EXPECT_EQ(describe(*load(text, blockBytes, threads)), expected) << round;
    }
  }
}

}  // namespace
}  // namespace undelivered
