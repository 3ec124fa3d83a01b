// SPDX-License-Identifier: GPL-3.0-or-later
// Each provider's logs, synthetic and of the documented shape, against the classification that stands beside them:
// tests/data/providers/PROVIDER/NAME and NAME.expected, one line for each record and each kind of issue, or one that
// says why the file is no log.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "classify/catalogue.h"
#include "input/provider/providers.h"
#include "input/provider/shape_set.h"
#include "input/report/daily_report.h"
#include "store/load_log.h"
#include "store/record_reader.h"

namespace undelivered {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(UNDELIVERED_SOURCE_DIR) / "tests/data/providers";

std::vector<std::string> samples() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kFolder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".expected") continue;
    names.push_back(std::filesystem::relative(entry.path(), kFolder).replace_extension().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Result<std::shared_ptr<const DeliveryLog>> load(const std::filesystem::path& path, std::size_t blockBytes,
                                                unsigned threads) {
  LoadRequest request;
  request.paths = {path};
  request.blockBytes = blockBytes;
  request.threads = threads;
  return loadLog(request);
}

/// In the form of the .expected files.
std::string describe(const std::shared_ptr<const DeliveryLog>& log) {
  std::string text;
  RecordReader reader(log);
  for (std::uint32_t row = 0; row < log->recordCount(); ++row) {
    const auto record = reader.read(RowId{row});
    if (!record) return text + "unreadable: " + record.error().detail;
    const LogReason& reason = log->reason(record->reason);
    text += fmt::format("{} {} {} {} {} | {} | {} | {} | {}\n", record->line, name(record->outcome),
                        name(record->channel), reason.known ? "=" : "?", name(reason.persistence()), reason.code,
                        record->recipient, record->time ? toIso8601(*record->time) : "", record->messageId);
  }
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    const auto kind = static_cast<IssueKind>(i);
    const auto& entry = log->report()[kind];
    if (entry.count == 0) continue;
    text += fmt::format("issue {} {}", name(kind), entry.count);
    for (const IssueSample& sample : entry.samples) text += fmt::format(" | {}: {}", sample.line, sample.detail);
    text += '\n';
  }
  return text;
}

/// The same of a file that is no log: why, as it is told.
std::string describe(const Error& error) {
  const std::string_view what = error.code == ErrorCode::OtherReport ? "otherReport" : "notALog";
  EXPECT_TRUE(error.code == ErrorCode::OtherReport || error.code == ErrorCode::NotALog) << error.detail;
  return fmt::format("refused {}: {}\n", what, error.detail);
}

/// Whether the sample is a file that is no log.
bool isRefused(const std::string& name) {
  return read((kFolder / name).string() + ".expected").starts_with("refused ");
}

class ProviderSample : public testing::TestWithParam<std::string> {};

TEST_P(ProviderSample, IsClassifiedAsStated) {
  const auto path = kFolder / GetParam();
  const auto log = load(path, 1 << 20, 1);
  const std::string found = log ? describe(*log) : describe(log.error());
  EXPECT_EQ(found, read(path.string() + ".expected"));
  if (!log) return;
  EXPECT_EQ(describe(*load(path, 4096, 2)), found) << "in blocks, by two threads";
}

std::string testName(const testing::TestParamInfo<std::string>& sample) {
  std::string name = sample.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, ProviderSample, testing::ValuesIn(samples()), testName);

TEST(Providers, EveryRowSaysSomethingThatTheCatalogueKnows) {
  const auto catalogue = Catalogue::builtIn();
  for (const Provider& provider : providers()) {
    EXPECT_TRUE(provider.channel.empty() || fromName<Channel>(provider.channel)) << provider.id;
    for (const MappingRow& row : provider.rows) {
      const std::string what = fmt::format("{}: {}/{}/{}/{}", provider.id, row.status, row.code, row.reply, row.text);
      EXPECT_TRUE(row.reason.empty() || catalogue->find(row.reason)) << what;
      EXPECT_TRUE(row.outcome.empty() || fromName<Outcome>(row.outcome)) << what;
      EXPECT_TRUE(row.outcome != "failed") << what << ": a failure needs a reason or a name";
      EXPECT_TRUE(row.use.empty() || findProvider(row.use)) << what;
      EXPECT_TRUE(row.text.empty() || textSignOfName(row.text)) << what;
      EXPECT_TRUE(row.persistence.empty() || fromName<Persistence>(row.persistence)) << what;
      EXPECT_TRUE(row.name.empty() || !row.persistence.empty()) << what << ": say \"unknown\" where it is not stated";
      EXPECT_THAT(row.page, testing::StartsWith("https://")) << what;
    }
  }
}

TEST(Providers, OneNameIsOneThing) {
  std::map<std::string, const MappingRow*> byName;
  for (const Provider& provider : providers()) {
    for (const MappingRow& row : provider.rows) {
      if (row.name.empty() || row.name == "*") continue;
      const auto [entry, isNew] = byName.emplace(normaliseCode(row.name), &row);
      if (isNew) continue;
      EXPECT_EQ(entry->second->persistence, row.persistence) << row.name;
      EXPECT_EQ(entry->second->label, row.label) << row.name;
      EXPECT_EQ(entry->second->explanation, row.explanation) << row.name;
    }
  }
}

/// What stands in lists and charts is the label: two failures of different names must not look the same there.
TEST(Providers, OneLabelIsOneName) {
  std::map<std::pair<std::string, std::string>, std::string> names;
  for (const Provider& provider : providers()) {
    for (const MappingRow& row : provider.rows) {
      if (row.name.empty()) continue;
      const std::string name = row.name == "*" ? fmt::format("{}/{}/{}", provider.id, row.status, row.code)
                                               : std::string(normaliseCode(row.name));
      for (const auto& [language, label] : row.label) {
        const auto [entry, isNew] = names.emplace(std::pair(language, label), name);
        EXPECT_TRUE(isNew || entry->second == name) << label << ": " << entry->second << " and " << name;
      }
    }
  }
}

TEST(Providers, TitlesTellCodesOfOneRowApartAndExplanationsAreAboutThem) {
  const auto log = load(kFolder / "amazon-ses/firehose.ndjson", 1 << 20, 1);
  ASSERT_TRUE(log);
  const auto reasonOf = [&](std::string_view code) {
    for (std::size_t i = 0; i < (*log)->reasonCount(); ++i) {
      const LogReason& reason = (*log)->reason(ReasonId{static_cast<std::uint16_t>(i)});
      if (reason.code == code) return reason;
    }
    return LogReason();
  };
  EXPECT_EQ(reasonOf("SomethingNew").title("de"), "Vorübergehender Bounce anderer Art (SomethingNew)");
  EXPECT_EQ(reasonOf("SomethingNew").label("de"), "Vorübergehender Bounce anderer Art");
  EXPECT_EQ(reasonOf("Complaint").title("en"), "Complaint: reported as spam after delivery");
  EXPECT_THAT(std::string(reasonOf("Complaint").explanation("en")), testing::HasSubstr("reported it as spam"));
  EXPECT_THAT(std::string(reasonOf("Complaint").explanation("de")), testing::HasSubstr("als Spam gemeldet"));
}

TEST(Providers, EveryDailyReportHasASample) {
  std::set<std::string> withSamples;
  for (const std::string& name : samples()) {
    if (const DailyReport report = dailyReportOf(name, {}); report.kind) withSamples.insert(report.kind->id);
  }
  for (const ReportKind& kind : reportKinds()) EXPECT_TRUE(withSamples.contains(kind.id)) << kind.id;
}

TEST(Providers, EveryOneHasSamples) {
  std::set<std::string> withSamples;
  for (const std::string& name : samples()) withSamples.insert(name.substr(0, name.find('/')));
  for (const Provider& provider : providers()) {
    EXPECT_TRUE(provider.shapes.empty() || withSamples.contains(provider.id)) << provider.id;
  }
}

/// A row that hands over to another table decides nothing by itself, and the table for mail's own codes has a test of
/// its own (mail_evidence_test.cpp).
TEST(Providers, SamplesMeetEveryRow) {
  std::set<const MappingRow*> met;
  for (const std::string& name : samples()) {
    if (isRefused(name)) continue;
    const auto log = load(kFolder / name, 1 << 20, 1);
    ASSERT_TRUE(log) << name;
    RecordReader reader(*log);
    for (std::uint32_t row = 0; row < (*log)->recordCount(); ++row) {
      const auto record = reader.read(RowId{row}, RecordReader::Read::WithoutOriginals);
      ASSERT_TRUE(record) << name;
      met.insert(record->mapping);
    }
  }
  for (const Provider& provider : providers()) {
    if (provider.id == "smtp") continue;
    for (const MappingRow& row : provider.rows) {
      EXPECT_TRUE(!row.use.empty() || met.contains(&row)) << fmt::format(
          "{}: status {}, code {}: {}{}{}", provider.id, row.status, row.code, row.reason, row.outcome, row.name);
    }
  }
}

TEST(ProviderFile, SaysWhatItDoesNotUnderstandAndWhere) {
  const std::string start = "format = 1\nid = \"x\"\ntitle = \"X\"\npage = \"https://x\"\n";
  EXPECT_TRUE(parseProviderFile(start, "x"));
  const std::pair<const char*, std::uint64_t> kCases[] = {
      {"[[row]]\ncode = \"1\"\n", 5},
      {"[[row]]\ncode = \"1\"\nreason = \"A\"\noutcome = \"failed\"\n", 5},
      {"[[row]]\nname = \"A\"\n", 5},
      {"[[shape]]\nname = \"A\"\n", 5},
      {"[[shape]]\nname = \"A\"\nwhen = [\"a\"]\nleftOut = true\n", 5},
      {"[[shape]]\nname = \"A\"\nkind = \"table\"\nwhen = [\"a\"]\nleftOut = true\nlabel = { en = \"a\", de = \"b\" "
       "}\n",
       5},
      {"[[row]]\nname = \"A\"\nlabel = \"A\"\n", 7},
      {"[[shape]]\nname = \"A\"\nwhen = [\"a\"]\nkind = \"x\"\n", 8},
      {"[[row]]\noutcome = \"unknown\"\nunderstood = 1\n", 7},
      {"[[row]]\noutcome = \"pending\"\nunderstood = false\n", 5},
      {"colour = \"red\"\n", 5},
      {"[[row]\n", 5}};
  for (const auto& [text, line] : kCases) {
    const auto parsed = parseProviderFile(start + text, "x.toml");
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error().code, ErrorCode::CatalogueInvalid);
    EXPECT_EQ(parsed.error().line, line) << text << parsed.error().detail;
    EXPECT_EQ(parsed.error().subject, "x.toml");
  }
}

}  // namespace
}  // namespace undelivered
