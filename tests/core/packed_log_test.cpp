// SPDX-License-Identifier: GPL-3.0-or-later
// Logs in gzip and zstd: whatever they are called and however often they are packed, the records are those of the log
// itself; what is cut or damaged is an error with its place, never a part of the log taken for the whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <random>

#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"
#include "support/pack.h"

namespace undelivered {
namespace {

using test::gzipOf;
using test::zipOf;
using test::zstdOf;
using ::testing::AllOf;
using ::testing::HasSubstr;

using Loaded = Result<std::shared_ptr<const DeliveryLog>>;

std::string csvText(int rows, const std::string& domain = "a.de") {
  std::string text = "time;status;code;recipient\n";
  std::minstd_rand random(7);
  for (int i = 0; i < rows; ++i) {
    text += "2025-03-04 10:00:00;failed;EXPIRED;" + std::to_string(random()) + "@" + domain + "\n";
  }
  return text;
}

std::string utf16Of(const std::string& text) {
  std::string wide = "\xFF\xFE";
  for (const char c : text) wide += {c, '\0'};
  return wide;
}

Loaded load(const std::string& bytes, const std::string& name = "log") {
  test::MemoryFiles files;
  files.files[name] = bytes;
  LoadRequest request;
  request.paths = {name};
  return loadLog(request, {}, {}, files);
}

std::string recordsOf(const Loaded& log) {
  if (!log) return "error " + std::to_string(static_cast<int>(log.error().code)) + ": " + log.error().detail;
  RecordReader reader(*log);
  std::string text;
  for (std::uint32_t i = 0; i < (*log)->recordCount(); ++i) {
    const auto record = reader.read(RowId{i});
    if (!record) return "unreadable";
    text += std::to_string(record->line);
    for (const auto& [name, value] : record->fields) text += ' ' + value;
    text += '\n';
  }
  return text;
}

struct Packing {
  const char* name;
  std::string (*pack)(const std::string&);
};

class PackedLog : public testing::TestWithParam<Packing> {
 protected:
  static std::string packed(const std::string& text) { return GetParam().pack(text); }
};

TEST_P(PackedLog, IsReadAsTheLogItself) {
  for (const std::string& text : {csvText(3), csvText(60'000), utf16Of(csvText(2000)), csvText(0)}) {
    const std::string right = recordsOf(load(text));
    const Loaded log = load(packed(text), "any name.csv");
    ASSERT_TRUE(log) << log.error().detail;
    EXPECT_EQ(recordsOf(log), right);
    const Source& source = *(*log)->sources()[0];
    EXPECT_EQ(source.path, "any name.csv");
    EXPECT_EQ(source.displayName, "any name.csv");
    EXPECT_EQ(source.container, GetParam().name);
    EXPECT_EQ(source.originalSize, packed(text).size());
  }
}

TEST_P(PackedLog, MayHaveSeveralMembers) {
  const std::string text = csvText(30'000);
  const std::string right = recordsOf(load(text));
  std::string members;
  for (std::size_t at = 0; at < text.size(); at += 300'001) members += packed(text.substr(at, 300'001)) + packed("");
  EXPECT_EQ(recordsOf(load(members)), right);
}

TEST_P(PackedLog, MayBePackedAgainButNotForEver) {
  std::string text = csvText(10);
  const std::string right = recordsOf(load(text));
  for (int i = 0; i < 4; ++i) {
    text = packed(text);
    EXPECT_EQ(recordsOf(load(text)), right) << i;
  }
  const Loaded log = load(packed(text));
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::UnsupportedFormat);
  EXPECT_EQ(log.error().detail, "packed more than 4 times");
}

TEST_P(PackedLog, MayHoldAnArchive) {
  const Loaded log = load(packed(zipOf({{"x/a.csv", csvText(10)}})), "a.zip.x");
  ASSERT_TRUE(log);
  EXPECT_EQ((*log)->recordCount(), 10u);
  EXPECT_EQ((*log)->sources()[0]->path, "a.zip.x/x/a.csv");
  EXPECT_EQ((*log)->sources()[0]->container, std::string(GetParam().name) + "/zip");
}

TEST_P(PackedLog, CutAnywhereIsAnErrorWithItsPlace) {
  const std::string whole = packed(csvText(40));
  for (std::size_t size = 4; size < whole.size(); ++size) {
    const Loaded log = load(whole.substr(0, size));
    ASSERT_FALSE(log) << size;
    EXPECT_EQ(log.error().code, ErrorCode::DamagedArchive) << size;
    EXPECT_EQ(log.error().subject, "log");
    EXPECT_EQ(log.error().detail, "its compressed data ends in the middle, at byte " + std::to_string(size));
  }
}

TEST_P(PackedLog, DamagedAnywhereIsNeverAnotherLog) {
  const std::string text = csvText(40);
  const std::string right = recordsOf(load(text));
  const std::string whole = packed(text);
  std::size_t damaged = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int bit : {0, 3, 7}) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
      const Loaded log = load(bytes);
      // Some bits say nothing of the text: the time of packing, the operating system.
      if (log) {
        ASSERT_EQ(recordsOf(log), right) << at;
      }
      damaged += !log && log.error().code == ErrorCode::DamagedArchive;
    }
  }
  EXPECT_GT(damaged, whole.size() * 2);
}

TEST_P(PackedLog, DamageBehindAMillionGoodRowsIsMetToo) {
  std::string whole = packed(csvText(60'000));
  whole[whole.size() - 3000] = static_cast<char>(whole[whole.size() - 3000] ^ 0x55);
  const Loaded log = load(whole);
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::DamagedArchive);
}

TEST_P(PackedLog, WhatIsBehindItIsToldAsWhatItIs) {
  const std::string whole = packed(csvText(10));
  const auto told = [&](const std::string& behind) {
    const Loaded log = load(whole + behind);
    EXPECT_TRUE(log && (*log)->recordCount() == 10);
    const auto& entry = (*log)->report()[IssueKind::PartNotRead];
    return entry.count == 1 ? entry.samples[0].detail : std::to_string(entry.count);
  };
  EXPECT_EQ(told(std::string(512, '\0')), "512 zero bytes behind the compressed data");
  EXPECT_EQ(told("x"), "1 bytes behind the compressed data, from byte " + std::to_string(whole.size()) +
                           " on, that are none of it");
  EXPECT_THAT(told(std::string(100'000, '\0') + "x"), AllOf(HasSubstr("100001 bytes"), HasSubstr("none of it")));
  EXPECT_EQ(told(packed("")), "0");
}

TEST_P(PackedLog, WithoutATextIsEmpty) {
  for (const std::string& text : {std::string(), std::string("\n \n")}) {
    const Loaded log = load(packed(text));
    ASSERT_FALSE(log);
    EXPECT_EQ(log.error().code, ErrorCode::EmptyLog);
  }
}

TEST_P(PackedLog, OfAnotherKindIsRefusedByWhatIsInIt) {
  const auto refusal = [](const std::string& bytes) { return load(packed(bytes)).error(); };
  EXPECT_EQ(refusal("Dear all\n").code, ErrorCode::NotALog);
  EXPECT_EQ(refusal("%PDF-1.7").detail, "pdf");
  EXPECT_EQ(refusal(std::string(257, '\0') + "ustar").detail, "tar");
}

TEST_P(PackedLog, FullDiskIsTold) {
  test::MemoryFiles files;
  files.files["log"] = packed(csvText(60'000));
  LoadRequest request;
  request.paths = {"log"};
  for (const std::uint64_t room : {std::uint64_t{0}, std::uint64_t{1'000'000}}) {
    files.writeFault = [room](std::uint64_t written) { return written > room ? ENOSPC : 0; };
    const auto log = loadLog(request, {}, {}, files);
    ASSERT_FALSE(log);
    EXPECT_EQ(log.error().code, ErrorCode::WriteFailed);
    EXPECT_EQ(log.error().systemError, ENOSPC);
    EXPECT_EQ(log.error().detail, "unpacking log");
  }
}

TEST_P(PackedLog, ThatIsNoLogByItsBeginningIsNotUnpackedAnyFurther) {
  test::MemoryFiles files;
  files.files["log"] = packed(std::string(50'000'000, 'x'));
  files.writeFault = [](std::uint64_t) { return ENOSPC; };
  LoadRequest request;
  request.paths = {"log"};
  EXPECT_EQ(loadLog(request, {}, {}, files).error().code, ErrorCode::NotALog);
}

TEST_P(PackedLog, ProgressIsToldWhileUnpackingAndGoesOn) {
  test::MemoryFiles files;
  files.files["log"] = packed(csvText(200'000));
  LoadRequest request;
  request.paths = {"log"};
  std::vector<double> told;
  const auto log = loadLog(
      request, {}, [&](Progress at) { told.push_back(static_cast<double>(at.done) / static_cast<double>(at.total)); },
      files);
  ASSERT_TRUE(log);
  ASSERT_GE(told.size(), 2u);
  EXPECT_LT(told.front(), 0.5);
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_EQ(told.back(), 1.0);
}

INSTANTIATE_TEST_SUITE_P(Kinds, PackedLog, testing::Values(Packing{"gzip", gzipOf}, Packing{"zstd", zstdOf}),
                         [](const auto& made) { return std::string(made.param.name); });

/// Short ones are compared at once, long ones by another thread than the one that unpacks.
TEST(GzipLog, WrongChecksumOrLengthOfAnyMemberIsDamageWithItsPlace) {
  for (const int rows : {10, 60'000}) {
    const std::string first = gzipOf(csvText(rows)), second = gzipOf(csvText(10));
    for (const std::size_t fromEnd : {8, 5, 4, 1}) {
      for (const bool behind : {false, true}) {
        std::string bytes = behind ? second + first : first + second;
        const std::size_t end = behind ? bytes.size() : first.size();
        bytes[end - fromEnd] = static_cast<char>(bytes[end - fromEnd] ^ 1);
        const Loaded log = load(bytes);
        ASSERT_FALSE(log) << rows << ' ' << fromEnd;
        EXPECT_EQ(log.error().code, ErrorCode::DamagedArchive);
        EXPECT_EQ(log.error().subject, "log");
        EXPECT_EQ(log.error().detail,
                  "its compressed data is damaged at byte " + std::to_string(fromEnd > 4 ? end - 4 : end));
      }
    }
  }
}

TEST(GzipLog, WrongChecksumOfAHeaderIsDamage) {
  const std::string whole = gzipOf(csvText(10));
  std::string header = whole.substr(0, 10);
  header[3] = 2;  // FHCRC: a CRC-16 follows (RFC 1952 2.3.1)
  const auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(header.data()), 10) & 0xFFFF;
  const std::string right{static_cast<char>(sum), static_cast<char>(sum >> 8)};
  const std::string wrong{static_cast<char>(sum ^ 1), static_cast<char>(sum >> 8)};
  EXPECT_EQ(recordsOf(load(header + right + whole.substr(10))), recordsOf(load(whole)));
  const Loaded log = load(header + wrong + whole.substr(10));
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::DamagedArchive);
}

TEST(ZstdLog, SkippableFramesAreSkipped) {
  const std::string skippable("\x50\x2A\x4D\x18\x03\0\0\0abc", 11);  // RFC 8878 3.1.2
  EXPECT_EQ((*load(skippable + zstdOf(csvText(5)) + skippable))->recordCount(), 5u);
}

}  // namespace
}  // namespace undelivered
