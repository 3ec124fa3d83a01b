// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever happens to a log, at whichever of its reads: an error that says what, or the whole right answer. Never a row
// that is wrong and none that is missing.
#include <gtest/gtest.h>

#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "export/action_list.h"
#include "query/log_query.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/faulty_files.h"
#include "support/pack.h"
#include "support/xlsx.h"

namespace undelivered {
namespace {

using test::Fault;
using test::FaultyFiles;

constexpr int kRows = 2000;

/// Rows of about 60 bytes, among them quoted line breaks, so that blocks do not end with lines.
std::string csvText(const std::string& domain) {
  std::string text = "time;status;code;recipient;note\n";
  for (int i = 0; i < kRows; ++i) {
    const std::string number = std::to_string(10'000 + (i * 7919) % kRows);
    text += "2025-03-04 10:00:00;failed;EXPIRED;" + number + "@" + domain + ";" +
            (i % 10 == 0 ? "\"two\nlines\"" : "note " + number) + "\n";
  }
  return text;
}

std::string jsonText(const std::string& domain) {
  std::string text;
  for (int i = 0; i < kRows; ++i) {
    const std::string number = std::to_string(10'000 + (i * 7919) % kRows);
    text += R"({"type":"MESSAGE_NOT_DELIVERED","date":"2025-03-04T08:15:30Z","eventId":"e)" + std::to_string(i) +
            R"(","claim":{"id":1,"referenceNumber":"RE-1","communication":{"channel":"EMAIL","recipient":")" + number +
            "@" + domain + R"("}},"reason":"EXPIRED"})" + "\n";
  }
  return text;
}

std::string utf16Of(const std::string& text) {
  std::string wide = "\xFF\xFE";
  for (const char c : text) wide += {c, '\0'};
  return wide;
}

std::string zipped(const std::string& text) { return test::zipOf({{"a.csv", text, test::ZipMember::Deflated}}); }

/// The first columns, without the line breaks in cells.
std::string workbookOf(const std::string& text) {
  std::string rows;
  int row = 1;
  for (std::size_t at = 0; row <= kRows; ++row) {
    const std::size_t end = text.find('\n', at);
    rows += "<row>";
    for (std::size_t cell = at; cell < end; cell = std::min(text.find(';', cell), end) + 1) {
      const std::string_view whole = std::string_view(text).substr(cell, std::min(text.find(';', cell), end) - cell);
      rows += "<c t=\"inlineStr\"><is><t>" + std::string(whole) + "</t></is></c>";
    }
    rows += "</row>";
    at = end + 1;
  }
  return test::xlsxOf({{{"Log", "sheet1", rows, ""}}, "", "", ""});
}

/// What an operation found, as a text to compare.
using Answer = Result<std::string>;

Result<std::shared_ptr<const DeliveryLog>> load(const FileSystem& files, unsigned threads) {
  LoadRequest request;
  request.paths = {"log"};
  request.threads = threads;
  request.blockBytes = 4096;
  return loadLog(request, {}, {}, files);
}

Answer describe(std::span<const std::uint32_t> rows) {
  std::string text;
  for (const std::uint32_t row : rows) text += std::to_string(row) + " ";
  return text;
}

Answer describe(const Result<RowSet>& rows) {
  if (!rows) return tl::unexpected(rows.error());
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < rows->size(); ++i) numbers.push_back((*rows)[i].value);
  return describe(std::span<const std::uint32_t>(numbers));
}

Answer counts(const FaultyFiles& files, unsigned threads) {
  const auto log = load(files, threads);
  if (!log) return tl::unexpected(log.error());
  std::string text = std::to_string((*log)->recordCount());
  for (std::uint32_t row = 0; row < (*log)->recordCount(); ++row) {
    text += " " + std::to_string((*log)->line(RowId{row})) + ":" + (*log)->reason((*log)->kind(RowId{row}).reason).code;
  }
  for (const Chunk& chunk : (*log)->chunks())
    text += *describe(std::span(chunk.recipientHash.begin(), chunk.recipientHash.size()));
  return text;
}

using LoadedLog = std::shared_ptr<const DeliveryLog>;

Answer search(const LoadedLog& log, const FaultyFiles&) {
  Filter filter;
  filter.search = "1@A";
  return describe(makeLocalQuery(log)->rows(filter, {}));
}

Answer searchInFull(const LoadedLog& log, const FaultyFiles&) {
  Filter filter;
  filter.search = "/";  // may be escaped in JSON: every record is read
  return describe(makeLocalQuery(log)->rows(filter, {}));
}

Answer sortByText(const LoadedLog& log, const FaultyFiles&) {
  return describe(makeLocalQuery(log)->rows({}, {ColumnId::Recipient, true, "en"}));
}

Answer history(const LoadedLog& log, const FaultyFiles&) {
  return describe(makeLocalQuery(log)->sameRecipient(RowId{700}));
}

/// From the end to the beginning: a read for each row.
Answer exportBackwards(const LoadedLog& log, const FaultyFiles& files) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = log->recordCount() - 1; row > 10; row -= 10) rows.push_back(row);
  const auto done = exportActionList(log, RowSet(rows), {}, "list", {}, {}, files);
  if (!done) {
    EXPECT_FALSE(files.written().contains("list")) << "half a list";
    return tl::unexpected(done.error());
  }
  return files.written().at("list");
}

Answer readRecords(const LoadedLog& log, const FaultyFiles&) {
  RecordReader reader(log);
  std::string text;
  for (std::uint32_t i = 0; i < log->recordCount(); i += 13) {
    const auto record = reader.read(RowId{(i * 37) % log->recordCount()});
    if (!record) {
      EXPECT_GT(record.error().line, 0u);
      return tl::unexpected(record.error());
    }
    for (const auto& [name, value] : record->fields) text += name + "=" + value + ";";
  }
  return text;
}

struct Log {
  const char* name;
  std::string text, other;
  bool spooled = false;  ///< its text is not read from the file itself
};
Log spooled(const char* name, std::string (*pack)(const std::string&)) {
  Log log{name, pack(csvText("a.de")), pack(csvText("b.de")), true};
  log.other.resize(log.text.size());
  return log;
}
const std::vector<Log>& logs() {
  static const std::vector<Log> kLogs{
      {"Csv", csvText("a.de"), csvText("b.de")},
      {"Json", jsonText("a.de"), jsonText("b.de")},
      spooled("Utf16", utf16Of),
      spooled("Gzip", test::gzipOf),
      spooled("Zstd", test::zstdOf),
      spooled("Zip", zipped),
      spooled("Workbook", workbookOf),
  };
  return kLogs;
}

struct FaultCase {
  const char* name;
  Fault fault;
  ErrorCode code;
};
const FaultCase kFaults[] = {
    {"Unreadable", Fault::Unreadable, ErrorCode::ReadFailed},
    {"UnreadableOnce", Fault::UnreadableOnce, ErrorCode::ReadFailed},
    {"Shrank", Fault::Shrank, ErrorCode::FileShrank},
    {"Grew", Fault::Grew, ErrorCode::FileGrew},
    {"Rewritten", Fault::Rewritten, ErrorCode::FileChanged},
    {"Replaced", Fault::Replaced, ErrorCode::FileReplaced},
};

class FaultAtEveryRead : public testing::TestWithParam<std::tuple<std::size_t, std::size_t>> {
 protected:
  const Log& log() const { return logs()[std::get<0>(GetParam())]; }
  const FaultCase& fault() const { return kFaults[std::get<1>(GetParam())]; }

  /// Strikes at the first read, the second and so on, up to the first time that nothing happens any more.
  void atEveryRead(FaultyFiles& files, const std::string& right, const std::function<Answer()>& ask) {
    std::uint64_t read = 1;
    for (;; ++read) {
      files.strike(fault().fault, read);
      const Answer answer = ask();
      if (!files.hasStruck()) {
        EXPECT_EQ(answer.value_or("an error"), right);
        break;
      }
      if (answer) {
        ASSERT_EQ(*answer, right) << "at read " << read;
        continue;
      }
      ++m_errors;
      ASSERT_EQ(answer.error().code, fault().code) << "at read " << read;
      ASSERT_EQ(answer.error().subject, "log") << "at read " << read;
      ASSERT_EQ(answer.error().systemError, fault().code == ErrorCode::ReadFailed ? EIO : 0) << "at read " << read;
    }
    m_tried = read - 1;
  }

  void afterLoading(const std::function<Answer(const LoadedLog&, const FaultyFiles&)>& ask) {
    FaultyFiles files(log().text, log().other);
    const auto loaded = load(files, 2);
    ASSERT_TRUE(loaded);
    ASSERT_GT((*loaded)->recordCount(), static_cast<std::uint32_t>(kRows / 2));
    FaultyFiles whole(log().text, log().other);
    const Answer right = ask(*load(whole, 1), whole);
    ASSERT_TRUE(right);
    atEveryRead(files, *right, [&] { return ask(*loaded, files); });
  }

  std::uint64_t m_tried = 0, m_errors = 0;
};

TEST_P(FaultAtEveryRead, Loading) {
  FaultyFiles files(log().text, log().other);
  const Answer right = counts(files, 1);
  ASSERT_TRUE(right);
  for (const unsigned threads : {1u, 3u}) {
    m_errors = 0;
    atEveryRead(files, *right, [&] { return counts(files, threads); });
    EXPECT_GE(m_tried, log().spooled ? 2u : log().text.size() / 4096);
    const bool always = fault().fault == Fault::Unreadable || fault().fault == Fault::Shrank;
    EXPECT_TRUE(!always || m_errors == m_tried);
    EXPECT_TRUE(fault().fault != Fault::Grew || m_errors == 0) << "it is read up to where it ended";
  }
}

TEST_P(FaultAtEveryRead, Searching) { afterLoading(search); }
TEST_P(FaultAtEveryRead, SearchingInFull) { afterLoading(searchInFull); }
TEST_P(FaultAtEveryRead, SortingByText) { afterLoading(sortByText); }
TEST_P(FaultAtEveryRead, HistoryOfARecipient) { afterLoading(history); }
TEST_P(FaultAtEveryRead, Exporting) { afterLoading(exportBackwards); }
TEST_P(FaultAtEveryRead, ReadingRecords) { afterLoading(readRecords); }

INSTANTIATE_TEST_SUITE_P(Logs, FaultAtEveryRead,
                         testing::Combine(testing::Range<std::size_t>(0, 7), testing::Range<std::size_t>(0, 6)),
                         [](const auto& made) {
                           return std::string(logs()[std::get<0>(made.param)].name) +
                                  kFaults[std::get<1>(made.param)].name;
                         });

TEST(ChangedFile, InodeThatIsMadeUpAnewIsNoOtherFile) {
  struct Renumbered final : RandomAccessFile {
    Result<std::size_t> readAt(std::uint64_t, std::span<char>) const override { return std::size_t{0}; }
    Result<FileState> state() const override { return FileState{10, 5, 1, 99}; }
    std::optional<FileState> stateByName() const override { return byName; }
    std::optional<FileState> byName;
  };
  Renumbered file;
  const FileState before{10, 5, 1, 42};
  EXPECT_TRUE(checkUnchanged(file, before)) << "the open file is the same one";
  EXPECT_TRUE(checkInPlace(file, before)) << "its name stands for nothing";
  file.byName = FileState{10, 5, 1, 77};
  EXPECT_TRUE(checkInPlace(file, before));
  file.byName = FileState{10, 6, 1, 77};
  EXPECT_EQ(checkInPlace(file, before).error().code, ErrorCode::FileReplaced);
}

}  // namespace
}  // namespace undelivered
