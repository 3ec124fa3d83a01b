// SPDX-License-Identifier: GPL-3.0-or-later
// Logs of lines: receipts of SMPP in all the forms that gateways give them, callbacks, and lines that are neither.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data/random.h"
#include "input/provider/providers.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"

namespace undelivered {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Pair;

using LogPointer = std::shared_ptr<const DeliveryLog>;

Result<LogPointer> load(const std::string& text, std::size_t blockBytes = 1 << 20, unsigned threads = 1) {
  test::MemoryFiles files;
  files.files["lines.log"] = text;
  LoadRequest request;
  request.paths = {"lines.log"};
  request.blockBytes = blockBytes;
  request.threads = threads;
  request.zone = *Zone::find("Europe/Berlin");
  return loadLog(request, {}, {}, files);
}

std::vector<Record> recordsOf(const LogPointer& log) {
  std::vector<Record> records;
  RecordReader reader(log);
  for (std::uint32_t i = 0; i < log->recordCount(); ++i) {
    auto record = reader.read(RowId{i});
    EXPECT_TRUE(record) << i;
    if (record) records.push_back(std::move(*record));
  }
  return records;
}

std::vector<Record> recordsOf(const std::string& text) {
  const auto log = load(text);
  EXPECT_TRUE(log) << text << log.error().detail;
  return log ? recordsOf(*log) : std::vector<Record>();
}

/// The one record of a line.
Record recordOf(const std::string& line) {
  auto records = recordsOf(line);
  EXPECT_EQ(records.size(), 1u) << line;
  return records.empty() ? Record() : std::move(records.front());
}

std::string timeOf(const std::string& line) {
  const Record record = recordOf(line);
  return record.time ? toIso8601(*record.time) : "";
}

/// Reason or outcome of each record.
std::vector<std::string> kindsOf(const std::string& text) {
  std::vector<std::string> kinds;
  const auto log = load(text);
  EXPECT_TRUE(log) << log.error().detail;
  if (!log) return kinds;
  for (std::uint32_t i = 0; i < (*log)->recordCount(); ++i) {
    const Kind& kind = (*log)->kind(RowId{i});
    kinds.push_back(kind.reason == kNoReason ? std::string(name(kind.outcome)) : (*log)->reason(kind.reason).code);
  }
  return kinds;
}

const std::string kReceipt =
    "id:0001234567 sub:001 dlvrd:000 submit date:2503040815 done date:2503060815 stat:EXPIRED err:027 text:Ihre "
    "Rechnung";

TEST(Receipts, AreReadInTheFormOfTheAppendix) {
  const Record record = recordOf(kReceipt);
  EXPECT_EQ(record.outcome, Outcome::Failed);
  EXPECT_EQ(record.channel, Channel::Sms);
  EXPECT_EQ(record.messageId, "0001234567");
  EXPECT_EQ(record.diagnostic, "027");
  EXPECT_EQ(record.recipient, "");
  EXPECT_EQ(toIso8601(*record.time), "2025-03-06T07:15:00Z");
  EXPECT_THAT(record.fields,
              ElementsAre(Pair("id", "0001234567"), Pair("sub", "001"), Pair("dlvrd", "000"),
                          Pair("submit date", "2503040815"), Pair("done date", "2503060815"), Pair("stat", "EXPIRED"),
                          Pair("err", "027"), Pair("text", "Ihre Rechnung"), Pair("line", kReceipt)));
}

TEST(Receipts, KeysCanBeMissingOrInAnotherCaseOrOrder) {
  for (const std::string& line :
       {std::string("id:1 submit date:2503040815 done date:2503060815 stat:EXPIRED err:027"),
        std::string("ID:1 SUB:001 DLVRD:000 SUBMIT DATE:2503040815 DONE DATE:2503060815 STAT:EXPIRED ERR:1 TEXT:"),
        std::string("done date:2503060815 stat:EXPIRED"), std::string("id:1 stat:EXPIRED"),
        std::string("stat:EXPIRED id:1 done_date:2503060815"), std::string("id: 1 stat: EXPIRED done date: 2503060815"),
        std::string("id:1,sub:001,dlvrd:000,submit date:2503040815,done date:2503060815,stat:EXPIRED,err:0,text:"),
        std::string("id=1 done_date=2503060815 stat=EXPIRED")}) {
    EXPECT_THAT(kindsOf(line), ElementsAre("EXPIRED")) << line;
  }
}

TEST(Receipts, IdsOfAllKinds) {
  for (const char* id : {"1", "0x1F", "12AB34CD", "64567564356765435676", "5f0c1d3e-0001-4000-8000-00000000a001"}) {
    EXPECT_EQ(recordOf("id:" + std::string(id) + " done date:2503060815 stat:UNDELIV").messageId, id);
  }
  EXPECT_EQ(recordOf("smsc id:gw1 id:77 sub:001 stat:UNDELIV err:1 text:id:78").messageId, "77");
}

TEST(Receipts, DatesOfAllLengths) {
  for (const auto& [date, time] :
       std::vector<std::pair<std::string, std::string>>{{"2503060815", "2025-03-06T07:15:00Z"},
                                                        {"250306081530", "2025-03-06T07:15:30Z"},
                                                        {"20250306081530", "2025-03-06T07:15:30Z"},
                                                        {"202503060815", "2025-03-06T07:15:00Z"},
                                                        {"1906081652", "2019-06-08T14:52:00Z"},
                                                        {"1741245300", "2025-03-06T07:15:00Z"}}) {
    EXPECT_EQ(timeOf("id:1 done date:" + date + " stat:UNDELIV"), time) << date;
  }
  EXPECT_EQ(timeOf("id:1 submit date:2503040815 stat:UNDELIV"), "2025-03-04T07:15:00Z");
  EXPECT_EQ(timeOf("id:1 submit date:2503040815 done date: stat:UNDELIV"), "2025-03-04T07:15:00Z");
  EXPECT_EQ(timeOf("2025-03-06 09:00:00 id:1 stat:UNDELIV"), "2025-03-06T08:00:00Z");
  const auto log = *load("id:1 done date:2513990815 stat:UNDELIV");
  EXPECT_EQ(log->report()[IssueKind::BadTime].count, 1u);
}

TEST(Receipts, TimeAtTheStartOfALineIsTakenInAllForms) {
  for (const char* start :
       {"2025-03-06 08:15:00", "2025-03-06 08:15:00,000 INFO", "[2025-03-06 08:15:00] gw", "2025-03-06T07:15:00Z",
        "2025-03-06T08:15:00+01:00 x", "[2025-03-06T07:15:00.000Z]", "06.03.2025 08:15:00:", "06.03.2025, 08:15 x",
        "2025/03/06 08:15:00 x", "10.0.0.1 - - [06/Mar/2025:08:15:00 +0100]", "- - [06/Mar/2025:08:15:00]"}) {
    EXPECT_EQ(timeOf(std::string(start) + " id:1 stat:UNDELIV").substr(0, 16), "2025-03-06T07:15") << start;
  }
  for (const char* start : {"Mar  6 08:15:00 host", "1741245300", "4917612345678", "x", "2025-13-06 08:15:00"}) {
    EXPECT_EQ(timeOf(std::string(start) + " id:1 stat:UNDELIV"), "") << start;
  }
}

TEST(Receipts, TextTakesTheRestOfWhatTheReceiptStandsIn) {
  const auto textOf = [](const std::string& line) {
    for (const auto& [key, value] : recordOf(line).fields) {
      if (key == "text") return value;
    }
    return std::string("none");
  };
  const std::string start = "id:1 sub:001 dlvrd:000 stat:UNDELIV err:1 ";
  EXPECT_EQ(textOf(start + "text:Zahlung fällig: stat:DELIVRD id:2 [x]"), "Zahlung fällig: stat:DELIVRD id:2 [x]");
  EXPECT_EQ(textOf(start + "Text:"), "");
  EXPECT_EQ(textOf(start), "none");
  EXPECT_EQ(textOf("msg \"" + start + "text:a b\" to:x"), "a b");
  EXPECT_EQ(textOf("[" + start + "text:a [b] c]"), "a [b] c");
  const std::string length = std::to_string((start + "text:a] [b").size());
  EXPECT_EQ(textOf("[msg:" + length + ":" + start + "text:a] [b] [udh:0:]"), "a] [b");
  EXPECT_EQ(textOf("[msg:49:" + start + "text:ä€] [udh:0:]"), "ä€");
}

TEST(Receipts, OfTheTextAreNotOfTheMessage) {
  EXPECT_THAT(kindsOf("id:1 sub:001 dlvrd:000 stat:UNDELIV text:id:2 stat:DELIVRD done date:2503060815"),
              ElementsAre("UNDELIV"));
}

TEST(Receipts, HandsetIsTheSourceOfADeliverSm) {
  const auto recipientOf = [](const std::string& around) {
    return recordOf(around + " [id:1 done date:2503060815 stat:UNDELIV text:to:+4999999999]").recipient;
  };
  EXPECT_EQ(recipientOf("[from:+4917600000001] [to:22333]"), "+4917600000001");
  EXPECT_EQ(recipientOf("[from:+4917600000001] [to:+4915100000002]"), "+4917600000001");
  EXPECT_EQ(recipientOf("source_addr=4917600000001 destination_addr=ACME"), "4917600000001");
  EXPECT_EQ(recipientOf("sender:4917600000001, receiver:4915100000002"), "4917600000001");
  EXPECT_EQ(recipientOf("from:ACME to:+4915100000002"), "+4915100000002") << "a name is no handset";
  EXPECT_EQ(recipientOf("from:22333 to:+4915100000002"), "+4915100000002") << "nor is a short code";
  EXPECT_EQ(recipientOf("msisdn=4917600000003 from:+4917600000001"), "4917600000003");
  EXPECT_EQ(recipientOf("dest:004915100000002"), "004915100000002");
  EXPECT_EQ(recipientOf("from:ACME to:22333"), "");
  EXPECT_EQ(recipientOf("SMSC:x"), "");
}

TEST(Receipts, MessageStateAlone) {
  for (const auto& [state, kind] : std::vector<std::pair<std::string, std::string>>{{"0", "pending"},
                                                                                    {"1", "pending"},
                                                                                    {"2", "delivered"},
                                                                                    {"3", "EXPIRED"},
                                                                                    {"4", "DELETED"},
                                                                                    {"5", "UNDELIV"},
                                                                                    {"6", "pending"},
                                                                                    {"7", "unknown"},
                                                                                    {"8", "REJECTED"},
                                                                                    {"9", "SKIPPED"},
                                                                                    {"0x05", "UNDELIV"},
                                                                                    {"UNDELIVERABLE", "UNDELIV"},
                                                                                    {"UNDELIVERABLE(5)", "UNDELIV"},
                                                                                    {"\"EXPIRED\"", "EXPIRED"}}) {
    EXPECT_THAT(kindsOf("deliver_sm receipted_message_id=7, message_state=" + state), ElementsAre(kind)) << state;
  }
  EXPECT_EQ(recordOf("source_addr=4917600000001 message_state: 5; receipted_message_id: a7").recipient,
            "4917600000001");
  EXPECT_EQ(recordOf("source_addr=4917600000001 message_state: 5; receipted_message_id: a7").messageId, "a7");
  EXPECT_FALSE(load("message_state=5"));
}

TEST(Receipts, InQueries) {
  const Record record = recordOf(
      "10.0.0.1 - - [06/Mar/2025:08:20:00 +0100] \"GET "
      "/dlr?id=123&stat=REJECTD&err=8&text=a+b%26c&msisdn=%2B4917600000003 "
      "HTTP/1.1\" 200 2");
  EXPECT_EQ(record.recipient, "+4917600000003");
  EXPECT_EQ(record.messageId, "123");
  EXPECT_EQ(toIso8601(*record.time), "2025-03-06T07:20:00Z");
  EXPECT_THAT(record.fields, IsSupersetOf({Pair("text", "a b&c"), Pair("stat", "REJECTD")}));
  const Record inner = recordOf(
      "GET /k?type=2&answer=id%3A12345+sub%3A001+done+date%3A2503060815+stat%3AUNDELIV+err%3A000+text%3Ax&"
      "from=%2B4917600000004");
  EXPECT_EQ(inner.recipient, "+4917600000004");
  EXPECT_EQ(inner.messageId, "12345");
}

TEST(Lines, JsonInALineIsReadAsItWouldBeAlone) {
  const std::string line =
      "[2025-03-06 08:22:00] INFO body={\"notificationType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\","
      "\"bounceSubType\":\"General\",\"bouncedRecipients\":[{\"emailAddress\":\"a@example.org\"},"
      "{\"emailAddress\":\"b@example.org\"}]},\"mail\":{\"messageId\":\"m\"}} done";
  const auto records = recordsOf(line);
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[1].recipient, "b@example.org");
  EXPECT_EQ(toIso8601(*records[1].time), "2025-03-06T07:22:00Z") << "the event has none";
  EXPECT_EQ(records[1].fields.back(), (std::pair<std::string, std::string>("line", line)));
}

TEST(Lines, EventsWithoutTheirRecipientsAreEventsNevertheless) {
  for (const char* bounce : {R"({})", R"({"bouncedRecipients":null})", R"({"bouncedRecipients":7})"}) {
    const auto records = recordsOf("x " + (R"({"notificationType":"Bounce","bounce":)" + std::string(bounce)) + "}");
    ASSERT_EQ(records.size(), 1u) << bounce;
    EXPECT_EQ(records[0].recipient, "");
  }
}

TEST(Lines, ThatTellOfNothingAreLeftOutAndTold) {
  const auto log =
      *load("starting up\n" + kReceipt + "\n\n \t\nlink bound to smsc:x\r\n" + kReceipt + "\nstat: ok id: 5");
  EXPECT_EQ(log->recordCount(), 2u);
  const auto& issue = log->report()[IssueKind::NoRecord];
  ASSERT_EQ(issue.count, 3u);
  EXPECT_EQ(issue.samples[0].line, 1u);
  EXPECT_EQ(issue.samples[1].line, 5u);
  EXPECT_EQ(issue.samples[1].detail, "link bound to smsc:x");
  EXPECT_EQ(issue.samples[2].line, 7u);
  EXPECT_EQ(log->line(RowId{1}), 6u);
}

TEST(Lines, EncodingsAndLineEnds) {
  const std::string latin =
      "Stra\xDF"
      "e id:1 dlvrd:000 stat:UNDELIV text:f\xE4llig\r\nid:2 dlvrd:001 stat:DELIVRD\r";
  const auto log = *load(latin);
  EXPECT_EQ(log->source(SourceId{0}).recognition.encoding, Encoding::Windows1252);
  EXPECT_THAT(recordsOf(log)[0].fields, IsSupersetOf({Pair("text", "fällig")}));
  EXPECT_EQ(log->recordCount(), 2u);
  const std::string mixed =
      "id:1 dlvrd:0 stat:UNDELIV text:gr\xC3\xBC\xC3\xBC\nid:2 dlvrd:1 stat:UNDELIV text:gr\xFC\n";
  const auto told = *load("\xEF\xBB\xBF" + mixed);
  EXPECT_EQ(told->recordCount(), 2u);
  EXPECT_EQ(told->report()[IssueKind::BadEncoding].count, 1u);
  EXPECT_EQ(recordsOf("\xEF\xBB\xBF" + mixed)[1].fields[3].second, "grü");
}

TEST(Lines, TooLongOnesAreLeftOutAndTheRestIsRead) {
  for (const std::size_t length : {std::size_t{1} << 20, (std::size_t{1} << 20) + 1, std::size_t{5} << 20}) {
    for (const char* end : {"\n", "\r\n"}) {
      const std::string longLine = kReceipt + std::string(length - kReceipt.size(), 'x') + end;
      for (const std::size_t blockBytes : {std::size_t{4096}, std::size_t{1} << 20}) {
        const auto log = *load(kReceipt + "\n" + longLine + kReceipt + "\n" + kReceipt, blockBytes, 2);
        const bool tooLong = length > (std::size_t{1} << 20);
        EXPECT_EQ(log->recordCount(), tooLong ? 3u : 4u) << length;
        EXPECT_EQ(log->report()[IssueKind::RecordTooLong].count, tooLong ? 1u : 0u) << length;
        EXPECT_EQ(log->line(RowId{tooLong ? 1u : 2u}), 3u);
      }
    }
  }
}

TEST(Lines, OfNothingButKeysTakeNoTime) {
  std::string keys;
  while (keys.size() < (std::size_t{1} << 20) - 64) keys += "a:";
  EXPECT_EQ((*load(kReceipt + "\n" + keys + "\n" + keys + " dlvrd:0 stat:UNDELIV\n"))->recordCount(), 2u);
}

std::string describe(const LogPointer& log) {
  std::string text;
  for (const Record& record : recordsOf(log)) {
    text += std::to_string(record.line) + ' ' + log->reason(record.reason).code + ' ' + record.recipient + ' ' +
            record.messageId + (record.time ? toIso8601(*record.time) : "") + '\n';
  }
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    for (const auto& sample : log->report()[static_cast<IssueKind>(i)].samples)
      text += std::to_string(i) + ' ' + std::to_string(sample.line) + ' ' + sample.detail + '\n';
  }
  return text;
}

TEST(Lines, BlocksAndThreadsChangeNothing) {
  const std::vector<std::string> pieces{
      kReceipt,
      "2025-03-06 08:15:00 Receive DLR [from:+4917600000001] [msg:9:" + kReceipt + "]",
      "nothing here",
      "",
      "x?MessageSid=SM1&stat=UNDELIV&id=%2B1&done_date=2503060815",
      "receipted_message_id=7 message_state=5",
      "gr\xFC\xDF"
      "e id:1 stat:REJECTD",
      "{",
      std::string(300, 'y')};
  samples::Random random(7);
  for (int run = 0; run < 40; ++run) {
    std::string text = kReceipt + "\n";
    for (int i = 0; i < 30; ++i) {
      text += random.pick(pieces);
      if (i < 29 || random.below(2)) text += random.below(4) ? "\n" : "\r\n";
    }
    const auto whole = load(text);
    ASSERT_TRUE(whole);
    const std::string expected = describe(*whole);
    for (const std::size_t blockBytes : {1u, 7u, 64u, 100u, 4096u}) {
      for (const unsigned threads : {1u, 3u}) {
        EXPECT_EQ(describe(*load(text, blockBytes, threads)), expected) << blockBytes << " " << threads;
      }
    }
  }
}

TEST(RecogniseLines, TableWithAReceiptInAColumnStaysATable) {
  const std::string table = "msisdn;status;receipt\n+4917600000001;UNDELIV;" + kReceipt + "\n";
  EXPECT_EQ((*load(table))->source(SourceId{0}).recognition.format, Format::Delimited);
  const auto quoted =
      *load("\"time\",\"code\",\"receipt\"\n\"2025-03-06 08:15:00\",\"EXPIRED\",\"" + kReceipt + "\"\n");
  EXPECT_EQ(quoted->source(SourceId{0}).recognition.format, Format::Delimited);
  const auto noStatus = *load("time;receipt\n2025-03-06 08:15:00;" + kReceipt + "\n");
  EXPECT_EQ(noStatus->source(SourceId{0}).recognition.format, Format::Lines) << "there is no other place for a status";
  EXPECT_EQ(noStatus->recordCount(), 1u);
}

TEST(RecogniseLines, FindsThemAmongOthers) {
  std::string text;
  for (int i = 0; i < 19; ++i) text += "2025-03-06 08:15:00 something else\n";
  EXPECT_TRUE(load(text + kReceipt));
  EXPECT_TRUE(load(text + text + text + kReceipt)) << "few of them, in a text that is nothing else";
  EXPECT_EQ((*load("{\"level\":\"info\",\"text\":\"" + kReceipt + "\"}\n"))->recordCount(), 1u);
  EXPECT_FALSE(load("a text\nabout stat: and done date: and so on\n"));
}

TEST(RecogniseLines, TellsFormatAndProvider) {
  const auto log = *load("started\n" + kReceipt + "\n");
  EXPECT_EQ(name(log->source(SourceId{0}).recognition.format), "lines");
  EXPECT_EQ(providers()[log->source(SourceId{0}).recognition.provider].id, "smpp");
  EXPECT_EQ(name((*load("[2025-03-06 08:15:00] " + kReceipt))->source(SourceId{0}).recognition.format), "lines");
}

}  // namespace
}  // namespace undelivered
