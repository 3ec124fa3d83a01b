// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

namespace undelivered::test {
namespace {

class RecordsCommand : public ::testing::Test {
 protected:
  std::string records(const Arguments& more) {
    Arguments all{"records", m_log.string()};
    all.insert(all.end(), more.begin(), more.end());
    return cliOutput(all);
  }

  TemporaryFolder m_folder;
  std::filesystem::path m_log = m_folder.write("log.csv", smallLog());
};

TEST_F(RecordsCommand, JsonIsOneObjectALineAsDocumented) {
  EXPECT_EQ(
      records({"--search", "m-1", "--limit", "1"}),
      "{\"file\":\"" + m_log.string() +
          R"(","line":2,"time":"2025-03-03T08:15:30Z","channel":"email","outcome":"failed",)"
          R"("reason":"BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE","label":"Address does not exist","known":true,)"
          R"("persistence":"permanent",)"
          R"("actionability":"no","phase":"after","recipient":"erika@example.org","reference":"RE-1",)"
          R"("customer":"K-1","messageId":"m-1","diagnostic":"smtp; 550 5.1.1 \"unknown\"",)"
          R"("because":{"provider":null,"by":"code","status":"failed","code":"BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE",)"
          R"("words":null,"page":"https://docs.collect.ai/blog/bounce-insights-introduction"},)"
          R"("fields":{"Time":"2025-03-03 09:15:30","Channel":"email","Status":"failed",)"
          R"("Reason code":"BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE","Recipient":"erika@example.org",)"
          R"("Name":"Erika Müller","Customer number":"K-1","Reference number":"RE-1","Message ID":"m-1",)"
          R"("Diagnostic":"smtp; 550 5.1.1 \"unknown\""}})"
          "\n");
}

TEST_F(RecordsCommand, JsonHasTheDocumentedKeysInEveryRecord) {
  const std::string text = records({"--outcome", "all"});
  for (const std::string& line : linesOf(text)) {
    EXPECT_EQ(keysOf(json(line)), (Words{"file", "line", "time", "channel", "outcome", "reason", "label", "known",
                                         "persistence", "actionability", "phase", "recipient", "reference", "customer",
                                         "messageId", "diagnostic", "because", "fields"}));
  }
}

TEST_F(RecordsCommand, LabelIsTheReasonInWordsAsInActionLists) {
  const auto labelOf = [&](const std::vector<std::string>& args) { return std::string(json(records(args))["label"]); };
  EXPECT_EQ(labelOf({"--search", "m-1", "--limit", "1", "--lang", "en"}), "Address does not exist");
  EXPECT_EQ(labelOf({"--search", "m-1", "--limit", "1", "--lang", "de"}), "Adresse existiert nicht");
  EXPECT_EQ(labelOf({"--channel", "letter", "--lang", "de"}), "COMPLAINT") << "no word for it but its own";
  const auto delivered = json(records({"--outcome", "delivered", "--limit", "1"}));
  EXPECT_TRUE(delivered["label"].is_null());
  const auto log =
      m_folder.write("ses.csv", "bounceType,bounceSubType,email\nPermanent,UnsubscribedRecipient,a@b.de\n");
  const std::string english = cliOutput({"records", log.string(), "--format", "csv", "--lang", "en"});
  const std::string german = cliOutput({"records", log.string(), "--format", "csv", "--lang", "de"});
  EXPECT_NE(english.find(",Recipient has unsubscribed,"), std::string::npos) << english;
  EXPECT_NE(german.find(",Empfänger hat sich abgemeldet,"), std::string::npos) << german;
}

TEST_F(RecordsCommand, UnknownCodeIsVerbatimAndNothingIsNull) {
  const auto root = json(records({"--channel", "letter"}));
  EXPECT_TRUE(root["time"].is_null());
  EXPECT_EQ(std::string_view(root["reason"]), "COMPLAINT");
  EXPECT_FALSE(bool(root["known"]));
  EXPECT_EQ(std::string_view(root["persistence"]), "unknown");
  EXPECT_TRUE(root["diagnostic"].is_null());
  const auto none = json(records({"--search", "m-12"}));
  EXPECT_TRUE(none["reason"].is_null());
  EXPECT_FALSE(bool(none["known"]));
}

TEST_F(RecordsCommand, LineBreakInACellStaysOneRecordALine) {
  const auto lines = linesOf(records({"--search", "m-4"}));
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(std::string_view(json(lines[0])["diagnostic"]), "a\nb");
}

TEST_F(RecordsCommand, ColumnsOfTheSameNameAreAllShown) {
  m_log = m_folder.write("twice.csv", "Status,x,x,x\nfailed,1,2,3\n");
  const std::string text = records({});
  EXPECT_EQ(simdjson::to_string(json(text)["fields"]), R"-({"Status":"failed","x":"1","x (2)":"2","x (3)":"3"})-");
}

TEST_F(RecordsCommand, EventsShowEveryPath) {
  m_log = m_folder.write(
      "events.ndjson",
      R"({"type":"MESSAGE_NOT_DELIVERED","date":"2025-03-04T08:15:30.250Z","eventId":"e-1","claim":{"id":7,)"
      R"("referenceNumber":"RE-9","customerNumber":"K-9","communication":{"channel":"EMAIL","reference":"u-1",)"
      R"("recipients":["a@example.org","b@example.org"],"errorCode":"bounce transient mbx full"}}})"
      "\n");
  const auto lines = linesOf(records({}));
  ASSERT_EQ(lines.size(), 2u);
  const auto second = json(lines[1]);
  EXPECT_EQ(std::string_view(second["recipient"]), "b@example.org");
  EXPECT_EQ(std::string_view(second["reason"]), "BOUNCE_TRANSIENT_MBX_FULL");
  EXPECT_EQ(std::string_view(second["time"]), "2025-03-04T08:15:30.250Z");
  EXPECT_EQ(keysOf(second["fields"]),
            (Words{"type", "date", "eventId", "claim.id", "claim.referenceNumber", "claim.customerNumber",
                   "claim.communication.channel", "claim.communication.reference", "claim.communication.recipients[0]",
                   "claim.communication.recipients[1]", "claim.communication.errorCode"}));
}

TEST_F(RecordsCommand, SortsByAnyColumnStably) {
  EXPECT_EQ(recordLines(records({"--sort", "time:desc", "--outcome", "all"})),
            (std::vector{14, 13, 12, 11, 10, 8, 7, 5, 4, 3, 2, 9}));  // without a time: last
  EXPECT_EQ(recordLines(records({"--sort", "time"})), (std::vector{2, 3, 4, 5, 7, 8, 10, 14, 9}));
  EXPECT_EQ(recordLines(records({"--sort", "channel"})), (std::vector{2, 4, 7, 14, 3, 5, 8, 9, 10}));
  EXPECT_EQ(recordLines(records({"--sort", "customer:desc"})), (std::vector{5, 7, 8, 9, 10, 3, 4, 14, 2}));
  EXPECT_EQ(recordLines(records({"--sort", "messageId:asc"})), (std::vector{2, 3, 4, 5, 7, 8, 9, 10, 14}));
  EXPECT_EQ(recordLines(records({"--sort", "line:desc"})), (std::vector{14, 10, 9, 8, 7, 5, 4, 3, 2}));
}

TEST_F(RecordsCommand, LimitIsAMaximum) {
  EXPECT_EQ(recordLines(records({"--limit", "2"})), (std::vector{2, 3}));
  EXPECT_EQ(recordLines(records({"--limit", "0"})), std::vector<int>{});
  EXPECT_EQ(recordLines(records({"--limit", "1000000000000"})).size(), 9u);
}

TEST_F(RecordsCommand, CsvHasClassifiedAndOriginalColumns) {
  const std::string text = records({"--format", "csv", "--channel", "email", "--limit", "1"});
  EXPECT_EQ(
      text,
      "file,line,time,channel,outcome,reason,label,known,persistence,actionability,phase,recipient,reference,customer,"
      "messageId,diagnostic,original.Time,original.Channel,original.Status,original.Reason code,"
      "original.Recipient,original.Name,original.Customer number,original.Reference number,"
      "original.Message ID,original.Diagnostic\r\n" +
          m_log.string() +
          ",2,2025-03-03T08:15:30Z,email,failed,BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE,Address does not "
          "exist,true,permanent,no,after,"
          "erika@example.org,RE-1,K-1,m-1,\"smtp; 550 5.1.1 \"\"unknown\"\"\",2025-03-03 09:15:30,email,failed,"
          "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE,erika@example.org,Erika Müller,K-1,RE-1,m-1,"
          "\"smtp; 550 5.1.1 \"\"unknown\"\"\"\r\n");
}

/// The lines of a CSV text behind its classified columns.
std::vector<std::string> originalParts(const std::string& csv) {
  std::vector<std::string> parts;
  for (const std::string& line : linesOf(csv)) {
    std::size_t at = 0;
    for (int comma = 0; comma < 16; ++comma) at = line.find(',', at) + 1;
    parts.push_back(line.substr(at));
  }
  return parts;
}

TEST_F(RecordsCommand, CsvHoldsTheColumnsOfEveryLogInTheOrderTheyAppear) {
  const auto first = m_folder.write("c1.csv", "code,alpha\nEXPIRED,1\n");
  const auto second = m_folder.write("c2.csv", "code,beta,alpha\nFAILED,2,3,4\n");
  EXPECT_EQ(originalParts(cliOutput({"records", first.string(), second.string(), "--format", "csv"})),
            (Words{"original.code,original.alpha,original.beta,original.#4\r", "EXPIRED,1,,\r", "FAILED,3,2,4\r"}));
  EXPECT_EQ(originalParts(cliOutput({"records", second.string(), first.string(), "--format", "csv"})),
            (Words{"original.code,original.beta,original.alpha,original.#4\r", "FAILED,2,3,4\r", "EXPIRED,,1,\r"}));
}

TEST_F(RecordsCommand, CsvHoldsThePathsOfEvents) {
  const auto events = m_folder.write(
      "events.ndjson",
      R"({"type":"MESSAGE_NOT_DELIVERED","claim":{"communication":{"recipients":["a@b.de"],"errorCode":"EXPIRED"}}})"
      "\n"
      R"({"type":"MESSAGE_NOT_DELIVERED","note":"x","claim":{"communication":{"errorCode":"REJECTED"}}})"
      "\n");
  const auto table = m_folder.write("c.csv", "code,note\nEXPIRED,y\n");
  EXPECT_EQ(
      originalParts(cliOutput({"records", events.string(), table.string(), "--format", "csv"})),
      (Words{"original.type,original.claim.communication.recipients[0],original.claim.communication.errorCode,"
             "original.note,original.code\r",
             "MESSAGE_NOT_DELIVERED,a@b.de,EXPIRED,,\r", "MESSAGE_NOT_DELIVERED,,REJECTED,x,\r", ",,,y,EXPIRED\r"}));
}

TEST_F(RecordsCommand, CsvColumnsOfTheSameNameAreAllThere) {
  m_log = m_folder.write("twice.csv", "Status,x,x,x (2),reason\nfailed,1,2,3,4\n");
  EXPECT_EQ(
      originalParts(records({"--format", "csv"})),
      (Words{"original.Status,original.x,original.x (2),original.x (2) (2),original.reason\r", "failed,1,2,3,4\r"}));
}

TEST_F(RecordsCommand, ADelimiterAtTheEndOfALineMakesNoColumn) {
  m_log = m_folder.write("tail.csv", "Status,x\nfailed,1,\nfailed,2,,3\n");
  EXPECT_EQ(originalParts(records({"--format", "csv"})),
            (Words{"original.Status,original.x,original.#4\r", "failed,1,\r", "failed,2,3\r"}));
}

TEST_F(RecordsCommand, AnAliasOfAColumnSortsAsTheColumnDoes) {
  EXPECT_EQ(recordLines(records({"--sort", "code"})), recordLines(records({"--sort", "reason"})));
  EXPECT_EQ(recordLines(records({"--sort", "actionable:desc"})),
            recordLines(records({"--sort", "actionability:desc"})));
}

TEST_F(RecordsCommand, TextIsExactlyAsDecoded) {
  m_log = m_folder.write("latin1.csv", "Status,Name\nfailed,\"M\xFCller \x80 5  \"\n");
  EXPECT_EQ(std::string_view(json(records({}))["fields"]["Name"]), "Müller € 5  ");
  m_log = m_folder.write("control.csv", "Status,Name\nfailed,\"a\tb\x01\x1F\\\"\"\"\n");
  const std::string text = records({});
  EXPECT_THAT(text, ::testing::HasSubstr(R"("Name":"a\tb\u0001\u001f\\\"")"));
  EXPECT_EQ(std::string_view(json(text)["fields"]["Name"]), "a\tb\x01\x1F\\\"");
}

}  // namespace
}  // namespace undelivered::test
