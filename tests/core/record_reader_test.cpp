// SPDX-License-Identifier: GPL-3.0-or-later
// A row's text is read when it is wanted; a log that is not what it was is an error, never another row.
#include "store/record_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "export/action_list.h"
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

  void expectAt(RowId row, ErrorCode code) {
    RecordReader reader(m_log);
    const auto record = reader.read(row);
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, code);
    EXPECT_EQ(record.error().subject, m_path.string());
    EXPECT_EQ(record.error().line, row.value + 2u);
  }
  /// A row, a search, a sort by text, an export and the history of a recipient all meet it.
  void expectEverywhere(ErrorCode code) {
    expectAt(RowId{0}, code);
    expectAt(RowId{kRows - 1}, code);
    const auto query = makeLocalQuery(m_log);
    Filter filter;
    filter.search = "zzz";
    std::vector<Error> errors;
    errors.push_back(errorOf(query->rows(filter, {})));
    errors.push_back(errorOf(query->rows({}, {ColumnId::Recipient, false, "en"})));
    errors.push_back(errorOf(query->sameRecipient(RowId{7})));
    errors.push_back(errorOf(exportActionList(m_log, RowSet::all(kRows), {}, m_folder / "list.csv")));
    for (const Error& error : errors) {
      EXPECT_EQ(error.code, code);
      EXPECT_EQ(error.subject, m_path.string());
    }
    EXPECT_FALSE(fs::exists(m_folder / "list.csv"));
  }

  template <class T>
  static Error errorOf(const Result<T>& result) {
    return result ? Error{ErrorCode::Cancelled, "no error", {}} : result.error();
  }

  test::TemporaryFolder m_folder;
  fs::path m_path = m_folder.write("log.csv", logText(kRows));
  std::shared_ptr<const DeliveryLog> m_log = load();

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

TEST(RecordReadingBlanks, OfUnicodeAreTrimmedAlikeInEveryReading) {
  test::MemoryFiles files;
  files.files["log"] =
      "code;to;status\n"
      "EXPIRED;\xC2\xA0"
      "a@example.org\xC2\xA0;failed\n"
      "\xE2\x80\x89"
      "EXPIRED;\xE3\x80\x80;x\n"
      "EXPIRED;\xEF\xBB\xBF+491701234567;\xC2\xA0"
      "failed\n";
  LoadRequest request;
  request.paths = {"log"};
  const auto log = loadLog(request, {}, {}, files);
  ASSERT_TRUE(log);
  RecordReader reader(*log);
  const char* const kRecipients[] = {"a@example.org", "", "+491701234567"};
  for (std::uint32_t row = 0; row < 3; ++row) {
    for (const auto what : {RecordReader::Read::Everything, RecordReader::Read::WithoutOriginals}) {
      const auto record = reader.read(RowId{row}, what);
      ASSERT_TRUE(record) << row;
      EXPECT_EQ(record->recipient, kRecipients[row]);
      EXPECT_EQ((*log)->reason(record->reason).code, "EXPIRED");
    }
  }
}

TEST(RecordReadingSources, EqualCellsUnderOtherColumnsAreAnotherRecord) {
  constexpr std::uint32_t kLines = 10;  // since the last ones of a text are split in another way
  std::string lines;
  for (std::uint32_t i = 0; i < kLines; ++i) lines += "2025-03-04 10:00:00;letter;sms;a@example.org\n";
  test::MemoryFiles files;
  files.files["a.csv"] = "time;channel;status;recipient\n" + lines;
  files.files["b.csv"] = "time;status;channel;recipient\n" + lines;
  LoadRequest request;
  request.paths = {"a.csv", "b.csv"};
  const auto log = *loadLog(request, {}, {}, files);
  ASSERT_EQ(log->recordCount(), 2 * kLines);
  ASSERT_NE(log->kind(RowId{0}).channel, log->kind(RowId{kLines}).channel);
  RecordReader reader(log);
  for (const RowId row : {RowId{0}, RowId{kLines}, RowId{0}}) {
    const auto record = reader.read(row, RecordReader::Read::WithoutOriginals);
    ASSERT_TRUE(record) << row.value;
    EXPECT_EQ(record->channel, log->kind(row).channel) << row.value;
  }
}

TEST(RecordReadingSources, EqualCellsOfAReportThatImpliesTheirStatusAreAnotherRecord) {
  std::string text = "time;channel;errorcode;recipient\n";
  for (int i = 0; i < 10; ++i) text += "2025-03-04 10:00:00;email;;a@example.org\n";
  test::MemoryFiles files;
  files.files["2025-03-04_Muster_sent_communications_report.csv"] = text;
  files.files["other.csv"] = text + "2025-03-04 10:00:00;email;EXPIRED;a@example.org\n";
  LoadRequest request;
  request.paths = {"2025-03-04_Muster_sent_communications_report.csv", "other.csv"};
  const auto log = *loadLog(request, {}, {}, files);
  ASSERT_EQ(log->recordCount(), 21u);
  ASSERT_EQ(log->kind(RowId{0}).outcome, Outcome::Pending);
  ASSERT_NE(log->kind(RowId{10}).outcome, Outcome::Pending);
  RecordReader reader(log);
  for (const RowId row : {RowId{0}, RowId{10}, RowId{0}}) {
    const auto record = reader.read(row, RecordReader::Read::WithoutOriginals);
    ASSERT_TRUE(record) << row.value;
    EXPECT_EQ(record->outcome, log->kind(row).outcome) << row.value;
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
  expectEverywhere(ErrorCode::FileShrank);
}

TEST_F(RecordReading, FileThatGrew) {
  std::ofstream(m_path, std::ios::app) << "2025-03-05 10:00:00;failed;EXPIRED;;\n";
  expectEverywhere(ErrorCode::FileGrew);
}

TEST_F(RecordReading, FileThatWasRewrittenInPlace) {
  std::string text = logText(kRows, "EXPIREX");
  const auto modified = fs::last_write_time(m_path);
  ASSERT_EQ(text.size(), fs::file_size(m_path));
  m_folder.write("log.csv", text);
  fs::last_write_time(m_path, modified + std::chrono::milliseconds{5});
  expectEverywhere(ErrorCode::FileChanged);
}

TEST_F(RecordReading, FileThatWasReplacedIsTold) {
  fs::rename(m_folder.write("new.csv", logText(kRows, "REJECTED")), m_path);
  expectEverywhere(ErrorCode::FileReplaced);
}

TEST_F(RecordReading, FileThatWasReplacedWhileAReaderIsAtWorkIsToldInTheEnd) {
  RecordReader reader(m_log);
  ASSERT_TRUE(reader.read(RowId{5}));
  fs::rename(m_folder.write("new.csv", logText(kRows, "REJECTED")), m_path);
  std::optional<Error> error;
  for (std::uint32_t i = 0; i < 1000 && !error; ++i) {
    const auto record = reader.read(RowId{i * 7 % kRows});
    if (record) {
      ASSERT_EQ(record->fields[2].second, "EXPIRED");
    } else {
      error = record.error();
    }
  }
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::FileReplaced);
}

TEST_F(RecordReading, FileThatWasRemovedOrMovedIsStillReadAsItWas) {
  // There is nothing newer to read; the file that was loaded is open, and its rows are right.
  fs::rename(m_path, m_folder / "log.csv.1");
  EXPECT_TRUE(RecordReader(m_log).read(RowId{5}));
  fs::remove(m_folder / "log.csv.1");
  EXPECT_TRUE(RecordReader(m_log).read(RowId{6}));
}

TEST_F(RecordReading, FolderOfTheLogIsNeverWrittenTo) {
  fs::permissions(m_folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  const auto before = fs::last_write_time(m_folder.path());
  const auto again = load();
  Filter filter;
  filter.search = "aaa";
  EXPECT_TRUE(makeLocalQuery(again)->rows(filter, {ColumnId::Recipient, false, "en"}));
  EXPECT_EQ(fs::last_write_time(m_folder.path()), before);
  EXPECT_THAT(m_folder.names(), ::testing::ElementsAre("log.csv"));
}

TEST(RecordReadingDecoded, ChangeOfTheFileBehindADecodedCopyIsTold) {
  const test::TemporaryFolder folder;
  const std::string narrow = "status;code\nfailed;EXPIRED\n";
  std::string wide = "\xFF\xFE";
  for (const char c : narrow) wide += {c, '\0'};
  const auto path = folder.write("log.txt", wide);
  LoadRequest request;
  request.paths = {path};
  const auto log = *loadLog(request);
  EXPECT_TRUE(RecordReader(log).read(RowId{0}));
  std::ofstream(path, std::ios::app | std::ios::binary) << std::string("x\0", 2);
  const auto record = RecordReader(log).read(RowId{0});
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().code, ErrorCode::FileGrew);
  EXPECT_EQ(record.error().subject, path.string());
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

}  // namespace
}  // namespace undelivered
