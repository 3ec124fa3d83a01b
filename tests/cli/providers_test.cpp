// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line tells of providers, and how a reading can be corrected.
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli.h"

namespace undelivered::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string provider(const std::string& sample) {
  return std::string(UNDELIVERED_SOURCE_DIR) + "/tests/data/providers/" + sample;
}

TEST(Mappings, EveryRowHasItsPage) {
  const std::string text = cliOutput({"reasons", "--mappings", "--format", "json"});
  std::size_t rows = 0;
  for (auto row : simdjson::dom::array(json(text))) {
    ++rows;
    EXPECT_THAT(std::string(std::string_view(row["page"])), StartsWith("https://"));
  }
  EXPECT_GT(rows, 20u);
  EXPECT_THAT(text, HasSubstr(R"({"provider":"amazon-ses","status":"Transient","code":"MailboxFull","reply":null,)"
                              R"("text":null,"outcome":"failed","reason":"BOUNCE_TRANSIENT_MBX_FULL","name":null,)"
                              R"("persistence":"temporary")"));
}

TEST(Mappings, AreReadableInBothLanguages) {
  EXPECT_THAT(cliOutput({"reasons", "--mappings"}),
              HasSubstr("  status Undetermined -> Bounce of undetermined cause (Persistence: Unknown)\n"));
  EXPECT_THAT(cliOutput({"reasons", "--mappings", "--lang", "de"}),
              HasSubstr("  Status Undetermined -> Bounce ohne erkennbare Ursache (Dauerhaftigkeit: Unbekannt)\n"));
  EXPECT_THAT(cliOutput({"reasons", "--mappings", "--lang", "de"}),
              testing::AllOf(HasSubstr("  kein Status -> wie unter E-Mail (SMTP)\n"),
                             HasSubstr("  Worte über ein volles Postfach -> BOUNCE_TRANSIENT_MBX_FULL\n")));
  EXPECT_THAT(cliOutput({"reasons", "--mappings"}),
              HasSubstr("  any other status -> Unknown (not documented, told)\n"));
  EXPECT_THAT(cliOutput({"reasons", "--mappings", "--lang", "de"}),
              HasSubstr("  jeder andere Status -> Unbekannt (nicht dokumentiert, wird gemeldet)\n"));
  const auto csv = linesOf(cliOutput({"reasons", "--mappings", "--format", "csv"}));
  EXPECT_EQ(csv[0], "provider,status,code,reply,text,outcome,reason,name,persistence,label,table,note,page\r");
}

TEST(Mappings, UsersCatalogueGivesACounterpart) {
  TemporaryFolder folder;
  const auto mine = folder.write("mine.toml",
                                 "format = 1\n[[reason]]\ncode = \"BOUNCE_TRANSIENT_GENERAL\"\n"
                                 "aliases = [\"Transient/CustomTimeoutExceeded\"]\n");
  const std::string log = provider("amazon-ses/firehose.ndjson");
  EXPECT_THAT(cliOutput({"summary", log, "--by", "reason"}), HasSubstr("Transient/CustomTimeoutExceeded"));
  EXPECT_THAT(cliOutput({"summary", log, "--by", "reason", "--catalogue", mine.string()}),
              Not(HasSubstr("CustomTimeoutExceeded")));
  EXPECT_THAT(cliOutput({"reasons", "--mappings", "--format", "csv", "--catalogue", mine.string()}),
              HasSubstr("amazon-ses,Transient,CustomTimeoutExceeded,,,failed,BOUNCE_TRANSIENT_GENERAL,,temporary,"));
}

TEST(Because, SaysWhoseLogWhatAndWhere) {
  const std::string text = cliOutput({"records", provider("amazon-ses/firehose.ndjson"), "--limit", "2"});
  EXPECT_THAT(linesOf(text)[1],
              HasSubstr(R"("because":{"provider":"amazon-ses","by":"code","status":"Transient","code":"MailboxFull",)"
                        R"("words":null,"page":"https://docs.aws.amazon.com/)"));
}

TEST(Because, NamesCollectAiAndWhatDecidedWithoutACode) {
  TemporaryFolder folder;
  const auto events = folder.write(
      "events.ndjson",
      R"({"type":"MESSAGE_NOT_DELIVERED","eventId":"e-1","date":"2025-03-04T08:15:30Z","claim":{"communication":{"channel":"SMS"}}})"
      "\n"
      R"({"type":"MESSAGE_NOT_DELIVERED","eventId":"e-2","date":"2025-03-04T08:15:31Z","claim":{"communication":{"channel":"SMS","errorCode":"EXPIRED"}}})"
      "\n");
  const auto lines = linesOf(cliOutput({"records", events.string()}));
  EXPECT_THAT(lines[0], HasSubstr(R"("because":{"provider":"collect-ai","by":"event","status":null,"code":null,)"));
  EXPECT_THAT(lines[1], HasSubstr(R"("because":{"provider":"collect-ai","by":"code","status":null,"code":"EXPIRED",)"));
  const auto report = folder.write("2026-11-03_Muster_sent_communications_report.csv",
                                   "referencenumber;recipient\nRE-1;a@example.org\n");
  EXPECT_THAT(cliOutput({"records", report.string(), "--outcome", "all"}),
              HasSubstr(R"("because":{"provider":"collect-ai","by":"report",)"));
  const auto statuses = folder.write("log.csv", "status;recipient;number\nfailed;a@example.org;1\n;b@example.org;2\n");
  const auto rows = linesOf(cliOutput({"records", statuses.string(), "--outcome", "all"}));
  EXPECT_THAT(rows[0], HasSubstr(R"("because":{"provider":null,"by":"status","status":"failed")"));
  EXPECT_THAT(rows[1], HasSubstr(R"("because":{"provider":null,"by":"nothing","status":null)"));
}

TEST(Because, ShowsTheServersWordsWhereTheyDecided) {
  TemporaryFolder folder;
  const auto log = folder.write("log.csv",
                                "code;recipient;diagnostic\n5.0.0;a@example.org;mailbox full\n"
                                "5.1.1;b@example.org;no such user\n;c@example.org;550 5.1.1 gone\n");
  const auto lines = linesOf(cliOutput({"records", log.string()}));
  EXPECT_THAT(lines[0],
              HasSubstr(R"("by":"words","status":null,"code":"5.0.0","words":"mailbox full","page":"https:)"));
  EXPECT_THAT(lines[1], HasSubstr(R"("by":"code","status":null,"code":"5.1.1","words":null)"));
  const std::string mailgun = cliOutput({"records", provider("mailgun/without-severity.ndjson")});
  EXPECT_THAT(linesOf(mailgun)[1],
              HasSubstr(R"("by":"words","status":"failed","code":"452","words":"452 4.2.2 mailbox)"));
}

TEST(Because, OfAWordThatKeepsItsNameIsTheStatusWhateverTheServerSays) {
  TemporaryFolder folder;
  const auto log = folder.write("log.csv", "channel;status;diagnostic;number\nsms;deleted;by the gateway;1\n");
  EXPECT_THAT(cliOutput({"records", log.string()}),
              HasSubstr(R"("by":"status","status":"deleted","code":null,"words":null,"page":"https://smpp.org/)"));
}

TEST(InspectCommand, NamesTheProvider) {
  const std::string log = provider("amazon-ses/firehose.ndjson");
  EXPECT_THAT(cliOutput({"inspect", log}), HasSubstr("format provider-events of Amazon SES"));
  EXPECT_THAT(cliOutput({"inspect", log, "--lang", "de"}), HasSubstr("Format Ereignisse von Amazon SES"));
  EXPECT_THAT(cliOutput({"inspect", log, "--format", "json"}), HasSubstr(R"("provider":"amazon-ses")"));
}

TEST(InspectCommand, SaysInBothLanguagesWhatIsLeftOut) {
  const std::string log = provider("sinch/batches.ndjson");
  EXPECT_THAT(cliOutput({"inspect", log}), HasSubstr("names none; ask Sinch for reports of type full"));
  EXPECT_THAT(cliOutput({"inspect", log, "--lang", "de"}), HasSubstr("bei Sinch Berichte der Art full, per_recipient"));
  const std::string mail = provider("dsn/other-mail.mbox");
  EXPECT_THAT(cliOutput({"inspect", mail, "--lang", "de"}), HasSubstr("eine automatische Antwort: Abwesend: Rechnung"));
  EXPECT_THAT(cliOutput({"inspect", mail, "--lang", "de"}), HasSubstr("von Zustellbericht (E-Mail)"));
}

TEST(UserGuide, NamesEverySource) {
  std::ifstream file(std::string(UNDELIVERED_SOURCE_DIR) + "/README.md");
  const std::string guide{std::istreambuf_iterator<char>(file), {}};
  const auto csv = linesOf(cliOutput({"reasons", "--mappings"}));
  for (const std::string& line : csv) {
    if (line.empty() || line.front() == ' ' || line.starts_with("E-mail (SMTP)")) continue;
    std::string title = line.substr(0, line.rfind(" ("));
    if (title.starts_with("Delivery status notification")) title = "Delivery status notifications";
    EXPECT_THAT(guide, HasSubstr("| " + title + " | "));
  }
}

class ReadingOptions : public testing::Test {
 protected:
  TemporaryFolder m_folder;
  const std::string m_log =
      m_folder.write("odd.csv", "wer#warum#wann\nj\xF6rg@example.org#EXPIRED#2025-03-04\n").string();
};

TEST_F(ReadingOptions, ColumnsDelimiterAndEncodingAreTheCallers) {
  const std::string text = cliOutput({"records", m_log, "--delimiter", "#", "--map", "code=warum", "--map",
                                      "recipient=#1", "--encoding", "windows-1252"});
  EXPECT_THAT(text, HasSubstr(R"("reason":"EXPIRED")"));
  EXPECT_THAT(text, HasSubstr(R"("recipient":"jörg@example.org")"));
}

TEST_F(ReadingOptions, WrongOnesAreRefusedWithWhatIsAllowed) {
  const std::pair<Arguments, const char*> kCases[] = {
      {{"--map", "colour=wer"}, "fields: time, code"},
      {{"--map", "code"}, "FIELD=COLUMN"},
      {{"--map", "code=wieso", "--delimiter", "#"}, "no such column; the header is: wer, warum, wann"},
      {{"--delimiter", "ab"}, "a single character"},
      {{"--encoding", "ebcdic"}, "allowed are: utf-8"}};
  for (const auto& [options, message] : kCases) {
    Arguments arguments{"summary", m_log};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const ProcessEnd end = cli(arguments);
    EXPECT_EQ(end.exitCode, 2) << message;
    EXPECT_THAT(end.err, HasSubstr(message));
  }
}

TEST_F(ReadingOptions, ColumnIsTakenFromTheLogsThatHaveIt) {
  const std::string other = m_folder.write("other.csv", "status;E-Mail\nfailed;b@example.org\n").string();
  const std::string mine = m_folder.write("mine.csv", "status;wer\nfailed;a@example.org\n").string();
  const std::string text = cliOutput({"records", other, mine, "--map", "recipient=wer"});
  EXPECT_THAT(text, HasSubstr(R"("recipient":"a@example.org")"));
  EXPECT_THAT(text, HasSubstr(R"("recipient":"b@example.org")"));
}

}  // namespace
}  // namespace undelivered::test
