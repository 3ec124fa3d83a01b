// SPDX-License-Identifier: GPL-3.0-or-later
// Every instruction set that the scans are compiled for, and this processor has, finds the same.
#include <gtest/gtest.h>
#include <hwy/highway.h>

#include <fstream>
#include <map>

#include "data/bulk_log.h"
#include "data/random.h"
#include "query/log_query.h"
#include "store/load_log.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

/// Scans run with that instruction set alone.
class WithInstructions {
 public:
  explicit WithInstructions(std::int64_t target) { choose(target); }
  ~WithInstructions() { choose(0); }
  WithInstructions(const WithInstructions&) = delete;
  WithInstructions& operator=(const WithInstructions&) = delete;

 private:
  static void choose(std::int64_t target) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  }
};

struct Answers {
  std::vector<std::uint32_t> offsets, times, hashes;
  std::vector<std::uint16_t> kinds;
  std::vector<std::uint64_t> lines;
  std::vector<std::uint64_t> issues;
  std::map<std::string, std::vector<std::uint32_t>> found;
  std::vector<std::uint32_t> failedInRange;

  bool operator==(const Answers&) const = default;
};

std::vector<std::uint32_t> numbers(const Result<RowSet>& rows) {
  std::vector<std::uint32_t> result;
  EXPECT_TRUE(rows.has_value());
  for (std::uint32_t i = 0; rows && i < rows->size(); ++i) result.push_back((*rows)[i].value);
  return result;
}

Answers ask(const std::filesystem::path& path) {
  LoadRequest request;
  request.paths = {path};
  request.blockBytes = 64 << 10;
  const auto log = loadLog(request).value();
  Answers answers;
  for (const Chunk& chunk : log->chunks()) {
    answers.offsets.insert(answers.offsets.end(), chunk.offset.begin(), chunk.offset.end());
    answers.times.insert(answers.times.end(), chunk.time.begin(), chunk.time.end());
    answers.hashes.insert(answers.hashes.end(), chunk.recipientHash.begin(), chunk.recipientHash.end());
    answers.kinds.insert(answers.kinds.end(), chunk.kind.begin(), chunk.kind.end());
    for (std::uint32_t row = 0; row < chunk.size(); ++row) answers.lines.push_back(chunk.line(row));
  }
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    answers.issues.push_back(log->report()[static_cast<IssueKind>(i)].count);
  }
  const auto query = makeLocalQuery(log);
  for (const char* text : {"expired", "GMX.DE", "id \"", "ü", "refused, id", "zzqx", "m"}) {
    Filter filter;
    filter.search = text;
    answers.found[text] = numbers(query->rows(filter, {}));
    filter.matchCase = true;
    answers.found[std::string(text) + ", with case"] = numbers(query->rows(filter, {}));
  }
  Filter filter;
  filter.outcomes.insert(Outcome::Failed);
  filter.since = log->time(RowId{log->recordCount() / 3});
  filter.until = log->time(RowId{log->recordCount() / 2});
  answers.failedInRange = numbers(query->rows(filter, {}));
  return answers;
}

void expectSameWithAll(const std::filesystem::path& path) {
  const Answers expected = ask(path);
  EXPECT_GT(expected.offsets.size(), 1000u);
  for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
    const WithInstructions only(target);
    EXPECT_TRUE(ask(path) == expected) << hwy::TargetName(target);
  }
}

TEST(InstructionSets, FindTheSameInARegularLog) {
  test::TemporaryFolder folder;
  ASSERT_TRUE(samples::writeBulkLog(folder / "bulk.csv", 20'000, samples::BulkKind::Reference, 3));
  expectSameWithAll(folder / "bulk.csv");
}

TEST(InstructionSets, FindTheSameInTheSamples) { expectSameWithAll(UNDELIVERED_SOURCE_DIR "/resources/samples"); }

TEST(InstructionSets, FindTheSameAmongQuotesAndLineEndsInAnyPlace) {
  samples::Random random(12);
  std::string text = "time;code;recipient;diagnostic\r\n";
  const std::vector<std::string> cells{"",
                                       "a",
                                       "\"\"",
                                       "\"x;y\"",
                                       "\"two\r\nlines\"",
                                       "\"q\"\"q\"",
                                       "\"\n",
                                       "\"open;\r\n",
                                       "\"\"\"m\"\"\"",
                                       "\"\r\"",
                                       "x\"y",
                                       "M\xC3\xBCller",
                                       "\xFC",
                                       std::string(70, 'e')};
  for (int i = 0; i < 6000; ++i) {
    text += "2025-03-04 10:00:00;" + std::string(i % 3 == 0 ? "EXPIRED" : "BOUNCE_TRANSIENT_GENERAL") + ";";
    text += random.perMille(950) ? random.pick(std::vector<std::string>{"", "a@example.org", "\"b@example.org\""})
                                 : random.pick(cells);
    text += ";" + (random.perMille(300) ? random.pick(cells) : std::string("ok"));
    text += random.perMille(700) ? "\r\n" : random.perMille(500) ? "\n" : "\r";
  }
  test::TemporaryFolder folder;
  expectSameWithAll(folder.write("hostile.csv", text));
}

}  // namespace
}  // namespace undelivered
