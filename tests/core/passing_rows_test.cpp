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
    const RowArray found = passingRows(*log, nullptr, kinds, range);
    ASSERT_EQ(std::vector<std::uint32_t>(found.begin(), found.end()), expected) << "round " << round;
  }
}

}  // namespace
}  // namespace undelivered
