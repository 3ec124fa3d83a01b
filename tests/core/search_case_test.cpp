// SPDX-License-Identifier: GPL-3.0-or-later
// Search with case, in every encoding and both formats, against std::string::find on the decoded cells.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "data/random.h"
#include "query/log_query.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"

namespace undelivered {
namespace {

using samples::Random;
using Rows = std::vector<std::uint32_t>;

/// What cells are made of: the same letters in both cases, within and beyond ASCII, and what needs quotes or escapes.
const std::vector<std::string> kPieces{"a",
                                       "A",
                                       "straße",
                                       "STRASSE",
                                       "Straße",
                                       "ö",
                                       "Ö",
                                       "Größe",
                                       "GRÖSSE",
                                       "€",
                                       "ÿ",
                                       "ss",
                                       "ß",
                                       "ẞ",
                                       "K",
                                       "k",
                                       "ı",
                                       "I",
                                       "1",
                                       "x-1",
                                       "\"",
                                       ",",
                                       ";",
                                       "/",
                                       "\\",
                                       " ",
                                       "\t",
                                       "łódź",
                                       "日本",
                                       std::string(70, 'e'),
                                       std::string(70, 'E')};
/// The same as Windows-1252 has it.
const std::vector<std::string> kBytePieces{"a",
                                           "A",
                                           "stra\xDF"
                                           "e",
                                           "STRASSE",
                                           "\xF6",
                                           "\xD6",
                                           "Gr\xF6\xDF"
                                           "e",
                                           "\x80",
                                           "\xFF",
                                           "ss",
                                           "K",
                                           "k",
                                           "\"",
                                           ",",
                                           "\xC3\xB6",
                                           std::string(70, 'e')};

std::string someOf(Random& random, const std::vector<std::string>& pieces) {
  std::string text;
  for (int n = random.between(0, 5); n > 0; --n) text += random.pick(pieces);
  return text;
}

std::string quoted(const std::string& cell) {
  std::string text = "\"";
  for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
  return text + '"';
}

std::string csvOf(Random& random, const std::vector<std::string>& pieces, const std::string& mark) {
  std::string text = mark + "status,recipient,note,other\n";
  for (int i = 0; i < 1500; ++i) {
    text += "failed,u" + std::to_string(i) + "@example.org," + quoted(someOf(random, pieces)) + "," +
            quoted(random.perMille(100) ? "two\nlines" : someOf(random, pieces)) + "\n";
  }
  return text;
}

std::string escaped(Random& random, const std::string& cell) {
  std::string text;
  for (const char c : cell) {
    if (c == '"' || c == '\\') {
      text += std::string("\\") + c;
    } else if (c == '\t') {
      text += "\\t";
    } else if (c == '/' && random.perMille(500)) {
      text += "\\/";
    } else if (c == 'a' && random.perMille(200)) {
      text += "\\u0061";
    } else {
      text += c;
    }
  }
  return text;
}

std::string eventsOf(Random& random) {
  std::string text;
  for (int i = 0; i < 1500; ++i) {
    text += R"({"type": "MESSAGE_NOT_DELIVERED", "eventId": ")" + std::to_string(i) + R"(", "note": ")" +
            escaped(random, someOf(random, kPieces)) + R"(", "other": ")" +
            (random.perMille(100) ? "Gr\\u00f6\\u00dfe" : "-") +
            R"(", "claim": {"id": 1, "communication": {"channel": "SMS"}}})" + "\n";
  }
  return text;
}

class SearchWithCase : public ::testing::Test {
 protected:
  void load(const std::string& text, Encoding encoding) {
    test::MemoryFiles files;
    files.files["log"] = text;
    LoadRequest request;
    request.paths = {"log"};
    request.blockBytes = 4096;
    m_log = loadLog(request, {}, {}, files).value();
    ASSERT_EQ(m_log->recordCount(), 1500u);
    ASSERT_EQ(m_log->source(SourceId{0}).recognition.encoding, encoding);
    RecordReader reader(m_log);
    for (std::uint32_t row = 0; row < m_log->recordCount(); ++row) m_records.push_back(reader.read(RowId{row}).value());
  }

  Rows expected(const std::string& text) const {
    Rows rows;
    for (const Record& record : m_records) {
      const bool found = std::any_of(record.fields.begin(), record.fields.end(),
                                     [&](const auto& field) { return field.second.find(text) != std::string::npos; });
      if (found) rows.push_back(record.row.value);
    }
    return rows;
  }

  Rows found(const std::string& text) const {
    Filter filter;
    filter.search = text;
    filter.matchCase = true;
    const RowSet set = makeLocalQuery(m_log)->rows(filter, {}).value();
    Rows rows;
    for (std::uint32_t i = 0; i < set.size(); ++i) rows.push_back(set[i].value);
    return rows;
  }

  /// Pieces, joins of pieces and cuts out of cells.
  void expectAsOracle(std::uint64_t seed) {
    Random random(seed);
    std::vector<std::string> texts = kPieces;
    for (int i = 0; i < 150; ++i) texts.push_back(random.pick(kPieces) + random.pick(kPieces));
    for (int i = 0; i < 150; ++i) {
      const std::string& cell = random.pick(random.pick(m_records).fields).second;
      std::size_t begin = random.below(static_cast<std::uint32_t>(cell.size()) + 1);
      std::size_t end = std::min(cell.size(), begin + random.below(90));
      const auto inside = [&](std::size_t at) { return at < cell.size() && (cell[at] & 0xC0) == 0x80; };
      while (inside(begin)) --begin;
      while (inside(end)) ++end;
      texts.push_back(cell.substr(begin, end - begin));
    }
    int some = 0;
    for (const std::string& text : texts) {
      if (text.empty()) continue;
      const Rows rows = expected(text);
      some += !rows.empty() && rows.size() < m_records.size();
      ASSERT_EQ(found(text), rows) << "[" << text << "]";
    }
    EXPECT_GT(some, 100);
  }

  std::shared_ptr<const DeliveryLog> m_log;
  std::vector<Record> m_records;
};

TEST_F(SearchWithCase, InUtf8) {
  Random random(1);
  load(csvOf(random, kPieces, ""), Encoding::Utf8);
  expectAsOracle(11);
}

TEST_F(SearchWithCase, InWindows1252) {
  Random random(2);
  load(csvOf(random, kBytePieces, ""), Encoding::Windows1252);
  expectAsOracle(12);
}

TEST_F(SearchWithCase, WhereSomeCellsAreInAnotherEncoding) {
  Random random(3);
  std::vector<std::string> both = kPieces;
  both.insert(both.end(), kBytePieces.begin(), kBytePieces.end());
  load(csvOf(random, both, "\xEF\xBB\xBF"), Encoding::Utf8);
  expectAsOracle(13);
}

TEST_F(SearchWithCase, InEventsWithEscapes) {
  Random random(4);
  load(eventsOf(random), Encoding::Utf8);
  expectAsOracle(14);
  EXPECT_FALSE(found("Größe").empty());
  EXPECT_TRUE(found("grÖße").empty());
}

TEST_F(SearchWithCase, PartOfACharacterOccursNowhere) {
  Random random(5);
  load(csvOf(random, kPieces, ""), Encoding::Utf8);
  EXPECT_FALSE(found("ö").empty());
  EXPECT_TRUE(found("\xB6").empty());
  EXPECT_TRUE(found("a\xC3").empty());
}

TEST_F(SearchWithCase, AnswersAreNotThoseRegardlessOfCase) {
  Random random(6);
  load(csvOf(random, kPieces, ""), Encoding::Utf8);
  const auto query = makeLocalQuery(m_log);
  Filter filter;
  filter.search = "STRASSE";
  const std::uint32_t regardless = query->rows(filter, {})->size();
  filter.matchCase = true;
  const std::uint32_t with = query->rows(filter, {})->size();
  EXPECT_EQ(with, expected("STRASSE").size());
  EXPECT_LT(with, regardless);
  filter.matchCase = false;
  EXPECT_EQ(query->rows(filter, {})->size(), regardless);
  EXPECT_EQ(query->summarise(filter, {})->rows, regardless);
  filter.search.clear();
  filter.matchCase = true;
  EXPECT_EQ(query->rows(filter, {})->size(), m_log->recordCount()) << "no text, nothing to tell apart";
}

}  // namespace
}  // namespace undelivered
