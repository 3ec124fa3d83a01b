// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <gtest/gtest.h>

#include "query/log_query.h"
#include "query/row_scan.h"
#include "store/load_log.h"

namespace undelivered {
namespace {

/// The sample in blocks so small that it has hundreds of chunks: several threads take them in turn.
std::shared_ptr<const DeliveryLog> inManyChunks() {
  LoadRequest request;
  request.paths = {UNDELIVERED_SOURCE_DIR "/resources/samples"};
  request.zone = Zone::find("Europe/Berlin").value();
  request.blockBytes = 4096;
  return loadLog(request).value();
}

TEST(PassingRows, AreThoseOfAPlainLoopOverEveryRow) {
  const auto log = inManyChunks();
  ASSERT_GT(log->chunks().size(), 100u);
  std::mt19937 random(7);
  const auto pick = [&](std::uint32_t count) {
    return std::uniform_int_distribution<std::uint32_t>(0, count - 1)(random);
  };
  for (int round = 0; round < 200; ++round) {
    Filter filter;
    if (pick(2)) filter.outcomes.insert(kOutcomes[pick(4)]);
    if (pick(2)) filter.channels.insert(kChannels[pick(4)]);
    if (pick(3) == 0) filter.persistences.insert(kPersistences[pick(3)]);
    if (pick(3) == 0) filter.reasons.push_back(log->reason(ReasonId{static_cast<std::uint16_t>(pick(14))}).code);
    if (pick(2)) filter.since = log->time(RowId{pick(500)});
    if (pick(2)) filter.until = log->time(RowId{pick(log->recordCount())});
    const KindFilter kinds(*log, filter);
    const TimeRange range(filter);
    std::vector<std::uint32_t> expected;
    for (std::uint32_t row = 0; row < log->recordCount(); ++row) {
      const auto time = log->time(RowId{row});
      const bool inside = (!filter.since && !filter.until) || (time && (!filter.since || *time >= *filter.since) &&
                                                               (!filter.until || *time < *filter.until));
      const Kind& kind = log->kind(RowId{row});
      const auto at = std::find(log->kinds().begin(), log->kinds().end(), kind) - log->kinds().begin();
      if (inside && kinds.passes(KindId{static_cast<std::uint16_t>(at)})) expected.push_back(row);
    }
    const RowSet rows = passingRows(*log, nullptr, kinds, range);
    const RowArray found = rows.list();
    ASSERT_EQ(std::vector<std::uint32_t>(found.begin(), found.end()), expected) << "round " << round;
    for (int part = 0; part < 20 && !expected.empty(); ++part) {
      const std::uint32_t first = pick(rows.size());
      std::vector<std::uint32_t> some(pick(std::min(rows.size() - first, 3000u)) + 1);
      rows.copy(first, some);
      ASSERT_TRUE(std::equal(some.begin(), some.end(), expected.begin() + first)) << first << ", " << some.size();
      ASSERT_EQ(rows[first].value, expected[first]);
    }
  }
}

/// Marks of parts that are empty, of one row, of whole blocks and of a row more, from none to all.
TEST(MarkedRows, GiveWhatWasMarkedFromEveryPlace) {
  const std::vector<std::uint32_t> sizes = {0, 1, 0, 64, 511, 512, 513, 0, 0, 5000, 40, 0};
  std::mt19937 random(11);
  for (const unsigned marked : {0u, 1u, 50u, 900u, 999u, 1000u}) {
    MarkedRows rows(sizes);
    std::vector<std::uint32_t> expected;
    std::uint32_t row = 0;
    for (std::size_t part = 0; part < sizes.size(); ++part) {
      const auto marks = rows.marks(part);
      std::fill(marks.begin(), marks.end(), std::uint64_t{0});
      for (std::uint32_t i = 0; i < sizes[part]; ++i, ++row) {
        if (random() % 1000 >= marked) continue;
        marks[i / 64] |= std::uint64_t{1} << i % 64;
        expected.push_back(row);
      }
      rows.countPart(part);
    }
    rows.finish();
    ASSERT_EQ(rows.size(), expected.size());
    const RowSet set(std::move(rows));
    RowCursor cursor(set);
    for (std::uint32_t place = 0; place < set.size(); ++place) {
      ASSERT_EQ(set[place].value, expected[place]) << marked << " of 1000, place " << place;
      ASSERT_EQ(cursor[place].value, expected[place]);
      std::vector<std::uint32_t> rest(set.size() - place);
      set.copy(place, rest);
      ASSERT_TRUE(std::equal(rest.begin(), rest.end(), expected.begin() + place)) << place;
    }
    for (std::uint32_t place = set.size(); place-- > 0;) ASSERT_EQ(cursor[place].value, expected[place]);
  }
}

}  // namespace
}  // namespace undelivered
