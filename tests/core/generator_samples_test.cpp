// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "data/bulk_log.h"
#include "data/samples.h"
#include "support/temporary_folder.h"

namespace undelivered::samples {
namespace {

namespace fs = std::filesystem;
const fs::path kSource = UNDELIVERED_SOURCE_DIR;

std::string contents(const fs::path& path) {
  std::string text(fs::file_size(path), '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  EXPECT_TRUE(in) << path;
  return text;
}

/// Every regular file below a folder, hidden ones aside, by relative path.
std::map<std::string, std::string> filesBelow(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path name = fs::relative(entry.path(), folder);
    if (entry.is_regular_file() && !name.filename().string().starts_with('.'))
      files[name.generic_string()] = contents(entry.path());
  }
  return files;
}

void expectSameFiles(const std::map<std::string, std::string>& made, const fs::path& folder) {
  const auto kept = filesBelow(folder);
  for (const auto& [name, text] : made) {
    ASSERT_TRUE(kept.contains(name)) << name << " is missing in " << folder << "; build regenerate_samples";
    EXPECT_TRUE(kept.at(name) == text) << name << " is not what the generator makes; build regenerate_samples";
  }
  for (const auto& [name, text] : kept) EXPECT_TRUE(made.contains(name)) << name << " is not made by the generator";
}

TEST(Samples, AreWhatTheGeneratorMakes) {
  const SampleSet set = makeSamples(kSampleSeed);
  expectSameFiles(set.logs, kSource / "resources/samples");
  expectSameFiles(set.expectations, kSource / "tests/data/expected");
}

TEST(Samples, AnotherSeedMakesOtherLogs) {
  const SampleSet set = makeSamples(kSampleSeed), other = makeSamples(kSampleSeed + 1);
  EXPECT_NE(set.logs.at("delivery-log.csv"), other.logs.at("delivery-log.csv"));
}

class BulkLog : public ::testing::Test {
 protected:
  std::string write(std::uint64_t rows, BulkKind kind) {
    EXPECT_TRUE(writeBulkLog(m_path, rows, kind, 1));
    return contents(m_path);
  }

  test::TemporaryFolder m_folder;  // of this test alone: others run at the same time
  const std::string m_path = m_folder / "bulk.csv";
};

TEST_F(BulkLog, ReferenceHasTheShapeThatMeasurementsAssume) {
  constexpr std::uint64_t kRows = 50000;
  const std::string text = write(kRows, BulkKind::Reference);
  EXPECT_EQ(text, write(kRows, BulkKind::Reference));

  std::uint64_t records = 0, failed = 0, innerBreaks = 0;
  bool quoted = false;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] != '\n') continue;
    if (quoted) {
      ++innerBreaks;
      continue;
    }
    failed += text.substr(start, i - start).find(",failed,") != std::string::npos;
    start = i + 1;
    ++records;
  }
  EXPECT_FALSE(quoted);
  EXPECT_EQ(records, kRows + 1);
  EXPECT_NEAR(double(failed) / kRows, 0.10, 0.01);
  EXPECT_NEAR(double(innerBreaks) / kRows, 0.01, 0.005);
  EXPECT_NEAR(double(text.size()) / kRows, 140, 8);
}

TEST_F(BulkLog, FailuresAreAllFailed) {
  const std::string text = write(1000, BulkKind::Failures);
  EXPECT_EQ(text.find(",delivered,"), std::string::npos);
  EXPECT_EQ(text.find(",pending,"), std::string::npos);
}

TEST_F(BulkLog, TellsWhenItCannotWrite) {
  EXPECT_FALSE(writeBulkLog("/nonexistent-folder/log.csv", 10, BulkKind::Events, 1));
}

}  // namespace
}  // namespace undelivered::samples
