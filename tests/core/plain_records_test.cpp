// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of many records together, against the same read of one record after the other.
#include "input/plain_records.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "base/short_text.h"
#include "data/random.h"
#include "input/delimited/delimited_parser.h"
#include "input/delimited/recognise_delimited.h"
#include "input/time_parser.h"
#include "store/recipient.h"
#include "support/collect.h"

namespace undelivered {
namespace {

using samples::Random;

/// Takes records that are handed on together like any others, and looks whether their cells are where it is said.
class TogetherSink final : public test::CollectingSink {
 public:
  bool plainRecords(const PlainRecords& plain) override {
    together += plain.count;
    longest = std::max(longest, plain.count);
    for (std::uint32_t i = 0; i < plain.count; ++i) {
      const RecordView& view = plain.views->view(i);
      record(view);
      if (!view.padded) continue;
      EXPECT_EQ(plain.time.at(i), view[Field::Time]);
      EXPECT_EQ(plain.recipient.at(i), view[Field::Recipient]);
      EXPECT_EQ(plain.kind.at(i), view.kindCells);
    }
    return true;
  }
  std::size_t together = 0;
  std::uint32_t longest = 0;
};

struct Column {
  std::string_view name;
  std::vector<std::string_view> cells;  // usual ones first
};
const std::vector<Column> kKind{{"Kanal", {"email", "sms", "", "email"}},
                                {"Status", {"delivered", "failed", "", "pending"}},
                                {"Fehlercode", {"", "UNDELIV", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE", " 5.1.1"}}};
const std::vector<Column> kOthers{
    {"Zeit", {"2025-03-04T08:15:30Z", "2025-03-05T09:00:00Z", "", "gestern"}},
    {"Empfänger", {"a@example.org", "+4917604069000", "", " b@example.org "}},
    {"Referenz", {"RE-1", "RE-2", "", "\"RE-3\""}},
    {"Diagnose", {"", "550 5.1.1 unknown", "\"sagt \"\"nein, danke\"\"\"", "\"in zwei\nZeilen\""}}};

/// One of the first values of a list, or of all.
template <class List>
decltype(auto) anyOf(Random& random, const List& list, std::size_t first = ~std::size_t{0}) {
  return list[random.below(static_cast<std::uint32_t>(std::min(first, list.size())))];
}

/// The columns in some order, those of the kind side by side.
std::vector<Column> someOrder(Random& random) {
  const auto shuffled = [&](std::vector<Column> columns) {
    for (std::size_t i = columns.size(); i > 1; --i)
      std::swap(columns[i - 1], columns[random.below(static_cast<std::uint32_t>(i))]);
    return columns;
  };
  std::vector<Column> columns = shuffled(kOthers);
  const std::vector<Column> kind = shuffled(kKind);
  columns.insert(columns.begin() + random.below(5), kind.begin(), kind.end());
  return columns;
}

/// `odd` of a thousand cells and lines are not as most are.
std::string randomLog(Random& random, int rows, std::uint32_t odd) {
  const std::vector<Column> columns = someOrder(random);
  const std::string end = random.perMille(500) ? "\n" : "\r\n";
  std::string text;
  for (const Column& column : columns) text.append(column.name) += ';';
  text.back() = '\n';
  const std::vector<std::string> kOddLines{"",
                                           ";;;;;;",
                                           "zu kurz;1",
                                           "\"a;b\";c;d;e;f;g;h;i;j",
                                           "5\" Rohr;;;;;;",
                                           "\"in;einer;Zelle;1;2;3;4\"",
                                           "\"in;einer;Zelle;1;2;3;4\";;;;;;"};
  for (int row = 0; row < rows; ++row) {
    if (random.perMille(odd)) {
      text += anyOf(random, kOddLines) + end;
      continue;
    }
    std::string line;
    for (const Column& column : columns) line.append(column.cells[random.below(random.perMille(odd) ? 4 : 2)]) += ';';
    line.pop_back();
    text += line + (random.perMille(odd) ? "\r\n" : end);
  }
  return text;
}

TEST(PlainRecords, AreThoseThatAreReadOneByOne) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const std::uint32_t odd = std::array{0, 3, 20, 120}[seed % 4];
    const std::string text = randomLog(random, 1500, odd);
    Source source;
    auto recognition = recogniseDelimited(text, true, {}, "log.csv");
    ASSERT_TRUE(recognition);
    source.recognition = std::move(*recognition);
    source.recognition.encoding = Encoding::Utf8;
    const std::uint64_t from = source.recognition.dataOffset;

    const auto alone = test::parseInBlocks(*makeDelimitedParser(source), text, from, 40'000);
    const auto parser = makeDelimitedParser(source);
    parser->deferKind();
    const auto together = test::parseInBlocks<TogetherSink>(*parser, text, from, 40'000);
    ASSERT_EQ(together.records, alone.records);
    ASSERT_EQ(together.issues, alone.issues);
    if (odd <= 3) {
      EXPECT_GT(together.together, alone.records.size() / 2);
      EXPECT_GT(together.longest, 50u);
    }
  }
}

/// Cells one after the other, with something else in between, and what goes on behind the last one.
class Listed {
 public:
  explicit Listed(const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) {
      m_before.push_back(static_cast<std::uint32_t>(m_text.size()));
      m_text += ',' + cell;
      m_end.push_back(static_cast<std::uint32_t>(m_text.size()));
    }
    m_text.append(kPaddedBytes, 'x');
    m_records.count = static_cast<std::uint32_t>(cells.size());
    m_records.time = m_records.recipient = {m_text.data(), m_before.data(), m_end.data(), 1, 1};
  }
  const PlainRecords& records() const { return m_records; }

 private:
  std::string m_text;
  std::vector<std::uint32_t> m_before, m_end;
  PlainRecords m_records;
};

TEST(PlainRecords, TimesAreThoseThatAreReadOneByOne) {
  const std::vector<std::string> texts{"2025-03-04T08:15:30Z",
                                       "2025-03-04T08:15:31Z",
                                       "2025-03-04T23:59:59Z",
                                       "2025-03-04T24:00:00Z",
                                       "2025-03-04T23:59:60Z",
                                       "2025-03-04T23:60:00Z",
                                       "2025-03-14T08:15:30Z",
                                       "2025-13-04T08:15:30Z",
                                       "2025-03-04 08:15:30Z",
                                       "2025-03-04T08:15:30",
                                       "2025-03-04T08:15:30z",
                                       "2025-03-04T08:15:3OZ",
                                       "2025-03-04T08:15.30Z",
                                       "2025-03-04T0/:15:30Z",
                                       "1969-12-31T23:59:59Z",
                                       "1970-01-01T00:00:00Z",
                                       "1970-01-01T00:00:01Z",
                                       "2106-02-07T06:28:15Z",
                                       "2106-02-07T06:28:16Z",
                                       "2107-01-01T00:00:00Z",
                                       "2025-03-04T08:15:30ZZ",
                                       " 2025-03-04T08:15:30Z",
                                       "2025-03-04T08:15:30.5",
                                       "",
                                       "2",
                                       "2025-03-04",
                                       "2025-03-0408:15:30Z"};
  Random random(5);
  TimeParser together;
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> chosen;
    for (std::uint32_t i = 0; i < PlainRecords::kRoom; ++i)
      chosen.push_back(anyOf(random, texts, random.perMille(900) ? 3 : texts.size()));
    const Listed listed(chosen);
    PlainRecords::Numbers seconds;
    together.plainUtc(listed.records(), seconds);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const std::int64_t alone = TimeParser().plainUtc(chosen[i]);
      ASSERT_EQ(seconds[i], alone > 0 && alone <= 0xFFFF'FFFF ? alone : 0) << chosen[i];
    }
  }
}

TEST(PlainRecords, NoDayIsRememberedBeforeThereWasOne) {
  const std::string zeros = std::string(10, '\0') + "T00:00:05Z";
  PlainRecords::Numbers seconds;
  TimeParser().plainUtc(Listed({zeros}).records(), seconds);
  EXPECT_EQ(seconds[0], 0u);
  EXPECT_EQ(TimeParser().plainUtc(zeros), TimeParser::kNotPlain);
  TimeParser().plainUtc(Listed({"1970-01-01T00:00:05Z"}).records(), seconds);
  EXPECT_EQ(seconds[0], 5u);
}

TEST(PlainRecords, RecipientsHaveTheHashThatEachHasAlone) {
  const std::vector<std::string> usual{"erika@example.org",
                                       "a@b",
                                       "+4917604069000",
                                       "4917604069000",
                                       "017604069001",
                                       "0",
                                       "2",
                                       "ein.recht.langer.name@post.example.org",
                                       "ein.noch.viel.laengerer.name.als.der@abteilung.example.org",
                                       "zweiunddreissig.zeichen@x.org.de",
                                       "dreiunddreissig.zeichen@x.org.de.",
                                       "vier{und}~sechzig/" + std::string(40, 'x') + "@y.org"};
  const std::vector<std::string> odd{"",
                                     "004917604069000",
                                     "+",
                                     "++49",
                                     "17604069001",
                                     "Erika@example.org",
                                     "erika@exämple.org",
                                     "\"a@b\"",
                                     " a@b",
                                     "a@b ",
                                     "<a@b>",
                                     "#NAME?",
                                     "#a@b",
                                     "Postfach",
                                     "+a@b",
                                     "0049",
                                     "00",
                                     "+0049",
                                     "1@b",
                                     "49 176",
                                     "+" + std::string(32, '7'),
                                     std::string(33, '7'),
                                     std::string(64, '7'),
                                     std::string(65, '7'),
                                     std::string(60, 'a') + "@example.org"};
  Random random(9);
  std::string buffer;
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> chosen;
    for (std::uint32_t i = 0; i < PlainRecords::kRoom; ++i) {
      std::string text = random.perMille(800) ? anyOf(random, usual) : anyOf(random, odd);
      if (!text.empty() && random.perMille(100))
        text[random.below(static_cast<std::uint32_t>(text.size()))] = "@+0 9Z>#\"\xC3,"[random.below(11)];
      chosen.push_back(text);
    }
    const Listed listed(chosen);
    PlainRecords::Numbers hashes;
    hashRecipients(listed.records(), hashes);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const bool isUsual = std::find(usual.begin(), usual.end(), chosen[i]) != usual.end();
      ASSERT_TRUE(hashes[i] != 0 || !isUsual) << chosen[i];
      if (hashes[i] == 0) continue;
      ASSERT_EQ(hashes[i], hashRecipient(chosen[i], false, buffer)) << chosen[i];
    }
  }
  // What a spreadsheet may have made of a number is looked at alone, and so is what is in quotes.
  const Listed listed({"17604069001", "#NAME?", "\"a@b\"", " a@b", "a@b ", "Postfach", ""});
  PlainRecords::Numbers hashes;
  hashRecipients(listed.records(), hashes);
  EXPECT_EQ(std::accumulate(hashes.begin(), hashes.begin() + listed.records().count, std::uint64_t{0}), 0u);
}

}  // namespace
}  // namespace undelivered
