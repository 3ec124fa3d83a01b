// SPDX-License-Identifier: GPL-3.0-or-later
// inspect, reasons, --help and --version.
#include "cli.h"

namespace undelivered::test {
namespace {

using simdjson::dom::element;
using ::testing::HasSubstr;

TEST(InspectCommand, JsonTellsWhatWasRecognised) {
  TemporaryFolder folder;
  const auto log = folder.write("a.csv", "\xEF\xBB\xBFStatus;Empfänger;Notiz\nfailed;a@b.de;x\nsent;a@b.de\n");
  EXPECT_EQ(
      cliOutput({"inspect", log.string(), "--format", "json"}),
      "{\"logs\":[{\"file\":\"" + log.string() +
          R"(","bytes":55,"container":null,"format":"delimited","encoding":"utf-8","provider":null,"byteOrderMark":true,)"
          R"("report":null,"headerLine":1,"delimiter":";",)"
          R"("columns":[{"name":"Status","field":"status"},{"name":"Empfänger","field":"recipient"},)"
          R"({"name":"Notiz","field":null}],"records":2,"failed":1,"delivered":0,"pending":1,"unknown":0}],)"
          R"("issues":[{"kind":"tooFewColumns","count":1,"samples":[{"file":")" +
          log.string() + R"(","line":3,"detail":"sent;a@b.de"}]}]})" + "\n");
}

TEST(InspectCommand, JsonOfEverySample) {
  const std::string text = cliOutput({"inspect", samplesFolder(), "--format", "json"});
  const element root = json(text);
  EXPECT_EQ(keysOf(root), (Words{"logs", "issues"}));
  std::map<std::string, std::string> found;
  for (element log : simdjson::dom::array(root["logs"])) {
    std::string_view delimiter = "none";
    if (log["delimiter"].get(delimiter)) delimiter = "none";
    found[std::filesystem::path(std::string_view(log["file"])).filename().string()] =
        std::string(std::string_view(log["format"])) + " " + std::string(std::string_view(log["encoding"])) + " " +
        (bool(log["byteOrderMark"]) ? "mark " : "") + (delimiter == "\t" ? "tab" : std::string(delimiter));
  }
  EXPECT_EQ(found["delivery-log.csv"], "delimited utf-8 mark ;");
  EXPECT_EQ(found["latin1.csv"], "delimited windows-1252 ,");
  EXPECT_EQ(found["unicode-text.txt"], "delimited utf-16le mark tab");
  EXPECT_EQ(found["webhook-events.ndjson"], "collectai-events utf-8 none");
  EXPECT_EQ(found["2026-01-05_Muster_bounces_report.csv"], "delimited utf-8 ;");
}

TEST(InspectCommand, TableShowsColumnsAndIssuesWithTheirPlace) {
  TemporaryFolder folder;
  const auto log = folder.write("a.csv", "Status\tNotiz\nfailed\tx\nbogus\tx\n");
  EXPECT_EQ(cliOutput({"inspect", log.string()}),
            log.string() +
                "\n  format delimited, encoding utf-8, delimiter tab\n"
                "  records 2, failed 1, delivered 0, pending 0, unknown 1\n"
                "  column  used as\n  Status  status\n  Notiz   -\n\nstatus not understood: 1\n  " +
                log.string() + ":3  bogus\n");
}

TEST(InspectCommand, TableIsGermanAsAWhole) {
  TemporaryFolder folder;
  const auto log = folder.write("a.csv", "Status\tNotiz\nfailed\tx\n");
  EXPECT_EQ(cliOutput({"inspect", log.string(), "--lang", "de"}),
            log.string() +
                "\n  Format Text mit Trennzeichen, Zeichenkodierung utf-8, Trennzeichen Tabulator\n"
                "  Einträge 1, nicht zugestellt 1, zugestellt 0, ausstehend 0, unbekannt 0\n"
                "  Spalte  verwendet als\n  Status  Status\n  Notiz   -\n\n");
}

TEST(InspectCommand, FileOfAFolderThatIsNoLogIsListed) {
  TemporaryFolder folder;
  folder.write("a.csv", "Status\nfailed\n");
  folder.write("b.csv", "name,age\nJo,3\n");
  folder.write("c.csv", "");
  const std::string text = cliOutput({"inspect", folder.path().string(), "--format", "json"});
  EXPECT_EQ(simdjson::to_string(json(text)["issues"]),
            "[{\"kind\":\"fileSkipped\",\"count\":2,\"samples\":[{\"file\":\"" + (folder / "b.csv").string() +
                "\",\"line\":0,\"detail\":\"name, age\"},{\"file\":\"" + (folder / "c.csv").string() +
                "\",\"line\":0,\"detail\":\"empty\"}]}]");
}

TEST(ReasonsCommand, JsonHasEveryFact) {
  const std::string text = cliOutput({"reasons", "--format", "json"});
  const element root = json(text);
  ASSERT_EQ(simdjson::dom::array(root).size(), 14u);
  std::size_t spellings = 0;
  for (element reason : simdjson::dom::array(root)) {
    EXPECT_EQ(keysOf(reason), (Words{"code", "aliases", "channels", "persistence", "actionable", "phase", "title",
                                     "explanation", "action"}));
    spellings += 1 + simdjson::dom::array(reason["aliases"]).size();
    if (std::string_view(reason["code"]) != "HANDOVER_ERROR") continue;
    EXPECT_EQ(simdjson::to_string(reason["channels"]), R"(["email","sms"])");
    EXPECT_EQ(std::string_view(reason["actionable"]), "yes");
    EXPECT_TRUE(reason["action"].is_null());
  }
  EXPECT_EQ(spellings, 16u);
}

TEST(ReasonsCommand, CsvAndTableInBothLanguages) {
  const auto csv = linesOf(cliOutput({"reasons", "--format", "csv", "--lang", "de"}));
  ASSERT_EQ(csv.size(), 15u);
  EXPECT_EQ(csv[0], "code,aliases,channels,persistence,actionable,phase,title,explanation,action\r");
  EXPECT_THAT(csv[14], ::testing::StartsWith("EXPIRED,,sms,permanent,yes,after,"));
  EXPECT_THAT(csv[14], HasSubstr("Beim Kunden erfragen, ob die Mobilnummer stimmt."));
  EXPECT_THAT(cliOutput({"reasons"}), HasSubstr("REJECTED (REJECTD) - "));
  EXPECT_THAT(cliOutput({"reasons"}), HasSubstr("Recommended action: No action needed from you"));
  EXPECT_THAT(cliOutput({"reasons", "--lang", "de"}), HasSubstr("Kanal: E-Mail, SMS; "));
  EXPECT_THAT(cliOutput({"reasons", "--lang", "de"}), HasSubstr("Empfohlene Maßnahme: Von Ihnen ist nichts zu tun"));
}

TEST(ReasonsCommand, UsersCatalogueIsLaidOver) {
  TemporaryFolder folder;
  const auto file = folder.write("mine.toml", "format = 1\n[[reason]]\ncode = \"NEW\"\naliases = [\"NEU\"]\n");
  const std::string text = cliOutput({"reasons", "--catalogue", file.string(), "--format", "json"});
  EXPECT_EQ(simdjson::dom::array(json(text)).size(), 15u);
}

TEST(Help, TellsCommandsFiltersAndExitCodes) {
  const std::string help = cliOutput({"--help"});
  for (const char* word : {"summary", "records", "actions", "inspect", "reasons", "Exit codes: 0", "2 ", "3 ", "4 ",
                           "130 ", "standard input"}) {
    EXPECT_THAT(help, HasSubstr(word));
  }
  for (const char* command : {"summary", "records", "actions"}) {
    const std::string text = cliOutput({command, "--help"});
    for (const char* option : {"--reason", "--channel", "--persistence", "--actionable", "--phase", "--outcome",
                               "--since", "--until", "--search", "--match-case", "--catalogue", "--zone", "--lang"}) {
      EXPECT_THAT(text, HasSubstr(option)) << command;
    }
  }
}

TEST(Version, IsTheProjects) { EXPECT_EQ(cliOutput({"--version"}), "undelivered-cli " UNDELIVERED_VERSION "\n"); }

TEST(ReasonsCommand, SpeaksALanguageThatACatalogueFileAdds) {
  TemporaryFolder folder;
  const auto catalogue =
      folder.write("mine.toml", "format = 1\n[[reason]]\ncode = \"EXPIRED\"\n[reason.text.fr]\ntitle = \"Expiré\"\n");
  EXPECT_THAT(cliOutput({"reasons", "--lang", "fr", "--catalogue", catalogue.string(), "--format", "csv"}),
              HasSubstr(",Expiré,"));
  EXPECT_EQ(cli({"reasons", "--lang", "fr"}).exitCode, 2);
}

}  // namespace
}  // namespace undelivered::test
