// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/doubt.h"

#include <algorithm>

namespace undelivered {
namespace {

constexpr std::size_t kRecordsAsked = 1000;

}  // namespace

bool saysNothing(Outcome outcome, Channel channel, bool unknownCode) {
  return outcome == Outcome::Unknown || (unknownCode && channel == Channel::Unknown);
}

Doubt doubtOf(const DeliveryLog& log, SourceId source) {
  const Recognition& recognition = log.source(source).recognition;
  // What was chosen for a log without a header may be another one's with as many columns.
  if (recognition.chosen && recognition.headerLine > 0) return Doubt::None;
  if (!recognition.chosen && recognition.doubt != Doubt::None) return recognition.doubt;
  std::size_t asked = 0, nothing = 0;
  // The chunks stand in the order of the sources.
  const auto chunks = log.chunks();
  auto chunk = std::lower_bound(chunks.begin(), chunks.end(), source,
                                [](const Chunk& left, SourceId right) { return left.source.value < right.value; });
  for (; chunk != chunks.end() && chunk->source == source && asked < kRecordsAsked; ++chunk) {
    for (std::size_t i = 0; i < chunk->kind.size() && asked < kRecordsAsked; ++i, ++asked) {
      const Kind& kind = log.kinds()[chunk->kind[i]];
      const LogReason& reason = log.reason(kind.reason);
      const bool unknownCode = !reason.known && !reason.own && kind.reason != kNoReason;
      nothing += saysNothing(kind.outcome, kind.channel, unknownCode);
    }
  }
  return 2 * nothing > asked ? Doubt::NothingUnderstood : Doubt::None;
}

}  // namespace undelivered
