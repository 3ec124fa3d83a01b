// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/sort_by_text.h"

#include <algorithm>
#include <fstream>
#include <random>

#include <gtest/gtest.h>

#include "query/collation.h"
#include "store/load_log.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

/// Enough rows for several threads, with many equal and some empty texts.
class SortByText : public testing::Test {
 protected:
  SortByText() {
    std::mt19937 random(3);
    const std::string longName = std::string(90, 'a') + "b" + std::string(90, 'c');  // alike for longer than one looks
    const std::vector<std::string> names{"Müller", "mueller", "Ärger", "Zander",       "zander",
                                         "",       "k10",     "k9",    "Öl",           "ol",
                                         longName, "aaaa",    "aaa",   longName + "a", longName + "b"};
    std::ofstream file(path);
    file << "code;customer\n";
    for (int i = 0; i < 30'000; ++i) {
      texts.push_back(names[random() % names.size()] + (random() % 3 == 0 ? std::to_string(random() % 50) : ""));
      file << "EXPIRED;" << texts.back() << '\n';
    }
    file.close();
    LoadRequest request;
    request.paths = {path};
    log = loadLog(request).value();
    for (std::uint32_t i = 0; i < log->recordCount(); ++i) rows.push_back(i);
  }

  test::TemporaryFolder folder;
  const std::filesystem::path path = folder / "sort.csv";
  std::vector<std::string> texts;
  std::vector<std::uint32_t> rows;
  std::shared_ptr<const DeliveryLog> log;
};

TEST_F(SortByText, IsStableAndPutsEmptyTextsLastBothWays) {
  const Collation collation("de");
  for (const bool descending : {false, true}) {
    const auto sorted = sortByText(log, rows, {ColumnId::Customer, descending, "de"}, {});
    ASSERT_TRUE(sorted.has_value());
    std::vector<std::uint32_t> expected = rows;
    std::stable_sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
      if (texts[a].empty() != texts[b].empty()) return texts[b].empty();
      const std::string keyOfA = collation.key(texts[a]);
      const std::string keyOfB = collation.key(texts[b]);
      return descending ? keyOfB < keyOfA : keyOfA < keyOfB;
    });
    EXPECT_EQ(*sorted, expected);
  }
}

TEST_F(SortByText, StopsAndTellsOfAChangedLog) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_TRUE(sortByText(log, rows, {ColumnId::Customer, false, "de"}, stop.get_token()).error().isCancelled());
  std::ofstream(path) << "another log\n";
  const auto sorted = sortByText(log, rows, {ColumnId::Customer, false, "de"}, {});
  ASSERT_FALSE(sorted.has_value());
  EXPECT_EQ(sorted.error().code, ErrorCode::FileShrank);
}

}  // namespace
}  // namespace undelivered
