// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting, search and a recipient's history over all samples, against a plain recomputation.
#include <gtest/gtest.h>

#include <thread>
#include <unordered_map>

#include "core/oracle.h"
#include "data/random.h"
#include "query/collation.h"
#include "store/recipient.h"
#include "support/memory_files.h"

namespace undelivered {
namespace {

using samples::Random;
using std::chrono::seconds;
using test::Oracle;
using test::Rows;
using test::rowsOf;

/// What a record is sorted by: its place, then nothing; or its text. Without a value: last.
struct Key {
  bool none = false;
  std::int64_t place = 0;
  std::string text;
};

template <class E, std::size_t N>
std::int64_t placeIn(const std::array<E, N>& values, E value) {
  return std::find(values.begin(), values.end(), value) - values.begin();
}

Key keyOf(const Oracle& oracle, const Record& record, ColumnId column, const Collation& collation,
          const std::string& language) {
  const LogReason& reason = oracle.log->reason(record.reason);
  const ReasonText words = reason.entry ? reason.entry->text(language) : ReasonText{};
  const auto text = [&](const std::string& value) { return Key{value.empty(), 0, collation.key(value)}; };
  switch (column) {
    case ColumnId::Time:
      return record.time ? Key{false, std::chrono::floor<seconds>(*record.time).time_since_epoch().count(), {}}
                         : Key{true, 0, {}};
    case ColumnId::Channel:
      return {false, placeIn(kChannels, record.channel), {}};
    case ColumnId::Outcome:
      return {false, placeIn(kOutcomes, record.outcome), {}};
    case ColumnId::Persistence:
      return {false, placeIn(kPersistences, reason.persistence()), {}};
    case ColumnId::Actionability:
      return {false, placeIn(kActionabilities, reason.actionability()), {}};
    case ColumnId::Phase:
      return {false, placeIn(kPhases, reason.phase()), {}};
    case ColumnId::Line:
      return {false, static_cast<std::int64_t>(record.line), {}};
    case ColumnId::Recipient:
      return text(record.recipient);
    case ColumnId::Customer:
      return text(record.customer);
    case ColumnId::Reference:
      return text(record.reference);
    case ColumnId::MessageId:
      return text(record.messageId);
    case ColumnId::Diagnostic:
      return text(record.diagnostic);
    case ColumnId::ReasonCode:
      return text(reason.code);
    case ColumnId::ReasonTitle:
      return text(words.title.empty() ? reason.code : words.title);
    case ColumnId::Explanation:
      return text(words.explanation);
    case ColumnId::Action:
      return text(words.action);
    case ColumnId::SourceFile:
      return text(oracle.log->source(record.source).displayName);
  }
  return {};
}

TEST(QuerySort, SortsStablyByEveryColumnBothWays) {
  const Oracle& oracle = Oracle::get();
  Filter filter;
  filter.outcomes = {Outcome::Failed, Outcome::Unknown};
  for (const char* language : {"en", "de"}) {
    const Collation collation(language);
    for (ColumnId column : kColumns) {
      std::vector<Key> keys(oracle.records.size());
      for (const Record& record : oracle.records)
        keys[record.row.value] = keyOf(oracle, record, column, collation, language);
      for (bool descending : {false, true}) {
        Rows expected = oracle.rows(filter);
        std::stable_sort(expected.begin(), expected.end(), [&](std::uint32_t left, std::uint32_t right) {
          const Key& a = keys[left];
          const Key& b = keys[right];
          if (a.none || b.none) return !a.none && b.none;
          const auto before = [](const Key& x, const Key& y) {
            return x.place != y.place ? x.place < y.place : x.text < y.text;
          };
          return descending ? before(b, a) : before(a, b);
        });
        const Rows found = rowsOf(*oracle.query->rows(filter, {column, descending, language}));
        ASSERT_EQ(found, expected) << name(column) << (descending ? " descending " : " ") << language;
      }
    }
  }
}

TEST(QuerySort, OrderOfTheLogBothWays) {
  const Oracle& oracle = Oracle::get();
  Rows rows = rowsOf(*oracle.query->rows({}, {std::nullopt, true, "en"}));
  std::reverse(rows.begin(), rows.end());
  EXPECT_EQ(rows, oracle.rows({}));
}

TEST(QuerySort, TextIsOrderedAsPeopleExpect) {
  const Collation german("de");
  EXPECT_LT(german.key("Ärger"), german.key("Azur"));
  EXPECT_LT(german.key("K-9"), german.key("K-10")) << "numbers by their value";
  EXPECT_LT(german.key("anna"), german.key("Berta"));
}

TEST(QuerySearch, SearchRegardlessOfCase) {
  const Oracle& oracle = Oracle::get();
  const auto found = [&](const char* text) {
    Filter filter;
    filter.search = text;
    return rowsOf(*oracle.query->rows(filter, {}));
  };
  const Rows groß = found("beispielgroß");
  EXPECT_FALSE(groß.empty());
  EXPECT_EQ(found("BEISPIELGROSS"), groß) << "ß is SS in capitals";
  EXPECT_EQ(found("BeispielGROẞ"), groß) << "and there is a capital ß";
  EXPECT_FALSE(found("günther").empty());
  EXPECT_EQ(found("GÜNTHER"), found("günther"));
  EXPECT_TRUE(found("gunther").empty()) << "an umlaut is another letter";
}

TEST(QueryRecipient, OtherRecordsOfTheSameRecipient) {
  const Oracle& oracle = Oracle::get();
  const auto plain = [](const std::string& recipient) {
    std::string text;
    const bool mail = recipient.find('@') != std::string::npos;
    for (char c : recipient) {
      if (mail)
        text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      else if (c >= '0' && c <= '9')
        text += c;
    }
    return !mail && text.starts_with("00") ? text.substr(2) : text;
  };
  Random random(4);
  int several = 0;
  for (int i = 0; i < 80; ++i) {
    const auto row = static_cast<std::uint32_t>(random.between(0, static_cast<int>(oracle.records.size()) - 1));
    const std::string& recipient = oracle.records[row].recipient;
    const bool address = recipient.find('@') != std::string::npos;
    if (!address && recipient.find_first_not_of("+0123456789 ()-/.") != std::string::npos) continue;
    if (recipient.empty()) continue;
    Rows expected;
    for (const Record& record : oracle.records) {
      const bool otherAddress = record.recipient.find('@') != std::string::npos;
      const bool number = record.recipient.find_first_not_of("+0123456789 ()-/.") == std::string::npos;
      if ((otherAddress || number) && plain(record.recipient) == plain(recipient)) expected.push_back(record.row.value);
    }
    Rows found = rowsOf(*oracle.query->sameRecipient(RowId{row}));
    for (std::size_t k = 1; k < found.size(); ++k) {
      const auto before = oracle.records[found[k - 1]].time;
      const auto after = oracle.records[found[k]].time;
      EXPECT_TRUE(!after || (before && std::chrono::floor<seconds>(*before) <= *after)) << "in the order of time";
    }
    several += found.size() > 1;
    std::sort(found.begin(), found.end());
    ASSERT_EQ(found, expected) << recipient;
  }
  EXPECT_GT(several, 10);
}

TEST(QuerySort, QuestionsStopWhenAsked) {
  const Oracle& oracle = Oracle::get();
  std::stop_source stop;
  stop.request_stop();
  Filter filter;
  filter.search = "never asked before";
  EXPECT_TRUE(oracle.query->rows(filter, {}, stop.get_token()).error().isCancelled());
  EXPECT_TRUE(oracle.query->rows({}, {ColumnId::Diagnostic, false, "en"}, stop.get_token()).error().isCancelled());
}

TEST(QueryRecipient, TwoOfTheSameHashAreTwo) {
  std::unordered_map<std::uint32_t, std::string> seen;
  std::string buffer;
  std::string one;
  std::string other;
  for (int i = 0; one.empty(); ++i) {  // about 80,000 are enough as a rule
    other = "u" + std::to_string(i) + "@example.org";
    const auto [entry, isNew] = seen.emplace(hashRecipient(other, false, buffer), other);
    if (!isNew) one = entry->second;
  }
  test::MemoryFiles files;
  files.files["log"] = "status;recipient\nfailed;" + one + "\nfailed;" + other + "\nfailed;" + one + "\n";
  LoadRequest request;
  request.paths = {"log"};
  const auto query = makeLocalQuery(*loadLog(request, {}, {}, files));
  EXPECT_EQ(rowsOf(*query->sameRecipient(RowId{0})), (Rows{0, 2}));
  EXPECT_EQ(rowsOf(*query->sameRecipient(RowId{1})), Rows{1});
}

TEST(QueryThreads, OneLogAnswersManyAtOnce) {
  const Oracle& oracle = Oracle::get();
  const auto query = makeLocalQuery(oracle.log);
  std::vector<std::jthread> threads;
  for (const char* text : {"müller", "550", "gmx", "müller"}) {
    threads.emplace_back([&, text] {
      for (int round = 0; round < 5; ++round) {
        Filter filter;
        filter.search = round % 2 ? text : "k-1";
        filter.matchCase = round % 3 == 0;
        filter.outcomes = {Outcome::Failed};
        EXPECT_EQ(rowsOf(*query->rows(filter, {})), oracle.rows(filter)) << text;
        EXPECT_EQ(query->facets(filter)->rows, oracle.rows(filter).size()) << text;
        EXPECT_EQ(query->summarise(filter, {})->rows, oracle.rows(filter).size()) << text;
      }
    });
  }
}

}  // namespace
}  // namespace undelivered
