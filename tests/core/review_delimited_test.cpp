// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "store/load_log.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

namespace fs = std::filesystem;

class ReviewDelimited : public ::testing::Test {
 protected:
  std::shared_ptr<const DeliveryLog> load(const std::string& text) {
    {
      std::ofstream out(m_path, std::ios::binary);
      out.write(text.data(), static_cast<std::streamsize>(text.size()));
    }
    LoadRequest request;
    request.paths = {m_path};
    const auto log = loadLog(request);
    return log ? *log : nullptr;
  }

  test::TemporaryFolder m_folder;
  const fs::path m_path = m_folder / "review.csv";
};

TEST_F(ReviewDelimited, AChannelThatSaysNothingLeavesItToEachRecipient) {
  const auto log = load(
      "channel,code,recipient\nFax,HANDOVER_ERROR,a@example.org\nFax,HANDOVER_ERROR,+4917604069012\n"
      "unknown,HANDOVER_ERROR,a@example.org\nunknown,HANDOVER_ERROR,+4917604069012\n");
  ASSERT_TRUE(log);
  ASSERT_EQ(log->recordCount(), 4u);
  EXPECT_EQ(log->kind(RowId{0}).channel, Channel::Email);
  EXPECT_EQ(log->kind(RowId{1}).channel, Channel::Sms);
  EXPECT_EQ(log->kind(RowId{2}).channel, Channel::Email);
  EXPECT_EQ(log->kind(RowId{3}).channel, Channel::Sms);
}

TEST_F(ReviewDelimited, ColumnsOfFreeTextLoseNoRecord) {
  std::string text = "status,code,recipient\n";
  for (int i = 0; i < 60000; ++i)
    text += "state " + std::to_string(i) + ",code " + std::to_string(i) + ",a@example.org\n";
  const auto log = load(text);
  ASSERT_TRUE(log);
  EXPECT_EQ(log->recordCount(), 60000u);
  EXPECT_GT(log->report()[IssueKind::TooManyCodes].count, 0u);
  std::uint64_t counted = 0;
  for (std::size_t i = 0; i < log->cube().days().size(); ++i) {
    for (const Cube::Cell& cell : log->cube().cells(i)) counted += cell.count;
  }
  EXPECT_EQ(counted, 60000u);
}

}  // namespace
}  // namespace undelivered
