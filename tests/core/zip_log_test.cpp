// SPDX-License-Identifier: GPL-3.0-or-later
// Logs in zip archives.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "export/action_list.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"
#include "support/pack.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

using test::gzipOf;
using test::ZipMember;
using test::zipOf;
using test::zstdOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Loaded = Result<std::shared_ptr<const DeliveryLog>>;

std::string csvOf(const std::string& recipient) { return "status;code;recipient\nfailed;EXPIRED;" + recipient + "\n"; }

Loaded load(const std::string& bytes) {
  test::MemoryFiles files;
  files.files["a/b.zip"] = bytes;
  LoadRequest request;
  request.paths = {"a/b.zip"};
  return loadLog(request, {}, {}, files);
}

std::vector<std::string> namesOf(const Loaded& log) {
  std::vector<std::string> names;
  if (!log) return {"error " + std::to_string(static_cast<int>(log.error().code)) + ": " + log.error().detail};
  for (const auto& source : (*log)->sources()) names.push_back(source->displayName);
  return names;
}

std::vector<std::string> skippedOf(const Loaded& log) {
  std::vector<std::string> skipped;
  if (!log) return {"error"};
  for (const IssueKind kind : {IssueKind::FileUnreadable, IssueKind::FileSkipped, IssueKind::FileRepeated}) {
    for (const auto& sample : (*log)->report()[kind].samples) skipped.push_back(sample.file + ": " + sample.detail);
  }
  return skipped;
}

TEST(ZipLog, EachMemberIsASourceOfItsOwn) {
  const Loaded log = load(zipOf({{"z.csv", csvOf("1"), ZipMember::Stored},
                                 {"folder/", "", ZipMember::Stored},
                                 {"folder/a.csv", csvOf("2"), ZipMember::Deflated},
                                 {"b.csv", csvOf("3"), ZipMember::Zstd}}));
  EXPECT_THAT(namesOf(log), ElementsAre("b.zip/z.csv", "b.zip/folder/a.csv", "b.zip/b.csv"));
  EXPECT_THAT(skippedOf(log), ElementsAre());
  EXPECT_EQ((*log)->recordCount(), 3u);
  const Source& source = *(*log)->sources()[1];
  EXPECT_EQ(source.path, "a/b.zip/folder/a.csv");
  EXPECT_EQ(source.filePath, "a/b.zip");
  EXPECT_EQ(source.container, "zip");
}

TEST(ZipLog, MemberThatIsNoLogIsSkippedAndTold) {
  const std::vector<ZipMember> members{{"a.csv", csvOf("1")},
                                       {"read me.txt", "Dear all\n"},
                                       {"empty.csv", ""},
                                       {"secret.csv", csvOf("2"), ZipMember::Stored, 1},
                                       {"odd.csv", csvOf("3"), ZipMember::Deflated, 0, 12345},
                                       {"list.pdf", "%PDF-1.7"},
                                       {"damaged.gz", gzipOf(csvOf("4")).substr(0, 40)},
                                       {"__MACOSX/._a.csv", "x"},
                                       {".DS_Store", "x"},
                                       {"x/.hidden.csv", csvOf("5")},
                                       {"x/.git/a.csv", csvOf("6")}};
  const Loaded log = load(zipOf(members));
  EXPECT_THAT(namesOf(log), ElementsAre("b.zip/a.csv"));
  EXPECT_THAT(skippedOf(log),
              ElementsAre("a/b.zip/secret.csv: protected by a password", "a/b.zip/odd.csv: its checksum does not match",
                          "a/b.zip/damaged.gz: its compressed data ends in the middle, at byte 40",
                          "a/b.zip/read me.txt: Dear all", "a/b.zip/empty.csv: empty", "a/b.zip/list.pdf: pdf"));
  EXPECT_EQ((*log)->report()[IssueKind::FileUnreadable].count, 3u);
}

TEST(ZipLog, WithoutAnyLogIsRefusedWithWhatWasFound) {
  const Loaded one = load(zipOf({{"a.csv", csvOf("1"), ZipMember::Stored, 1}}));
  ASSERT_FALSE(one);
  EXPECT_EQ(one.error().code, ErrorCode::EncryptedFile);
  EXPECT_EQ(one.error().subject, "a/b.zip/a.csv");
  const Loaded two = load(zipOf({{"a.csv", csvOf("1"), ZipMember::Stored, 1}, {"b.txt", "Dear all\n"}}));
  ASSERT_FALSE(two);
  EXPECT_EQ(two.error().code, ErrorCode::EncryptedFile) << "what cannot be read hides more than what is no log";
  EXPECT_EQ(two.error().subject, "a/b.zip");
  EXPECT_EQ(two.error().detail, "files that are no logs: a.csv (protected by a password), b.txt (Dear all)");
  EXPECT_EQ(load(zipOf({})).error().code, ErrorCode::EmptyLog);
  EXPECT_EQ(load(zipOf({{"x/", "", ZipMember::Stored}})).error().code, ErrorCode::EmptyLog);
}

TEST(ZipLog, OfZip64) {
  EXPECT_THAT(namesOf(load(zipOf({{"a.csv", csvOf("1")}, {"b.csv", csvOf("2"), ZipMember::Zstd}}, true))),
              ElementsAre("b.zip/a.csv", "b.zip/b.csv"));
}

TEST(ZipLog, NamesAreShownAndNothingElse) {
  test::TemporaryFolder folder;
  const auto file = folder.write("in/b.zip", zipOf({{"../../up.csv", csvOf("1")},
                                                    {"/etc/absolute.csv", csvOf("2")},
                                                    {"M\x81ller.csv", csvOf("3")},
                                                    {"Müller.csv", csvOf("4"), ZipMember::Deflated, 0x800},
                                                    {"a\x1B[31mb.csv", csvOf("5")}}));
  LoadRequest request;
  request.paths = {file};
  EXPECT_THAT(namesOf(loadLog(request)), ElementsAre("b.zip/../../up.csv", "b.zip//etc/absolute.csv",
                                                     "b.zip/Müller.csv", "b.zip/Müller.csv", "b.zip/a←[31mb.csv"));
  EXPECT_THAT(folder.names(), ElementsAre("in"));
}

TEST(ZipLog, MayHoldCompressedLogsAndArchives) {
  const std::string inner = zipOf({{"c.csv", csvOf("1")}, {"d.txt", "no log\n"}, {"e.csv.zst", zstdOf(csvOf("2"))}});
  const Loaded log = load(zipOf({{"a.csv.gz", gzipOf(csvOf("3"))}, {"x.zip", inner, ZipMember::Stored}}));
  EXPECT_THAT(namesOf(log), ElementsAre("b.zip/a.csv.gz", "b.zip/x.zip/c.csv", "b.zip/x.zip/e.csv.zst"));
  EXPECT_THAT(skippedOf(log), ElementsAre("a/b.zip/x.zip/d.txt: no log"));
  EXPECT_EQ((*log)->sources()[2]->container, "zip/zip/zstd");
}

TEST(ZipLog, InArchivesForEverIsRefused) {
  std::string bytes = csvOf("1");
  for (int i = 0; i < 5; ++i) bytes = zipOf({{"a", bytes}});
  EXPECT_EQ(load(bytes).error().detail, "packed more than 4 times");
}

TEST(ZipLog, CutAnywhereGivesTheMembersThatAreWholeAndTellsIt) {
  for (const auto method : {ZipMember::Stored, ZipMember::Deflated, ZipMember::Zstd}) {
    for (const bool zip64 : {false, true}) {
      const std::string whole = zipOf({{"a.csv", csvOf("1"), method}, {"b.csv", csvOf("2"), method}}, zip64);
      const std::size_t second = whole.find("PK\x03\x04", 4), directory = whole.find("PK\x01\x02");
      for (std::size_t size = 4; size < whole.size(); ++size) {
        const Loaded log = load(whole.substr(0, size));
        if (size < second) {
          ASSERT_FALSE(log) << size;
          EXPECT_EQ(log.error().code, ErrorCode::DamagedArchive) << size;
          EXPECT_EQ(log.error().subject, "a/b.zip") << size;
          continue;
        }
        ASSERT_TRUE(log) << size;
        EXPECT_EQ((*log)->recordCount(), size < directory ? 1u : 2u) << size;
        ASSERT_EQ((*log)->report()[IssueKind::PartNotRead].count, 1u) << size;
        EXPECT_THAT((*log)->report()[IssueKind::PartNotRead].samples[0].detail,
                    ::testing::MatchesRegex(".*; its files were read one after the other, up to byte [0-9]+"))
            << size;
        for (const std::string& skipped : skippedOf(log)) {
          EXPECT_EQ(skipped, "a/b.zip/b.csv: its compressed data ends in the middle, at byte " + std::to_string(size));
        }
      }
    }
  }
}

TEST(ZipLog, WithoutItsListIsReadByWhatStandsInFrontOfItsMembers) {
  std::string streamed;  // lengths behind the data, as programs write that pack while they send
  for (const auto& [name, text] : {std::pair<std::string, std::string>{"a.csv", csvOf("1")}, {"b.csv", csvOf("2")}}) {
    const std::string member = zipOf({{name, text}});
    const std::size_t data = 30 + name.size(), end = member.find("PK\x01\x02");
    streamed += member.substr(0, 6) + '\x08' + member.substr(7, 7) + std::string(12, '\0') + member.substr(26, 4) +
                name + member.substr(data, end - data) + "PK\x07\x08" + member.substr(14, 12);
  }
  EXPECT_THAT(namesOf(load(streamed)), ElementsAre("b.zip/a.csv", "b.zip/b.csv"));
  EXPECT_THAT(namesOf(load(streamed.substr(0, streamed.size() - 20))), ElementsAre("b.zip/a.csv"));

  const std::vector<ZipMember> members{{"folder/", "", ZipMember::Stored},
                                       {"secret.csv", csvOf("2"), ZipMember::Stored, 1},
                                       {"odd.csv", csvOf("3"), ZipMember::Deflated, 0, 12345},
                                       {"old.csv", csvOf("3"), static_cast<ZipMember::Method>(97)},
                                       {"x/.hidden.csv", csvOf("5")},
                                       {"in.csv.gz", gzipOf(csvOf("6"))}};
  const std::string whole = zipOf(members);
  const Loaded log = load(whole.substr(0, whole.find("PK\x01\x02")));
  EXPECT_THAT(namesOf(log), ElementsAre("b.zip/in.csv.gz"));
  EXPECT_THAT(skippedOf(log),
              ElementsAre("a/b.zip/secret.csv: protected by a password", "a/b.zip/odd.csv: its checksum does not match",
                          "a/b.zip/old.csv: zip, method 97"));
}

TEST(ZipLog, DamagedAnywhereIsNeverAnotherLog) {
  for (const auto method : {ZipMember::Stored, ZipMember::Deflated, ZipMember::Zstd}) {
    const std::string whole = zipOf({{"a.csv", csvOf("somebody@example.org"), method}});
    const auto right = RecordReader(*load(whole)).read(RowId{0})->fields;
    const std::size_t data = 30 + 5, end = whole.find("PK\x01\x02");
    for (std::size_t at = data; at < end; ++at) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
      const Loaded log = load(bytes);
      // Some bits of packed data say nothing of its text.
      EXPECT_TRUE(!log || RecordReader(*log).read(RowId{0})->fields == right) << at;
      EXPECT_TRUE(!log || method != ZipMember::Stored) << at;
      EXPECT_TRUE(log || log.error().code == ErrorCode::DamagedArchive) << at;
    }
  }
}

TEST(ZipLog, ByAMethodThatIsNotKnownIsNamed) {
  const Loaded log = load(zipOf({{"a.csv", csvOf("1"), static_cast<ZipMember::Method>(97)}}));
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::UnsupportedFormat);
  EXPECT_EQ(log.error().detail, "zip, method 97");
}

TEST(ZipLog, DocumentsOfOfficesAreNamed) {
  const auto refusal = [](const std::string& part, const std::string& text = "x") {
    return load(zipOf({{"[Content_Types].xml", "x"}, {part, text, ZipMember::Stored}})).error();
  };
  EXPECT_EQ(refusal("word/document.xml").detail, "docx");
  EXPECT_EQ(refusal("xl/workbook.bin").detail, "xlsb");
  EXPECT_EQ(refusal("mimetype", "application/vnd.oasis.opendocument.spreadsheet").detail, "ods");
  EXPECT_EQ(refusal("xl/workbook.bin").code, ErrorCode::UnsupportedFormat);
}

TEST(ZipLog, IsNeverReplacedByAnExport) {
  test::TemporaryFolder folder;
  for (const auto& [name, bytes] : {std::pair<std::string, std::string>{"b.zip", zipOf({{"a.csv", csvOf("1")}})},
                                    {"b.csv.gz", gzipOf(csvOf("1"))}}) {
    LoadRequest request;
    request.paths = {folder.write(name, bytes)};
    const auto log = *loadLog(request);
    std::filesystem::rename(folder / name, folder / "moved");
    for (const char* target : {"moved"}) {
      const auto done = exportActionList(log, RowSet(std::vector<std::uint32_t>{0}), {}, folder / target);
      ASSERT_FALSE(done) << name;
      EXPECT_EQ(done.error().code, ErrorCode::TargetIsLog);
    }
  }
}

TEST(ZipLog, ChangedArchiveIsToldOfItsLogs) {
  test::TemporaryFolder folder;
  const auto file = folder.write("b.zip", zipOf({{"a.csv", csvOf("1")}}));
  LoadRequest request;
  request.paths = {file};
  const auto log = *loadLog(request);
  EXPECT_TRUE(checkUnchanged(*log->sources()[0]));
  folder.write("b.zip", zipOf({{"a.csv", csvOf("1")}, {"b.csv", csvOf("2")}}));
  const auto same = checkUnchanged(*log->sources()[0]);
  ASSERT_FALSE(same);
  EXPECT_EQ(same.error().code, ErrorCode::FileGrew);
  EXPECT_EQ(same.error().subject, file.string());
}

TEST(SameContent, ACopyUnderAnotherNameCountsOnce) {
  test::TemporaryFolder folder;
  std::string text = csvOf("1");
  while (text.size() < 1'000'000) text += "failed;EXPIRED;" + std::to_string(text.size()) + "\n";
  std::string other = text;
  other[500'001] = other[500'001] == 'x' ? 'y' : 'x';
  folder.write("a.csv", text);
  folder.write("b copy.csv", text);
  folder.write("c.csv.gz", gzipOf(text));
  folder.write("d.zip", zipOf({{"a.csv", text}, {"other.csv", other}}));
  folder.write("e.csv", "status;code\n");
  folder.write("f.csv", "status;code\n");
  LoadRequest request;
  request.paths = {folder.path()};
  const Loaded log = loadLog(request);
  EXPECT_THAT(namesOf(log), ElementsAre("a.csv", "d.zip/other.csv", "e.csv", "f.csv"));
  const std::string same = ": the same as " + (folder / "a.csv").string();
  EXPECT_THAT(skippedOf(log),
              ElementsAre((folder / "b copy.csv").string() + same, (folder / "c.csv.gz").string() + same,
                          (folder / "d.zip").string() + "/a.csv" + same));
}

TEST(SameContent, DamagedFileOfAFolderIsSkippedAndTold) {
  test::TemporaryFolder folder;
  folder.write("a.csv", csvOf("1"));
  folder.write("b.csv.gz", gzipOf(csvOf("2")).substr(0, 30));
  LoadRequest request;
  request.paths = {folder.path()};
  EXPECT_THAT(skippedOf(loadLog(request)),
              ElementsAre(HasSubstr("its compressed data ends in the middle, at byte 30")));
}

}  // namespace
}  // namespace undelivered
