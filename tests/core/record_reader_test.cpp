// SPDX-License-Identifier: GPL-3.0-or-later
// A row's text is read when it is wanted; a log that is not what it was is an error, never another row.
#include "store/record_reader.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "query/log_query.h"
#include "store/load_log.h"
#include "support/memory_files.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

namespace fs = std::filesystem;

/// Rows longer than what a reader keeps in memory, so that each is a read of its own.
std::string logText(int rows, const std::string& code = "EXPIRED") {
  std::string text = "time;status;code;recipient;note\n";
  for (int i = 0; i < rows; ++i) {
    text += "2025-03-04 10:00:00;failed;" + code + ";+49170" + std::to_string(1'000'000 + i) + ";" +
            std::string(20'000, static_cast<char>('a' + i % 26)) + "\n";
  }
  return text;
}

class RecordReading : public ::testing::Test {
 protected:
  static constexpr std::uint32_t kRows = 60;

  void expectChanged(RowId row) {
    RecordReader reader(m_log);
    const auto record = reader.read(row);
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, ErrorCode::FileChanged);
    EXPECT_EQ(record.error().subject, m_path.string());
  }
  void expectQueriesFail() {
    const auto query = makeLocalQuery(m_log);
    Filter filter;
    filter.search = "zzz";
    EXPECT_EQ(query->rows(filter, {}).error().code, ErrorCode::FileChanged);
    EXPECT_EQ(query->rows({}, {ColumnId::Recipient, false, "en"}).error().code, ErrorCode::FileChanged);
  }

  test::TemporaryFolder m_folder;
  fs::path m_path = m_folder.write("log.csv", logText(kRows));
  std::shared_ptr<const DeliveryLog> m_log = load();

 private:
  std::shared_ptr<const DeliveryLog> load() const {
    LoadRequest request;
    request.paths = {m_path};
    return *loadLog(request);
  }
};

TEST_F(RecordReading, AnyOrderGivesTheSameRecords) {
  RecordReader forward(m_log);
  RecordReader backward(m_log);
  for (std::uint32_t i = 0; i < kRows; ++i) {
    const auto record = forward.read(RowId{i});
    ASSERT_TRUE(record);
    EXPECT_EQ(record->row, RowId{i});
    EXPECT_EQ(record->line, i + 2);
    EXPECT_EQ(record->recipient, "+49170" + std::to_string(1'000'000 + i));
    EXPECT_EQ(record->fields[4].second[0], static_cast<char>('a' + i % 26));
    EXPECT_EQ(backward.read(RowId{kRows - 1 - i})->line, kRows - 1 - i + 2);
  }
}

TEST_F(RecordReading, EachThreadHasAReader) {
  std::vector<std::jthread> threads;
  for (std::uint32_t t = 0; t < 4; ++t) {
    threads.emplace_back([this, t] {
      RecordReader reader(m_log);
      for (std::uint32_t i = 0; i < 200; ++i) EXPECT_TRUE(reader.read(RowId{(i * 7 + t) % kRows}));
    });
  }
}

TEST_F(RecordReading, FileThatWasCut) {
  fs::resize_file(m_path, 500'000);
  expectChanged(RowId{0});
  expectChanged(RowId{kRows - 1});
  expectQueriesFail();
}

TEST_F(RecordReading, FileThatGrew) {
  std::ofstream(m_path, std::ios::app) << "2025-03-05 10:00:00;failed;EXPIRED;;\n";
  expectChanged(RowId{0});
}

TEST_F(RecordReading, FileThatWasRewrittenInPlace) {
  std::string text = logText(kRows, "EXPIREX");
  const auto modified = fs::last_write_time(m_path);
  ASSERT_EQ(text.size(), fs::file_size(m_path));
  m_folder.write("log.csv", text);
  fs::last_write_time(m_path, modified + std::chrono::milliseconds{5});
  expectChanged(RowId{3});
  expectQueriesFail();
}

TEST_F(RecordReading, FileThatWasReplacedIsStillReadAsItWas) {
  // Its path names another file now; the one that was loaded is open and unchanged, so its rows are right.
  fs::rename(m_folder.write("new.csv", logText(kRows, "REJECTED")), m_path);
  RecordReader reader(m_log);
  const auto record = reader.read(RowId{5});
  ASSERT_TRUE(record);
  EXPECT_EQ(record->fields[2].second, "EXPIRED");
}

TEST_F(RecordReading, FileThatWasRemovedIsStillReadAsItWas) {
  fs::remove(m_path);
  EXPECT_TRUE(RecordReader(m_log).read(RowId{5}));
}

TEST(RecordReadingFaults, ReadErrorIsAnErrorWithItsPlace) {
  test::MemoryFiles files;
  files.files["log"] = logText(60);
  std::atomic<bool> broken = false;
  files.readFault = [&](std::uint64_t) { return broken ? EIO : 0; };
  LoadRequest request;
  request.paths = {"log"};
  const auto log = *loadLog(request, {}, {}, files);
  broken = true;
  const auto record = RecordReader(log).read(RowId{50});
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().code, ErrorCode::ReadFailed);
  EXPECT_EQ(record.error().systemError, EIO);
  EXPECT_EQ(record.error().subject, "log");
  EXPECT_EQ(record.error().line, 52u);
  Filter filter;
  filter.search = "x";
  const auto rows = makeLocalQuery(log)->rows(filter, {});
  ASSERT_FALSE(rows);
  EXPECT_EQ(rows.error().code, ErrorCode::ReadFailed);
  EXPECT_EQ(rows.error().subject, "log");
}

TEST_F(RecordReading, ErrorTellsTheLine) {
  fs::resize_file(m_path, 500'000);
  EXPECT_EQ(RecordReader(m_log).read(RowId{50}).error().line, 52u);
}

}  // namespace
}  // namespace undelivered
