// SPDX-License-Identifier: GPL-3.0-or-later
// Folders that get new files while they are open.
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/extend_log.h"
#include "store/folder_changes.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/pack.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string kHeader = "time;code;recipient;messageid\n";

std::string row(int number) {
  return "2025-03-04 09:15:30;EXPIRED;+49170" + std::to_string(number) + ";m-" + std::to_string(number) + "\n";
}

class GrowingFolder : public testing::Test {
 protected:
  GrowingFolder() {
    folder.write("a.csv", kHeader + row(1));
    folder.write("b.csv", kHeader + row(2));
    log = load();
  }
  std::shared_ptr<const DeliveryLog> load() const {
    LoadRequest request;
    request.paths = {folder.path()};
    auto loaded = loadLog(request);
    EXPECT_TRUE(loaded);
    return *loaded;
  }
  /// What reading on gives; the log is that from then on.
  void readOn() {
    const auto extended = extendLog(log);
    ASSERT_TRUE(extended) << static_cast<int>(extended.error().code);
    log = *extended;
  }
  std::vector<std::string> added() const {
    std::vector<std::string> names;
    const auto changes = folderChanges(*log);
    for (const auto& each : changes->added) names.push_back(each.file.lexically_relative(folder.path()));
    return names;
  }
  std::vector<std::string> gone() const {
    std::vector<std::string> names;
    const auto changes = folderChanges(*log);
    for (const auto& file : changes->gone) names.push_back(file.lexically_relative(folder.path()));
    return names;
  }

  test::TemporaryFolder folder;
  std::shared_ptr<const DeliveryLog> log;
};

TEST_F(GrowingFolder, WithNothingNewIsItself) {
  EXPECT_THAT(added(), IsEmpty());
  EXPECT_THAT(gone(), IsEmpty());
  EXPECT_EQ(*extendLog(log), log);
}

TEST_F(GrowingFolder, NewFilesAreReadBehindTheOthers) {
  folder.write("0.csv", kHeader + row(3));
  folder.write("sub/c.csv.gz", test::gzipOf(kHeader + row(4)));
  folder.write("sub/d.zip", test::zipOf({{"x.csv", kHeader + row(5)}, {"y.csv", kHeader + row(6)}}));
  folder.write(".hidden.csv", kHeader + row(7));
  EXPECT_THAT(added(), ElementsAre("0.csv", "sub/c.csv.gz", "sub/d.zip"));
  EXPECT_EQ(errorOfAdded(*log, *folderChanges(*log)).detail, "0.csv (+2)");
  readOn();
  ASSERT_EQ(log->recordCount(), 6u);
  EXPECT_EQ(log->sources()[2]->displayName, "0.csv");
  RecordReader reader(log);
  EXPECT_EQ(reader.read(RowId{2})->recipient, "+491703");
  EXPECT_EQ(reader.read(RowId{5})->recipient, "+491706");
  EXPECT_THAT(added(), IsEmpty());
  EXPECT_EQ(*extendLog(log), log);
}

TEST_F(GrowingFolder, OldFilesThatGrewAndNewOnesAreReadAtOnceAndGrowOn) {
  std::ofstream(folder / "a.csv", std::ios::app) << row(3);
  folder.write("c.csv", kHeader + row(4));
  readOn();
  std::ofstream(folder / "c.csv", std::ios::app) << row(5);
  readOn();
  EXPECT_EQ(log->recordCount(), 5u);
  EXPECT_EQ(RecordReader(log).read(RowId{3})->recipient, "+491704");
}

TEST_F(GrowingFolder, MessageThatAnotherLogHasCountsOnce) {
  folder.write("c.csv", kHeader + row(1) + row(3));
  folder.write("d.csv", kHeader + row(2));
  readOn();
  EXPECT_EQ(log->recordCount(), 3u);
  EXPECT_EQ(log->report()[IssueKind::RepeatedRecord].count, 1u);
  ASSERT_EQ(log->report()[IssueKind::FileRepeated].count, 1u);
  EXPECT_EQ(log->report()[IssueKind::FileRepeated].samples[0].detail, "the same as " + (folder / "b.csv").string());
  EXPECT_EQ(log->copies().size(), 1u);
}

TEST_F(GrowingFolder, FileThatIsNoLogIsToldOnceAndLookedAtAgainWhenItChanges) {
  const auto path = folder.write("c.csv", "Dear all\n");
  folder.write("d.csv", "");
  EXPECT_THAT(added(), ElementsAre("c.csv")) << "an empty file may still be written";
  readOn();
  EXPECT_EQ(log->report()[IssueKind::FileSkipped].count, 1u);
  EXPECT_THAT(added(), IsEmpty());
  folder.write("c.csv", kHeader + row(3));
  folder.write("d.csv", kHeader + row(4));
  EXPECT_THAT(added(), ElementsAre("c.csv", "d.csv"));
  readOn();
  EXPECT_EQ(log->recordCount(), 4u);
  EXPECT_EQ(log->report()[IssueKind::FileSkipped].count, 0u) << "it is a log by now";
}

TEST_F(GrowingFolder, FilesThatWereSkippedWhenItWasLoadedAreNotNew) {
  folder.write("c.txt", "Dear all\n");
  folder.write("d.csv", kHeader + row(1));
  log = load();
  EXPECT_EQ(log->report()[IssueKind::FileSkipped].count, 1u);
  EXPECT_EQ(log->report()[IssueKind::FileRepeated].count, 1u);
  EXPECT_THAT(added(), IsEmpty());
}

TEST_F(GrowingFolder, FileThatHasGoneIsToldAndStays) {
  fs::remove(folder / "b.csv");
  EXPECT_THAT(gone(), ElementsAre("b.csv"));
  EXPECT_EQ(errorOfGone(folderChanges(*log)->gone).code, ErrorCode::FileGone);
  EXPECT_EQ(*extendLog(log), log);
  EXPECT_EQ(RecordReader(log).read(RowId{1})->recipient, "+491702") << "it is still open";
  fs::remove_all(folder.path());
  EXPECT_THAT(gone(), ElementsAre("a.csv", "b.csv")) << "with its folder";
}

TEST_F(GrowingFolder, FileOfAnotherNameIsNeitherNewNorGone) {
  fs::create_directories(folder / "done");
  fs::rename(folder / "b.csv", folder / "done" / "b.csv");
  EXPECT_THAT(added(), IsEmpty());
  EXPECT_THAT(gone(), IsEmpty());
}

TEST_F(GrowingFolder, OfASingleLogIsReadAnew) {
  test::TemporaryFolder single;
  single.write("a.csv", kHeader + row(1));
  LoadRequest request;
  request.paths = {single.path()};
  const auto one = *loadLog(request);
  single.write("b.csv", kHeader + row(1) + row(2));
  EXPECT_EQ(extendLog(one).error().code, ErrorCode::FileGrew) << "its messages were not kept to be known again";
}

TEST_F(GrowingFolder, NewFileIsReadAsTheCallerSays) {
  folder.write("c.csv", "wer^warum\na@example.org^EXPIRED\n");
  ExtendRequest request;
  request.options.delimiter = '^';
  request.options.columns[Field::Code] = "warum";
  request.options.columns[Field::Recipient] = "wer";
  const auto extended = extendLog(log, request);
  ASSERT_TRUE(extended);
  ASSERT_EQ((*extended)->recordCount(), 3u);
  EXPECT_EQ(RecordReader(*extended).read(RowId{2})->recipient, "a@example.org");
}

}  // namespace
}  // namespace undelivered
