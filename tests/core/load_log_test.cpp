// SPDX-License-Identifier: GPL-3.0-or-later
// Loading: files and folders, refusals that say what was found, faults of the disk, and the wish to stop.
#include "store/load_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <functional>
#include <mutex>
#include <utility>

#include "data/bulk_log.h"
#include "query/log_query.h"
#include "support/faulty_files.h"
#include "support/memory_files.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kLog = "status;code;recipient\nfailed;EXPIRED;a@b.de\nsent;;c@d.de\n";

LoadRequest requestOf(const std::vector<std::filesystem::path>& paths) {
  LoadRequest request;
  request.paths = paths;
  return request;
}

std::vector<std::string> namesOf(const DeliveryLog& log) {
  std::vector<std::string> names;
  for (const auto& source : log.sources()) names.push_back(source->displayName);
  return names;
}

TEST(LoadLog, AFileThatIsNamedTwiceCountsOnce) {
  test::TemporaryFolder folder;
  const auto a = folder.write("a.csv", kLog);
  const auto once = *loadLog(requestOf({a}));
  const auto log = *loadLog(requestOf({a, folder.path(), folder.path() / "." / "a.csv"}));
  EXPECT_EQ(log->recordCount(), once->recordCount());
  EXPECT_EQ(log->report()[IssueKind::FileRepeated].count, 2u);
}

TEST(LoadLog, FolderIsReadInTheOrderOfNamesHiddenFilesAside) {
  test::TemporaryFolder folder;
  for (const char* name : {"b.csv", "a.csv", "c/a.csv", ".hidden.csv", ".git/x.csv"})
    folder.write(name, kLog + "sent;;" + name + "\n");
  const auto log = *loadLog(requestOf({folder.path()}));
  EXPECT_THAT(namesOf(*log), ElementsAre("a.csv", "b.csv", "a.csv"));
  EXPECT_EQ(log->recordCount(), 9u);
  EXPECT_EQ(log->sourceOf(RowId{0}).value, 0u);
  EXPECT_EQ(log->sourceOf(RowId{8}).value, 2u);
  EXPECT_EQ(log->line(RowId{8}), 4u);
}

TEST(LoadLog, PathsComeInTheOrderGiven) {
  test::TemporaryFolder folder;
  folder.write("b/x.csv", kLog);
  const auto a = folder.write("a.csv", kLog + "sent;;e@f.de\n");
  const auto log = *loadLog(requestOf({folder / "b", a}));
  EXPECT_THAT(namesOf(*log), ElementsAre("x.csv", "a.csv"));
}

TEST(LoadLog, FileOfAFolderThatIsNoLogIsSkippedAndTold) {
  test::TemporaryFolder folder;
  folder.write("a.csv", kLog);
  folder.write("b.csv", "name;age\nJo;3\n");
  folder.write("c.csv", "");
  folder.write("d.xls", "\xD0\xCF\x11\xE0...");
  const auto log = *loadLog(requestOf({folder.path()}));
  EXPECT_EQ(log->recordCount(), 2u);
  const auto& skipped = log->report()[IssueKind::FileSkipped];
  ASSERT_EQ(skipped.count, 2u);
  EXPECT_EQ(skipped.samples[0].file, (folder / "b.csv").string());
  EXPECT_EQ(skipped.samples[0].detail, "name, age");
  EXPECT_EQ(skipped.samples[0].line, 0u);
  EXPECT_EQ(skipped.samples[1].detail, "empty");
  ASSERT_EQ(log->report()[IssueKind::FileUnreadable].count, 1u);
  EXPECT_EQ(log->report()[IssueKind::FileUnreadable].samples[0].detail, "xls");
  EXPECT_EQ(log->report().leftOut(), 3u);
}

TEST(LoadLog, FolderWithoutAnyLogIsRefused) {
  test::TemporaryFolder folder;
  EXPECT_EQ(loadLog(requestOf({folder.path()})).error().code, ErrorCode::EmptyFolder);
  folder.write("b.csv", "name;age\nJo;3\n");
  const auto log = loadLog(requestOf({folder.path()}));
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::NoUsableColumn);
}

TEST(LoadLog, FolderOfOtherFilesTellsHowManyAndTheFirstOfThem) {
  test::TemporaryFolder folder;
  folder.write("a.csv", "name;age\nJo;3\n");
  folder.write("b.txt", "Dear all\n");
  const auto two = loadLog(requestOf({folder.path()}));
  ASSERT_FALSE(two);
  EXPECT_EQ(two.error().code, ErrorCode::NotALog);
  EXPECT_EQ(two.error().subject, folder.path().string());
  EXPECT_EQ(two.error().detail, "files that are no logs: a.csv (name, age), b.txt (Dear all)");
  for (const char* name : {"c", "d", "e", "f", "g"}) folder.write(name, "");
  EXPECT_THAT(loadLog(requestOf({folder.path()})).error().detail, HasSubstr("d (empty), e (empty), … (+2)"));
}

TEST(LoadLog, NamedFileThatIsNoLogIsRefusedWithWhatWasFound) {
  struct Case {
    std::string text;
    ErrorCode code;
    std::string detail;
  };
  const std::vector<Case> cases{{"", ErrorCode::EmptyLog, ""},
                                {"\n \n", ErrorCode::EmptyLog, ""},
                                {"name;age\nJo;3\n", ErrorCode::NoUsableColumn, "name, age"},
                                {"name;age\nstatus;3\n", ErrorCode::NoUsableColumn, "name, age"},
                                {"Dear all\n", ErrorCode::NotALog, "Dear all"},
                                {std::string("\x7F"
                                             "ELF\x02\x01\0 and more of it",
                                             22),
                                 ErrorCode::NotALog, "binary data"},
                                {"\xD0\xCF\x11\xE0", ErrorCode::UnsupportedFormat, "xls"},
                                {"BZh91AY&SY", ErrorCode::UnsupportedFormat, "bzip2"},
                                {std::string("\xFD\x37\x7A\x58\x5A\0", 6), ErrorCode::UnsupportedFormat, "xz"},
                                {"%PDF-1.7", ErrorCode::UnsupportedFormat, "pdf"},
                                {"{\"a\":1}", ErrorCode::NotALog, "JSON with the keys a"}};
  for (const Case& c : cases) {
    test::MemoryFiles files;
    files.files["x"] = c.text;
    const auto log = loadLog(requestOf({"x"}), {}, {}, files);
    ASSERT_FALSE(log) << c.text;
    EXPECT_EQ(log.error().code, c.code) << c.text;
    EXPECT_EQ(log.error().subject, "x") << c.text;
    EXPECT_EQ(log.error().detail, c.detail) << c.text;
  }
  EXPECT_EQ(loadLog(requestOf({"none"}), {}, {}, test::MemoryFiles{}).error().code, ErrorCode::FileNotFound);
}

TEST(LoadLog, LogOfAHeaderAloneHasNoRecords) {
  test::MemoryFiles files;
  files.files["x"] = "status;code\n";
  const auto log = loadLog(requestOf({"x"}), {}, {}, files);
  ASSERT_TRUE(log) << log.error().detail;
  EXPECT_EQ((*log)->recordCount(), 0u);
  EXPECT_EQ(makeLocalQuery(*log)->facets({})->rows, 0u);
  EXPECT_TRUE(makeLocalQuery(*log)->rows({}, {ColumnId::Time, true, "en"})->empty());
}

TEST(LoadLog, MappingOfTheCallerReplacesTheGuess) {
  test::MemoryFiles files;
  files.files["x"] = "status;foo;bar\nfailed;EXPIRED;4.3.2025\n";
  LoadRequest request = requestOf({"x"});
  request.options.columns = {{Field::Code, "FOO"}, {Field::Time, "#3"}};
  const auto log = *loadLog(request, {}, {}, files);
  EXPECT_EQ(log->reason(log->kind(RowId{0}).reason).code, "EXPIRED");
  EXPECT_EQ(toIso8601(*log->time(RowId{0})), "2025-03-04T00:00:00Z");
  for (const char* wrong : {"nonsense", "#0", "#4", "#x"}) {
    request.options.columns = {{Field::Code, wrong}};
    const auto refused = loadLog(request, {}, {}, files);
    ASSERT_FALSE(refused) << wrong;
    EXPECT_EQ(refused.error().code, ErrorCode::BadArgument);
    EXPECT_THAT(refused.error().detail, HasSubstr("status, foo, bar"));
  }
}

TEST(LoadLog, ReadErrorAnywhereIsAnErrorAndNeverAShorterLog) {
  std::string text = "status;code\n";
  while (text.size() < 200'000) text += "failed;EXPIRED\n";
  for (std::uint64_t bad : {0u, 4096u, 100'000u, 190'000u}) {
    test::MemoryFiles files;
    files.files["x"] = text;
    // The recogniser reads from the start; only what it does not see fails later.
    std::atomic<bool> opened = bad == 0;
    files.readFault = [&](std::uint64_t offset) {
      if (!opened) return opened = true, 0;
      return offset >= bad ? EIO : 0;
    };
    LoadRequest request = requestOf({"x"});
    request.blockBytes = 4096;
    for (unsigned threads : {1u, 4u}) {
      opened = bad == 0;
      request.threads = threads;
      const auto log = loadLog(request, {}, {}, files);
      ASSERT_FALSE(log) << bad;
      EXPECT_EQ(log.error().code, ErrorCode::ReadFailed);
      EXPECT_EQ(log.error().systemError, EIO);
      EXPECT_EQ(log.error().subject, "x");
    }
  }
}

TEST(LoadLog, FileThatShrinksWhileItIsReadIsAnError) {
  test::TemporaryFolder folder;
  std::string text = "status;code\n";
  while (text.size() < 100'000) text += "failed;EXPIRED\n";
  const auto path = folder.write("x.csv", text);
  LoadRequest request = requestOf({path});
  request.blockBytes = 4096;
  request.threads = 1;
  bool cut = false;
  const auto log = loadLog(request, {}, [&](Progress) {
    if (!cut) std::filesystem::resize_file(path, 50'000);
    cut = true;
  });
  ASSERT_TRUE(cut);
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::FileShrank);
  EXPECT_EQ(log.error().subject, path.string());
}

TEST(LoadLog, FileThatShrinksBeforeItIsRecognisedIsNoOtherKindOfFile) {
  test::FaultyFiles files("time;channel;recipient;customer;status;code\n;;;;failed;EXPIRED\n", {});
  files.strike(test::Fault::Shrank, 1);
  const auto log = loadLog(requestOf({"x"}), {}, {}, files);
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::FileShrank);
  EXPECT_EQ(log.error().subject, "x");
}

/// Loads 100 kB in small blocks and does something to the file once the load is under way.
Result<std::shared_ptr<const DeliveryLog>> loadWhile(const std::filesystem::path& path,
                                                     const std::function<void()>& happens) {
  LoadRequest request = requestOf({path});
  request.blockBytes = 4096;
  request.threads = 1;
  bool happened = false;
  auto log = loadLog(request, {}, [&](Progress) {
    if (!std::exchange(happened, true)) happens();
  });
  EXPECT_TRUE(happened);
  return log;
}

TEST(LoadLog, FileThatIsRewrittenWhileItIsReadIsAnError) {
  test::TemporaryFolder folder;
  std::string text = "status;code\n";
  while (text.size() < 100'000) text += "failed;EXPIRED\n";
  const auto path = folder.write("x.csv", text);
  const auto before = std::filesystem::last_write_time(path);
  const auto log = loadWhile(path, [&] {
    // The same length, and in its middle another code: no read can tell, only the file's time.
    folder.write("x.csv", text.replace(60'009, 14, "failed;EXPIRER"));
    std::filesystem::last_write_time(path, before + std::chrono::seconds{1});
  });
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::FileChanged);
  EXPECT_EQ(log.error().subject, path.string());
}

TEST(LoadLog, FileThatGrowsWhileItIsReadIsReadUpToWhereItEnded) {
  test::TemporaryFolder folder;
  std::string text = "status;code\n";
  for (int i = 0; i < 10'000; ++i) text += "failed;EXPIRED\n";
  const auto path = folder.write("x.csv", text);
  const auto log = loadWhile(path, [&] { std::ofstream(path, std::ios::app) << "failed;EXPIRED\n"; });
  ASSERT_TRUE(log) << static_cast<int>(log.error().code);
  EXPECT_EQ((*log)->recordCount(), 10'000u);
}

TEST(LoadLog, FullTemporaryDiskIsAnError) {
  test::MemoryFiles files;
  files.files["x"] = std::string("\xFF\xFEs\0t\0a\0t\0u\0s\0\n\0x\0", 18);
  files.writeFault = [](std::uint64_t) { return ENOSPC; };
  const auto log = loadLog(requestOf({"x"}), {}, {}, files);
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::WriteFailed);
  EXPECT_EQ(log.error().systemError, ENOSPC);
}

class LargeLog : public ::testing::Test {
 protected:
  static constexpr std::uint64_t kRows = 1'000'000;
  LargeLog() { EXPECT_TRUE(samples::writeBulkLog(m_path.string(), kRows, samples::BulkKind::Reference, 1)); }

  test::TemporaryFolder m_folder;
  std::filesystem::path m_path = m_folder / "log.csv";
};

TEST_F(LargeLog, ARecordTakesAtMost24Bytes) {
  const auto log = *loadLog(requestOf({m_path}));
  ASSERT_EQ(log->recordCount(), kRows);
  EXPECT_LE(static_cast<double>(log->memoryBytes()) / kRows, 24.0);
  EXPECT_GT(makeLocalQuery(log)->summarise({}, {})->totals.delivered, kRows / 2) << "delivered ones are among them";
}

TEST_F(LargeLog, StopsWhenAsked) {
  std::stop_source stop;
  std::atomic<int> calls = 0;
  const auto log = loadLog(requestOf({m_path}), stop.get_token(), [&](Progress) {
    ++calls;
    stop.request_stop();
  });
  ASSERT_FALSE(log);
  EXPECT_TRUE(log.error().isCancelled());
  EXPECT_GE(calls, 1);
  EXPECT_LE(calls, 2);

  std::stop_source before;
  before.request_stop();
  EXPECT_TRUE(loadLog(requestOf({m_path}), before.get_token()).error().isCancelled());
}

TEST_F(LargeLog, ProgressGrowsToTheWholeAndIsToldOneAtATime) {
  const std::uint64_t size = std::filesystem::file_size(m_path);
  std::mutex mutex;
  std::vector<std::uint64_t> done;
  LoadRequest request = requestOf({m_path});
  request.blockBytes = 1 << 16;
  ASSERT_TRUE(loadLog(request, {}, [&](Progress progress) {
    ASSERT_TRUE(mutex.try_lock());
    EXPECT_EQ(progress.total, size);
    done.push_back(progress.done);
    mutex.unlock();
  }));
  ASSERT_FALSE(done.empty());
  EXPECT_TRUE(std::is_sorted(done.begin(), done.end()));
  EXPECT_EQ(done.back(), size);
}

TEST_F(LargeLog, BlocksAndThreadsChangeNothing) {
  LoadRequest request = requestOf({m_path});
  request.threads = 1;
  request.blockBytes = 1 << 24;
  const auto whole = *loadLog(request);
  request.threads = 4;
  request.blockBytes = 1 << 16;
  const auto pieces = *loadLog(request);
  ASSERT_EQ(pieces->recordCount(), whole->recordCount());
  ASSERT_EQ(pieces->kinds().size(), whole->kinds().size());
  for (std::uint32_t row = 0; row < kRows; row += 97) {
    ASSERT_EQ(pieces->kind(RowId{row}), whole->kind(RowId{row})) << row;
    ASSERT_EQ(pieces->time(RowId{row}), whole->time(RowId{row})) << row;
    ASSERT_EQ(pieces->line(RowId{row}), whole->line(RowId{row})) << row;
  }
  const auto counts = [](const DeliveryLog& log) {
    std::vector<std::array<std::int64_t, 3>> cells;
    for (std::size_t i = 0; i < log.cube().days().size(); ++i) {
      for (const Cube::Cell& cell : log.cube().cells(i))
        cells.push_back({log.cube().days()[i], cell.kind.value, cell.count});
    }
    return cells;
  };
  EXPECT_EQ(counts(*pieces), counts(*whole));
}

}  // namespace
}  // namespace undelivered
