// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are not read: what cannot be read, what is no log, and what was read already are told apart; of several
// paths those that can be read are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "store/extend_log.h"
#include "store/folder_changes.h"
#include "store/load_log.h"
#include "support/pack.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

using test::gzipOf;
using test::ZipMember;
using test::zipOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kHeader = "status;code;recipient\n";
std::string logOf(int recipient) { return kHeader + "failed;EXPIRED;" + std::to_string(recipient) + "@b.de\n"; }

class UnreadFiles : public ::testing::Test {
 protected:
  Result<std::shared_ptr<const DeliveryLog>> load(const std::vector<std::filesystem::path>& paths) const {
    LoadRequest request;
    request.paths = paths;
    return loadLog(request);
  }
  std::vector<std::string> namesOf(const DeliveryLog& log, IssueKind kind) const {
    std::vector<std::string> names;
    for (const IssueSample& sample : log.report()[kind].samples)
      names.push_back(std::filesystem::path(sample.file).lexically_relative(folder.path()).string());
    return names;
  }

  test::TemporaryFolder folder;
};

TEST_F(UnreadFiles, OfAFolderAreToldApart) {
  folder.write("a.csv", logOf(1));
  folder.write("b/copy of a.csv", logOf(1));
  folder.write("cut.gz", gzipOf(logOf(2)).substr(0, 30));
  folder.write("book.xls", "\xD0\xCF\x11\xE0...");
  folder.write("letter.pdf", "%PDF-1.7");
  folder.write("logs.zip", zipOf({{"x.csv", logOf(3)}, {"secret.csv", logOf(4), ZipMember::Stored, 1}}));
  folder.write("readme.txt", "Dear all\n");
  const auto log = *load({folder.path()});
  EXPECT_EQ(log->recordCount(), 2u);
  EXPECT_THAT(namesOf(*log, IssueKind::FileUnreadable), ElementsAre("book.xls", "cut.gz", "logs.zip/secret.csv"));
  EXPECT_THAT(namesOf(*log, IssueKind::FileSkipped), ElementsAre("letter.pdf", "readme.txt"));
  EXPECT_THAT(namesOf(*log, IssueKind::FileRepeated), ElementsAre("b/copy of a.csv"));
  EXPECT_EQ(log->report().leftOut(), 6u);
  EXPECT_EQ(log->report().countedOnce(), 1u);
}

TEST_F(UnreadFiles, AreToldAsTheyWouldBeAlone) {
  folder.write("a.csv", logOf(1));
  const auto cut = folder.write("cut.gz", gzipOf(logOf(2)).substr(0, 30));
  const auto log = *load({folder.path()});
  const auto& sample = log->report()[IssueKind::FileUnreadable].samples.at(0);
  ASSERT_TRUE(sample.error);
  const Error alone = load({cut}).error();
  EXPECT_EQ(sample.error->code, alone.code);
  EXPECT_EQ(sample.error->subject, alone.subject);
  EXPECT_EQ(sample.error->detail, alone.detail);
}

TEST_F(UnreadFiles, OfWindowsAndExcelThemselvesAreSetAside) {
  folder.write("a.csv", logOf(1));
  folder.write("Thumbs.db", "\xD0\xCF\x11\xE0...");
  folder.write("desktop.ini", "[.ShellClassInfo]\n");
  folder.write("~$list.xlsx", "Jo");
  folder.write("b.zip", zipOf({{"x.csv", logOf(2)}, {"x/Thumbs.db", "\xD0\xCF\x11\xE0..."}, {"~$list.xlsx", "Jo"}}));
  const auto log = *load({folder.path()});
  EXPECT_EQ(log->sources().size(), 2u);
  EXPECT_EQ(log->report().total(), 0u);
}

TEST_F(UnreadFiles, OfAnArchiveWithoutAnyLogMakeItOneThatCouldNotBeRead) {
  folder.write("a.csv", logOf(1));
  folder.write("b.zip", zipOf({{"read me.txt", "Dear all\n"}, {"x.csv", logOf(2), ZipMember::Stored, 1}}));
  folder.write("c.zip", zipOf({{"read me.txt", "Dear all\n"}, {"more.txt", "Dear all\n"}}));
  const auto log = *load({folder.path()});
  EXPECT_THAT(namesOf(*log, IssueKind::FileUnreadable), ElementsAre("b.zip"));
  EXPECT_THAT(namesOf(*log, IssueKind::FileSkipped), ElementsAre("c.zip"));
  EXPECT_EQ(log->report()[IssueKind::FileUnreadable].samples[0].error->code, ErrorCode::EncryptedFile);
}

TEST_F(UnreadFiles, AmongSeveralThatAreNamedDoNotHoldUpTheOthers) {
  const auto a = folder.write("a.csv", logOf(1));
  const auto b = folder.write("b.csv", logOf(2));
  const auto cut = folder.write("cut.gz", gzipOf(logOf(3)).substr(0, 30));
  const auto letter = folder.write("letter.txt", "Dear all\n");
  const auto empty = folder.write("empty.csv", "");
  std::filesystem::create_directory(folder / "nothing");
  folder.write("letters/one.txt", "Dear all\n");
  const auto log = *load({cut, a, letter, folder / "none.csv", empty, folder / "nothing", folder / "letters", b});
  EXPECT_EQ(log->recordCount(), 2u);
  EXPECT_THAT(namesOf(*log, IssueKind::FileUnreadable),
              ElementsAre("cut.gz", "letter.txt", "none.csv", "empty.csv", "nothing", "letters/one.txt"));
  EXPECT_EQ(log->report().total(), 6u);
  const auto& samples = log->report()[IssueKind::FileUnreadable].samples;
  const auto hasError = [](const IssueSample& sample) { return sample.error && !sample.error->subject.empty(); };
  EXPECT_TRUE(std::all_of(samples.begin(), samples.end(), hasError));
  EXPECT_EQ(samples[2].error->code, ErrorCode::FileNotFound);
}

TEST_F(UnreadFiles, AloneAmongThoseNamedAreTheErrorOfTheFirst) {
  const auto cut = folder.write("cut.gz", gzipOf(logOf(3)).substr(0, 30));
  const auto log = load({folder / "none.csv", cut});
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::FileNotFound);
  EXPECT_EQ(load({cut, folder / "none.csv"}).error().code, ErrorCode::DamagedArchive);
}

TEST_F(UnreadFiles, ThatWereNamedAreReadOnceTheyCanBe) {
  const auto a = folder.write("a.csv", logOf(1));
  const auto b = folder.write("b.csv", logOf(2));
  const auto letter = folder.write("letter.csv", "Dear all\n");
  std::filesystem::create_directory(folder / "nothing");
  auto log = *load({a, b, letter, folder / "late.csv", folder / "nothing"});
  EXPECT_EQ(log->report()[IssueKind::FileUnreadable].count, 3u);
  EXPECT_THAT(folderChanges(*log)->added, IsEmpty());
  EXPECT_THAT(namedFilesGone(*log), IsEmpty());
  folder.write("late.csv", logOf(3));
  folder.write("letter.csv", logOf(4));
  folder.write("nothing/c.csv", logOf(5));
  const auto changes = *folderChanges(*log);
  ASSERT_EQ(changes.added.size(), 3u);
  EXPECT_EQ(errorOfAdded(*log, changes).code, ErrorCode::FileGrew);
  EXPECT_EQ(errorOfAdded(*log, changes).subject, letter.string());
  log = *extendLog(log);
  EXPECT_EQ(log->recordCount(), 5u);
  EXPECT_EQ(log->report().total(), 0u) << "they are logs by now";
  EXPECT_THAT(folderChanges(*log)->added, IsEmpty());
}

TEST_F(UnreadFiles, OfAFolderAreToldNoMoreOnceTheyAreWhole) {
  folder.write("a.csv", logOf(1));
  folder.write("b.csv", logOf(2));
  folder.write("c.csv.gz", gzipOf(logOf(3)).substr(0, 30));
  folder.write("letter.txt", "Dear all\n");
  auto log = *load({folder.path()});
  EXPECT_EQ(log->report()[IssueKind::FileUnreadable].count, 1u);
  folder.write("c.csv.gz", gzipOf(logOf(3)));
  log = *extendLog(log);
  EXPECT_EQ(log->recordCount(), 3u);
  EXPECT_EQ(log->report()[IssueKind::FileUnreadable].count, 0u);
  EXPECT_EQ(log->report()[IssueKind::FileSkipped].count, 1u);
}

}  // namespace
}  // namespace undelivered
