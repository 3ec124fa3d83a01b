// SPDX-License-Identifier: GPL-3.0-or-later
// The wish to stop is met soon, wherever it comes: told by the work that is still done after it, not by a clock.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <random>
#include <thread>

#include "base/parallel.h"
#include "base/stoppable.h"
#include "export/action_list.h"
#include "query/log_query.h"
#include "query/radix_sort.h"
#include "query/row_scan.h"
#include "store/load_log.h"
#include "support/collect.h"
#include "support/faulty_files.h"
#include "support/memory_files.h"
#include "support/pack.h"
#include "support/temporary_folder.h"
#include "support/xlsx.h"

namespace undelivered {
namespace {

using LoadedLog = std::shared_ptr<const DeliveryLog>;

/// One recipient for all rows; each is longer than what is read for a row alone.
std::string csvText(int rows) {
  std::string text = "time;status;code;recipient;note\n";
  for (int i = 0; i < rows; ++i) {
    text +=
        "2025-03-04 10:00:00;failed;EXPIRED;a@b.de;" + std::string(5000, 'x') + std::to_string(i * 7919 % rows) + "\n";
  }
  return text;
}

/// Events over several lines each: where one starts cannot be guessed, so they are read one after the other.
std::string eventsText(int events) {
  std::string text = "[\n";
  for (int i = 0; i < events; ++i) {
    text += "{\"type\": \"MESSAGE_NOT_DELIVERED\",\n \"eventId\": \"" + std::to_string(i) +
            "\",\n \"claim\": {\"id\": 1,\n \"communication\": {\"channel\": \"SMS\"}}},\n";
  }
  return text + "]\n";
}

LoadRequest requestOf(unsigned threads) {
  LoadRequest request;
  request.paths = {"log"};
  request.threads = threads;
  request.blockBytes = 4096;
  return request;
}

std::stop_token stopped() {
  std::stop_source source;
  source.request_stop();
  return source.get_token();
}

/// Counts what is read after a stop that is asked for at a read.
class StopAtARead {
 public:
  StopAtARead(test::FaultyFiles& files, std::uint64_t at) : m_files(files) {
    files.strike(test::Fault::None, 0);
    files.onRead = [this, at](std::uint64_t read) {
      if (read >= at) m_source.request_stop();
      if (read > at) ++m_after;
    };
  }
  ~StopAtARead() { m_files.onRead = nullptr; }
  StopAtARead(const StopAtARead&) = delete;
  StopAtARead& operator=(const StopAtARead&) = delete;

  std::stop_token token() const { return m_source.get_token(); }
  std::uint64_t readsAfter() const { return m_after; }

 private:
  test::FaultyFiles& m_files;
  std::stop_source m_source;
  std::atomic<std::uint64_t> m_after = 0;
};

TEST(CancelLoading, EveryThreadEndsWithTheBlockItIsAt) {
  for (const auto& text : {csvText(400), eventsText(20'000)}) {
    test::FaultyFiles files(text, {});
    ASSERT_TRUE(loadLog(requestOf(3), {}, {}, files));
    const std::uint64_t all = files.reads();
    ASSERT_GT(all, 400u);
    for (const std::uint64_t at : {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{30}, all / 2, all - 20}) {
      const StopAtARead stop(files, at);
      const auto log = loadLog(requestOf(3), stop.token(), {}, files);
      ASSERT_FALSE(log);
      EXPECT_TRUE(log.error().isCancelled());
      // A block, and one more read where its last record needs it; the thread that joins may be at one again.
      EXPECT_LE(stop.readsAfter(), 8u) << "of " << all << " stopped at " << at;
    }
  }
}

TEST(CancelLoading, BlocksThatWaitToBeJoinedAreLeft) {
  test::FaultyFiles files(eventsText(20'000), {});
  for (int round = 0; round < 20; ++round) {
    std::stop_source source;
    std::atomic<std::uint64_t> atStop = 0;
    const auto log = loadLog(
        requestOf(4), source.get_token(),
        [&](Progress) {
          // In this order: what the other threads read before the stop is none of what they read after it.
          if (source.request_stop()) atStop = files.reads();
        },
        files);
    ASSERT_FALSE(log);
    EXPECT_LE(files.reads() - atStop, 10u);
    files.strike(test::Fault::None, 0);
  }
}

TEST(CancelLoading, ABlockIsLeftInTheMiddle) {
  /// Stops at the first record and counts those that come all the same.
  struct StopAtFirst final : RecordSink {
    bool record(const RecordView&) override {
      ++records;
      source.request_stop();
      return true;
    }
    void issue(IssueKind, std::uint32_t, std::string_view) override {}
    std::stop_source source;
    std::uint32_t records = 0;
  };
  const std::string text = eventsText(20'000);
  test::FaultyFiles files(text, {});
  const auto logs = LogOpener(files, {}).open("log");
  ASSERT_TRUE(logs);
  const auto& source = logs->sources[0];
  const auto parser = makeParser(*source, [](std::string_view) { return false; });
  StopAtFirst sink;
  parser->setStop(sink.source.get_token());
  Block block;
  ASSERT_TRUE(block.load(*source->file, 0, text.size(), text.size()));
  const auto parsed = parser->parse(block, source->recognition.dataOffset, text.size(), sink);
  ASSERT_FALSE(parsed);
  EXPECT_TRUE(parsed.error().isCancelled());
  EXPECT_EQ(sink.records, 1u);
}

TEST(CancelLoading, UnpackingIsLeft) {
  // What unpacks to more than is read: the stop is met between the pieces of the text too.
  const std::string text = csvText(4000);
  for (const auto& packed : {test::gzipOf(text), test::zstdOf(text), test::zipOf({{"a.csv", text}})}) {
    test::MemoryFiles files;
    files.files["log"] = packed;
    std::stop_source source;
    std::uint64_t atStop = 0;
    files.writeFault = [&](std::uint64_t written) {
      if (written > 2'000'000 && source.request_stop()) atStop = written;
      EXPECT_TRUE(atStop == 0 || written == atStop) << "a piece more was written";
      return 0;
    };
    const auto log = loadLog(requestOf(1), source.get_token(), {}, files);
    ASSERT_FALSE(log);
    EXPECT_TRUE(log.error().isCancelled());
    EXPECT_GT(atStop, 0u);
    EXPECT_TRUE(LogOpener(files, {}, stopped()).open("log").error().isCancelled());
  }
}

TEST(CancelLoading, WorkbookIsLeft) {
  std::string rows = "<row><c t=\"inlineStr\"><is><t>code</t></is></c></row>";
  for (int i = 0; i < 200'000; ++i) rows += "<row><c t=\"inlineStr\"><is><t>EXPIRED</t></is></c></row>";
  test::MemoryFiles files;
  files.files["log"] = test::xlsxOf({{{"Log", "sheet1", rows, ""}}, "", "", ""});
  std::stop_source source;
  int pieces = 0;
  files.writeFault = [&](std::uint64_t) {
    source.request_stop();
    return ++pieces, 0;
  };
  const auto log = loadLog(requestOf(1), source.get_token(), {}, files);
  ASSERT_FALSE(log);
  EXPECT_TRUE(log.error().isCancelled());
  EXPECT_EQ(pieces, 1);
}

TEST(CancelLoading, FolderIsLeft) {
  const test::TemporaryFolder folder;
  folder.write("a.csv", "code\nEXPIRED\n");
  EXPECT_TRUE(expandPath(folder.path()));
  EXPECT_TRUE(expandPath(folder.path(), stopped()).error().isCancelled());
}

class CancelQuery : public testing::Test {
 protected:
  void expectSoon(const std::function<Result<void>(const std::stop_token&)>& ask) {
    m_files.strike(test::Fault::None, 0);
    ASSERT_TRUE(ask({}));
    const std::uint64_t all = m_files.reads();
    ASSERT_GT(all, 5 * m_most);
    for (const std::uint64_t at : {std::uint64_t{1}, all / 2}) {
      const StopAtARead stop(m_files, at);
      const auto done = ask(stop.token());
      ASSERT_FALSE(done);
      EXPECT_TRUE(done.error().isCancelled());
      EXPECT_LE(stop.readsAfter(), m_most) << "of " << all << " stopped at " << at;
    }
  }
  static Result<void> outcome(const Result<RowSet>& rows) {
    if (!rows) return tl::unexpected(rows.error());
    return {};
  }

  // What each thread may still read: the block it is at, and what a record reaches beyond it.
  const std::uint64_t m_most = 3 * std::uint64_t{std::max(1u, std::thread::hardware_concurrency())};
  test::FaultyFiles m_files{csvText(2000), {}};
  LoadedLog m_log = *loadLog(requestOf(2), {}, {}, m_files);
  std::shared_ptr<const LogQuery> m_query = makeLocalQuery(m_log);
};

TEST_F(CancelQuery, Search) {
  expectSoon([this](const std::stop_token& stop) {
    Filter filter;
    filter.search = "xx12";
    return outcome(makeLocalQuery(m_log)->rows(filter, {}, stop));
  });
}

TEST_F(CancelQuery, SortByText) {
  // Backwards rows are read one by one.
  expectSoon([this](const std::stop_token& stop) {
    const auto rows = m_query->rows({}, {std::nullopt, true, "en"});
    return exportActionList(m_log, *rows, {}, "list", stop, {}, m_files);
  });
  expectSoon([this](const std::stop_token& stop) {
    return outcome(m_query->rows({}, {ColumnId::Recipient, false, "en"}, stop));
  });
}

TEST_F(CancelQuery, HistoryOfARecipient) {
  // Many rows of the recipient in one chunk: it is left in its middle.
  LoadRequest request = requestOf(1);
  request.blockBytes = std::size_t{8} << 20;
  const auto query = makeLocalQuery(*loadLog(request, {}, {}, m_files));
  expectSoon([&](const std::stop_token& stop) { return outcome(query->sameRecipient(RowId{0}, stop)); });
}

TEST_F(CancelQuery, NothingBeginsThatWasStoppedBefore) {
  const std::stop_token stop = stopped();
  m_files.strike(test::Fault::None, 0);
  Filter range;
  range.since = Timestamp{std::chrono::seconds{1'000'000}};
  range.outcomes = {Outcome::Failed};
  for (const ColumnId column : kColumns) {
    for (const bool descending : {false, true}) {
      const auto rows = m_query->rows(range, {column, descending, "en"}, stop);
      ASSERT_FALSE(rows);
      EXPECT_TRUE(rows.error().isCancelled());
    }
  }
  const std::vector<Dimension> by{Dimension::Day, Dimension::Source};
  EXPECT_TRUE(m_query->summarise(range, by, stop).error().isCancelled());
  EXPECT_TRUE(m_query->facets(range, stop).error().isCancelled());
  EXPECT_EQ(m_files.reads(), 0u);
}

TEST_F(CancelQuery, LoopsOverTheColumnsEndAtOnce) {
  const std::stop_token stop = stopped();
  const KindFilter all(*m_log, {});
  EXPECT_TRUE(passingRows(*m_log, nullptr, all, TimeRange({}), stop).empty());
  EXPECT_FALSE(passingRows(*m_log, nullptr, all, TimeRange({})).empty());
  EXPECT_TRUE(countRows(*m_log, nullptr, TimeRange({}), true, stop).cells.empty());
  EXPECT_FALSE(countRows(*m_log, nullptr, TimeRange({}), true).cells.empty());
}

TEST(Stoppable, StripsCoverTheRangeAndEndWithTheStop) {
  std::vector<int> visits(1'000'000);
  inStrips(3, visits.size(), {}, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) ++visits[i];
  });
  EXPECT_EQ(std::count(visits.begin(), visits.end(), 1), 999'997);
  std::stop_source source;
  std::size_t worked = 0;
  inStrips(0, 100'000'000, source.get_token(), [&](std::size_t begin, std::size_t end) {
    worked += end - begin;
    source.request_stop();
  });
  EXPECT_LE(worked, 1'000'000u);
}

TEST(Stoppable, AlgorithmIsLeftInTheMiddle) {
  std::minstd_rand random(5);
  std::vector<std::uint32_t> values(1'000'000);
  for (auto& value : values) value = static_cast<std::uint32_t>(random());
  std::stop_source source;
  std::uint64_t calls = 0;
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (++calls == 3'000'000) source.request_stop();
    return a < b;
  };
  const auto sort = [&](const auto& stoppable) { std::stable_sort(values.begin(), values.end(), stoppable(before)); };
  EXPECT_FALSE(unlessStopped(source.get_token(), sort));
  EXPECT_LE(calls, 3'000'000u + 70'000u);
  EXPECT_TRUE(unlessStopped({}, sort));
  EXPECT_TRUE(std::is_sorted(values.begin(), values.end()));
}

TEST(Stoppable, SortingByKeyAsksForFewKeysAfterTheStop) {
  const auto keyOf = [](std::size_t i) { return static_cast<std::uint32_t>(i * 2'654'435'761u); };
  for (int round = 1; round < 60; ++round) {
    std::stop_source source;
    std::atomic<int> asked = 0;
    const KeySource keys = [&](std::size_t begin, std::span<KeyedRow> into) {
      if (++asked == round * 20) source.request_stop();
      for (std::size_t i = 0; i < into.size(); ++i) into[i] = {keyOf(begin + i), static_cast<std::uint32_t>(begin + i)};
    };
    sortByKey(1'000'000, keys, source.get_token());
    EXPECT_LE(asked, round * 20 + static_cast<int>(std::thread::hardware_concurrency()));
    EXPECT_TRUE(source.stop_requested());
  }
}

TEST(ProgressThrottle, TellsAtMostTwentyTimesASecondAndOnceAtTheEnd) {
  std::vector<std::uint64_t> told;
  const ProgressSink sink = [&](Progress progress) { told.push_back(progress.done); };
  ProgressThrottle throttle(sink, 1'000'000);
  const auto begin = std::chrono::steady_clock::now();
  for (std::uint64_t done = 0; done <= 1'000'000; ++done) throttle.tell(done);
  for (int i = 0; i < 1000; ++i) throttle.tell(1'000'000);
  const auto passed = std::chrono::steady_clock::now() - begin;
  EXPECT_LE(told.size(), static_cast<std::size_t>(passed / std::chrono::milliseconds{50}) + 1u);
  const std::size_t before = told.size();
  throttle.finish();
  ASSERT_EQ(told.size(), before + 1);
  EXPECT_EQ(told.back(), 1'000'000u);
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
}

}  // namespace
}  // namespace undelivered
