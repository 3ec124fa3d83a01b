// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/causes.h"

#include <cerrno>

#include <gtest/gtest.h>

#include "input/open_source.h"
#include "store/load_log.h"
#include "support/temporary_folder.h"
#include "support/xlsx.h"

namespace undelivered {
namespace {

TEST(Causes, AreToldInGermanAndLogTextAsItIs) {
  EXPECT_EQ(causeInWords("binary data", "de"), "Binärdaten");
  EXPECT_EQ(causeInWords("binary data", "en"), "binary data");
  EXPECT_EQ(causeInWords("JSON with the keys a, b", "de"), "JSON mit den Schlüsseln a, b");
  EXPECT_EQ(causeInWords("files that are no logs: a (binary data), b (JSON with the keys x), c (y), … (+2)", "de"),
            "Dateien, die keine Protokolle sind: a (Binärdaten), b (JSON mit den Schlüsseln x), c (y), … (+2)");
  EXPECT_EQ(causeInWords("Name, Betrag", "de"), "Name, Betrag");
  EXPECT_EQ(causeInWords("", "de"), "");
}

TEST(Causes, OfIssuesAreTheCoresWordsOrTheLogs) {
  EXPECT_EQ(detailInWords(IssueKind::FileSkipped, "binary data", "de"), "Binärdaten");
  EXPECT_EQ(detailInWords(IssueKind::OtherEvent, "a request to send a message", "de"),
            causeInWords("a request to send a message", "de"));
  EXPECT_NE(detailInWords(IssueKind::OtherEvent, "a request to send a message", "de"), "a request to send a message");
  EXPECT_EQ(detailInWords(IssueKind::UnknownStatus, "binary data", "de"), "binary data");
}

TEST(Causes, KeepWhatTheySpeakOf) {
  EXPECT_EQ(causeInWords("\"re-jectd\" is claimed by REJECTED and by NEW", "de"),
            "„re-jectd“ wird von REJECTED und von NEW beansprucht");
  EXPECT_EQ(causeInWords("unknown key \"a\"b\"; known here: code, text", "de"),
            "unbekannter Schlüssel „a\"b“; hier bekannt: code, text");
  EXPECT_EQ(causeInWords("\"x\" is described twice, or not", "de"), "\"x\" is described twice, or not");
}

TEST(Causes, OfTheSystemAreGermanToo) {
  EXPECT_EQ(systemErrorInWords(ENOSPC, "de"), "der Datenträger ist voll");
  EXPECT_EQ(systemErrorInWords(ENOSPC, "en"), "No space left on device");
  EXPECT_EQ(systemErrorInWords(0, "de"), "");
  EXPECT_EQ(causeInWords(ENOSPC, "binary data", "de"), "der Datenträger ist voll; Binärdaten");
}

TEST(Causes, OfRefusalsAreAllKnown) {
  test::TemporaryFolder folder;
  for (const char* content : {"{\"a\":1}", "{}", "[]", "[1]", "{\"a\":", "ab\0cd"}) {
    const std::string bytes = content[0] == 'a' ? std::string("ab\0cd\n", 6) : std::string(content);
    const auto opened = LogOpener(systemFiles(), {}).open(folder.write("a.json", bytes));
    ASSERT_FALSE(opened.has_value()) << content;
    EXPECT_NE(causeInWords(opened.error().detail, "de"), opened.error().detail) << content;
  }
}

TEST(Causes, OfFilesThatAreSkippedAreAllKnown) {
  for (const Error& error :
       {Error{ErrorCode::SheetNotALog, "a", "\"Tabelle1\", \"Werte\""}, Error{ErrorCode::EmptyLog, "a", {}},
        Error{ErrorCode::OtherReport, "a", "the daily report of online payments of 2026-11-03"},
        Error{ErrorCode::EmptyFolder, "a", {}}, Error{ErrorCode::FileNotFound, "a", {}},
        Error{ErrorCode::PermissionDenied, "a", {}}, Error{ErrorCode::ReadFailed, "a", {}},
        Error{ErrorCode::NotALog, "a", "binary data"}, Error{ErrorCode::EncryptedFile, "a", "protected by a password"},
        Error{ErrorCode::DamagedArchive, "a", "its checksum does not match"}}) {
    const std::string english = skippedFile("a", error).sample.detail;
    const std::string german = detailInWords(IssueKind::FileSkipped, english, "de");
    EXPECT_NE(german, english);
    EXPECT_EQ(causeInWords("files that are no logs: x (" + english + ")", "de"),
              "Dateien, die keine Protokolle sind: x (" + german + ")");
  }
}

TEST(Causes, OfAWorkbookInAFolderAreGerman) {
  test::TemporaryFolder folder;
  test::Workbook workbook;
  const std::string rows = "<row><c t=\"inlineStr\"><is><t>Anlage</t></is></c></row>";
  workbook.sheets = {{"Mappe (alt)", "sheet1", rows, {}}, {"Werte", "sheet2", rows, {}}};
  folder.write("book.xlsx", test::xlsxOf(workbook));
  folder.write("log.csv", "code\nEXPIRED\n");
  LoadRequest request;
  request.paths = {folder.path()};
  const auto log = loadLog(request);
  ASSERT_TRUE(log);
  const auto& skipped = (*log)->report()[IssueKind::FileSkipped];
  ASSERT_EQ(skipped.samples.size(), 1u);
  EXPECT_EQ(detailInWords(IssueKind::FileSkipped, skipped.samples[0].detail, "de"),
            "im ersten seiner Blätter steht kein Protokoll: \"Mappe (alt)\", \"Werte\"");
}

}  // namespace
}  // namespace undelivered
