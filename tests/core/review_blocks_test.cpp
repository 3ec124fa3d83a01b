// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is wrong with a log's text: read in small blocks by several threads it gives what one thread reads in one
// go.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "data/random.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

namespace fs = std::filesystem;

/// A record or an issue in one line of text, so that differences can be read.
using Description = std::vector<std::string>;

class Blocks : public ::testing::Test {
 protected:
  static Description texts(const Record& record) {
    return {record.recipient, record.customer, record.reference, record.messageId, record.eventId, record.diagnostic};
  }

  Description describe(std::size_t blockBytes, unsigned threads) {
    LoadRequest request;
    request.paths = {m_path};
    request.blockBytes = blockBytes;
    request.threads = threads;
    const auto log = loadLog(request);
    if (!log) return {"error " + log.error().detail};
    Description lines;
    RecordReader reader(*log);
    RecordReader shorter(*log);
    for (std::uint32_t i = 0; i < (*log)->recordCount(); ++i) {
      const auto record = reader.read(RowId{i});
      if (!record) {
        ADD_FAILURE() << "row " << i << " cannot be read again: " << static_cast<int>(record.error().code);
        return lines;
      }
      const auto withoutOriginals = shorter.read(RowId{i}, RecordReader::Read::WithoutOriginals);
      if (!withoutOriginals || texts(*withoutOriginals) != texts(*record)) {
        ADD_FAILURE() << "row " << i << " reads differently without its original columns";
        return lines;
      }
      const Kind& kind = (*log)->kind(RowId{i});
      std::string text = std::to_string(record->line) + " " + std::string(name(kind.outcome)) + " " +
                         std::string(name(kind.channel)) + " " + (*log)->reason(kind.reason).code;
      for (const auto& [column, cell] : record->fields) text += " [" + cell + "]";
      lines.push_back(std::move(text));
    }
    for (std::size_t i = 0; i < kIssueKindCount; ++i) {
      const auto kind = static_cast<IssueKind>(i);
      const ReadReport::Entry& entry = (*log)->report()[kind];
      std::string text = std::string(name(kind)) + " " + std::to_string(entry.count);
      for (const IssueSample& sample : entry.samples) text += " " + std::to_string(sample.line) + ":" + sample.detail;
      lines.push_back(std::move(text));
    }
    return lines;
  }

  void expectSameInAllBlocks(const std::string& text, const std::string& about) {
    {
      std::ofstream out(m_path, std::ios::binary);
      out.write(text.data(), static_cast<std::streamsize>(text.size()));
    }
    const Description whole = describe(std::size_t{1} << 24, 1);
    const Description pieces = describe(4096, 4);
    ASSERT_EQ(pieces.size(), whole.size()) << about;
    for (std::size_t i = 0; i < whole.size(); ++i) ASSERT_EQ(pieces[i], whole[i]) << about << ", line " << i;
  }

  test::TemporaryFolder m_folder;
  const fs::path m_path = m_folder / "blocks.csv";
};

std::string damagedLog(samples::Random& random, std::uint32_t damage) {
  const std::vector<std::string> regular{"2025-03-04T08:15:30Z;failed;EXPIRED;+4917604069012;ok",
                                         "2025-03-04T08:15:30Z;delivered;;a@example.org;\"two\nlines; \"\"here\"\"\"",
                                         "2025-03-04 08:15:30;bounced;BOUNCE_TRANSIENT_MBX_FULL;b@example.org;\"x;y\"",
                                         "04.03.2025 08:15;pending;;c@example.org;M\xC3\xBCller"};
  const std::vector<std::string> pieces{"\"",
                                        "\"\"",
                                        "\";\"",
                                        ";",
                                        "\n",
                                        "\r",
                                        "\r\n",
                                        "x",
                                        "\"x\"y",
                                        "\xFC",
                                        "failed",
                                        ";;;;",
                                        "\"\n\"",
                                        std::string(300, 'q'),
                                        "\"" + std::string(200, '"') + "\""};
  std::string text = "time;status;reasoncode;recipient;diagnostic\n";
  const std::string lineEnd = random.perMille(400) ? "\r\n" : random.perMille(300) ? "\r" : "\n";
  for (int i = random.between(50, 900); i > 0; --i) {
    if (random.perMille(damage)) {
      for (int n = random.between(1, 12); n > 0; --n) text += random.pick(pieces);
    } else {
      text += random.pick(regular);
    }
    text += lineEnd;
  }
  return text;
}

TEST_F(Blocks, DamagedLogsReadTheSameInAnyBlocks) {
  samples::Random random(99);
  for (int round = 0; round < 60; ++round) {
    const std::uint32_t damage = round % 3 == 0 ? 5 : round % 3 == 1 ? 80 : 600;
    ASSERT_NO_FATAL_FAILURE(expectSameInAllBlocks(damagedLog(random, damage), "round " + std::to_string(round)));
  }
}

TEST_F(Blocks, ALogOfOneQuotedCellAfterTheOtherReadsTheSame) {
  // Inside and outside of quotes look alike here, which is the worst case for a guess in the middle.
  std::string text = "time;status;reasoncode;note\n";
  for (int i = 0; i < 3000; ++i) text += "\"2025-03-04\";\"failed\";\"EXPIRED\";\";\n\"\n";
  expectSameInAllBlocks(text, "quotes everywhere");
}

}  // namespace
}  // namespace undelivered
