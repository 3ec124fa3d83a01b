// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/log_builder.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace undelivered {
namespace {

// A log with more different codes has free text where codes were expected; each reason takes space on every day of the
// cube, and nobody reads a list of that length. What comes later is one reason, its texts stay in the log.
constexpr std::size_t kMaxUnknownReasons = 4096;
constexpr std::string_view kOtherCodes = "…";
constexpr std::size_t kEventBytes = 4096;

/// A field of the record at that place of a source; empty where it cannot be read again.
std::string fieldAt(const Source& source, RecordParser& parser, std::uint64_t offset, std::uint16_t part, Field field) {
  struct Taker final : RecordSink {
    explicit Taker(Field wanted) : field(wanted) {}
    bool record(const RecordView& record) override {
      id = record[field];
      return true;
    }
    void issue(IssueKind, std::uint32_t, std::string_view) override {}
    Field field;
    std::string id;
  } taker(field);
  Block block;
  if (!block.load(*source.file, offset, kEventBytes, source.state.size)) return {};
  if (!parser.parseOne(block, offset, part, taker, nullptr)) return {};
  return std::move(taker.id);
}

}  // namespace

DeliveryLogBuilder::DeliveryLogBuilder(std::shared_ptr<const Catalogue> catalogue, const Zone& zone, Keep keep)
    : m_log(new DeliveryLog), m_counter(zone), m_keep(keep) {
  for (const Reason& reason : catalogue->reasons())
    m_log->m_reasons.push_back({reason.code, true, &reason, nullptr, {}});
  m_log->m_catalogue = std::move(catalogue);
  m_log->m_zone = zone;
  m_log->m_keep = keep;
}

DeliveryLogBuilder::DeliveryLogBuilder(const DeliveryLog& base) : m_log(new DeliveryLog(base)), m_counter(base.zone()) {
  m_counter.add(base.cube());
  if (base.m_seen) m_seen = *base.m_seen;
  for (std::size_t i = 0; i < base.m_reasons.size(); ++i) {
    const LogReason& reason = base.m_reasons[i];
    if (!reason.known) m_unknownReasons.emplace(reason.code, ReasonId{static_cast<std::uint16_t>(i)});
  }
  for (std::size_t i = 0; i < base.m_kinds.size(); ++i) {
    m_kindIds.emplace(base.m_kinds[i], KindId{static_cast<std::uint16_t>(i)});
  }
}

void DeliveryLogBuilder::endSource() {
  m_parser = nullptr;
  m_toldOffset = kNoOffset;
  for (std::uint64_t hash : std::exchange(m_withEventId, {})) m_seen.overlapsWithEventId.insert(hash);
  for (std::uint64_t hash : std::exchange(m_withoutEventId, {})) m_seen.overlapsWithoutEventId.insert(hash);
}

SourceId DeliveryLogBuilder::addSource(std::shared_ptr<const Source> source, std::uint64_t fingerprint) {
  endSource();
  m_line = source->recognition.dataLine;
  m_log->m_sources.push_back(std::move(source));
  m_log->m_fingerprints.push_back(fingerprint);
  m_source = SourceId{static_cast<std::uint32_t>(m_log->m_sources.size() - 1)};
  return m_source;
}

void DeliveryLogBuilder::resumeSource(SourceId id, std::shared_ptr<const Source> source, std::uint64_t fingerprint,
                                      std::uint64_t offset, std::uint64_t line) {
  endSource();
  m_source = id;
  m_line = line;
  m_log->m_sources[id.value] = std::move(source);
  m_log->m_fingerprints[id.value] = fingerprint;
  for (Chunk& chunk : m_log->m_chunks) {
    if (chunk.source != id || chunk.size() == 0 || chunk.baseOffset + chunk.offset.back() < offset) continue;
    std::uint32_t kept = chunk.size();
    while (kept > 0 && chunk.baseOffset + chunk.offset[kept - 1] >= offset) --kept;
    m_counter.remove(chunk, kept);
    chunk.shrinkTo(kept);
  }
  std::erase_if(m_log->m_chunks, [](const Chunk& chunk) { return chunk.size() == 0; });
  m_log->m_chunkFirstRow.clear();
  m_log->m_recordCount = 0;
  for (const Chunk& chunk : m_log->m_chunks) {
    m_log->m_chunkFirstRow.push_back(m_log->m_recordCount);
    m_log->m_recordCount += chunk.size();
  }
}

ReasonId DeliveryLogBuilder::reasonOf(const Classification& classification) {
  if (classification.known) return *classification.known;
  if (classification.unknownCode.empty()) return kNoReason;
  std::string code = classification.unknownCode;
  if (m_unknownReasons.size() >= kMaxUnknownReasons && !m_unknownReasons.contains(code)) code = kOtherCodes;
  const auto [entry, isNew] =
      m_unknownReasons.try_emplace(code, ReasonId{static_cast<std::uint16_t>(m_log->m_reasons.size())});
  if (isNew) {
    const bool own = classification.row && code != kOtherCodes;
    m_log->m_reasons.push_back({std::move(code), false, nullptr, own ? classification.row : nullptr,
                                own ? classification.statedPersistence : Persistence::Unknown});
  }
  return entry->second;
}

KindId DeliveryLogBuilder::kindOf(const Classification& classification) {
  const Kind kind{reasonOf(classification), classification.channel, classification.outcome};
  const auto [entry, isNew] = m_kindIds.try_emplace(kind, KindId{static_cast<std::uint16_t>(m_log->m_kinds.size())});
  if (isNew) m_log->m_kinds.push_back(kind);
  return entry->second;
}

void DeliveryLogBuilder::takeIssues(const ChunkDraft& draft) {
  const std::string& file = source().path;
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    const auto kind = static_cast<IssueKind>(i);
    const auto& issues = draft.issues[i];
    for (const IssueSample& sample : issues.samples)
      m_log->m_report.add(kind, {file, m_line + sample.line, sample.detail});
    m_log->m_report.addCount(kind, issues.count - issues.samples.size());
  }
}

void DeliveryLogBuilder::tellRepeated(IssueKind kind, Field id, const Chunk& chunk, std::uint32_t row) {
  const std::uint64_t offset = chunk.baseOffset + chunk.offset[row];
  if (offset == std::exchange(m_toldOffset, offset)) return;
  ReadReport& report = m_log->m_report;
  if (report[kind].samples.size() >= kIssueSamples) {
    report.addCount(kind, 1);
    return;
  }
  const Source& of = source();
  // The id was not kept with the record: nobody asks for it but here.
  if (!m_parser) m_parser = makeParser(of, [](std::string_view) { return false; });
  const std::uint16_t part = chunk.part.empty() ? std::uint16_t{0} : chunk.part[row];
  report.add(kind, {of.path, m_line + chunk.line(row) - chunk.baseLine, fieldAt(of, *m_parser, offset, part, id)});
}

bool DeliveryLogBuilder::isOverlap(const ChunkDraft& draft, std::uint32_t row) {
  const std::uint64_t hash = draft.overlapHash.empty() ? 0 : draft.overlapHash[row];
  if (hash == 0) return false;
  const bool hasEventId = !draft.eventHash.empty() && draft.eventHash[row] != 0;
  if (m_seen.overlapsWithoutEventId.contains(hash) || (!hasEventId && m_seen.overlapsWithEventId.contains(hash)))
    return true;
  (hasEventId ? m_withEventId : m_withoutEventId).push_back(hash);
  return false;
}

bool DeliveryLogBuilder::isRepeated(const ChunkDraft& draft, std::uint32_t row) {
  const std::uint64_t event = draft.eventHash.empty() ? 0 : draft.eventHash[row];
  if (event != 0 && !m_seen.events.insert(event)) {
    tellRepeated(IssueKind::RepeatedEvent, Field::EventId, draft.chunk, row);
    return true;
  }
  if (!isOverlap(draft, row)) return false;
  tellRepeated(IssueKind::RepeatedRecord, Field::MessageId, draft.chunk, row);
  return true;
}

void DeliveryLogBuilder::dropRepeated(ChunkDraft& draft) {
  // The set is larger than the processor's caches: what is looked for soon is on its way by then.
  constexpr std::uint32_t kAhead = 16;
  Chunk& chunk = draft.chunk;
  std::vector<std::uint32_t> repeated;
  const std::uint32_t count = chunk.size();
  if (!draft.eventHash.empty()) m_seen.events.reserveMore(count);
  for (std::uint32_t row = 0; row < count; ++row) {
    if (row + kAhead < draft.eventHash.size()) m_seen.events.prefetch(draft.eventHash[row + kAhead]);
    if (isRepeated(draft, row)) repeated.push_back(row);
  }
  if (repeated.empty()) return;

  std::vector<std::uint32_t> kept;
  kept.reserve(count - repeated.size());
  for (std::uint32_t row = 0, next = 0; row < count; ++row) {
    next < repeated.size() && repeated[next] == row ? static_cast<void>(++next) : kept.push_back(row);
  }
  std::vector<Chunk::LineShift> shifts;
  for (std::uint32_t i = 0; i < kept.size(); ++i) {
    const auto line = static_cast<std::int64_t>(chunk.line(kept[i]) - chunk.baseLine);
    const auto shift = static_cast<std::int32_t>(line - i);
    if (shift != (shifts.empty() ? 0 : shifts.back().shift)) shifts.push_back({i, shift});
  }
  chunk.lineShifts = std::move(shifts);
  const auto keep = [&](auto& column) {
    if (column.empty()) return;
    for (std::size_t i = 0; i < kept.size(); ++i) column[i] = column[kept[i]];
  };
  keep(chunk.offset);
  keep(chunk.time);
  keep(chunk.recipientHash);
  keep(chunk.part);
  keep(chunk.kind);
  keep(draft.wideKind);
  chunk.shrinkTo(static_cast<std::uint32_t>(kept.size()));
}

bool DeliveryLogBuilder::add(ChunkDraft draft) {
  takeIssues(draft);
  if (!draft.eventHash.empty() || !draft.overlapHash.empty()) dropRepeated(draft);
  Chunk& chunk = draft.chunk;
  if (std::numeric_limits<std::uint32_t>::max() - m_log->m_recordCount <= chunk.size()) return false;

  std::vector<std::uint16_t> kindIds;
  std::vector<bool> tooMany;
  for (const Classification& kind : draft.kinds) {
    kindIds.push_back(kindOf(kind).value);
    tooMany.push_back(!kind.known && !kind.unknownCode.empty() &&
                      m_log->m_reasons[m_log->m_kinds[kindIds.back()].reason.value].code != kind.unknownCode);
  }
  const bool anyTooMany = std::find(tooMany.begin(), tooMany.end(), true) != tooMany.end();
  const auto settle = [&](const auto& local) {
    for (std::uint32_t row = 0; row < chunk.size(); ++row) {
      const std::size_t kind = local[row];
      chunk.kind[row] = kindIds[kind];
      if (anyTooMany && tooMany[kind]) {
        m_log->m_report.add(IssueKind::TooManyCodes,
                            {source().path, m_line + chunk.line(row) - chunk.baseLine, draft.kinds[kind].unknownCode});
      }
    }
  };
  draft.wideKind.empty() ? settle(chunk.kind) : settle(draft.wideKind);
  chunk.baseLine = m_line;
  m_line += draft.lines;
  if (chunk.size() == 0) return true;
  m_counter.add(chunk, m_log->m_kinds.size());
  if (m_keep == Keep::Counts) {
    m_log->m_recordCount += chunk.size();
    return true;
  }
  m_log->m_chunkFirstRow.push_back(m_log->m_recordCount);
  m_log->m_recordCount += chunk.size();
  m_log->m_chunks.push_back(std::move(chunk));
  return true;
}

std::shared_ptr<const DeliveryLog> DeliveryLogBuilder::seal() {
  m_log->m_cube = m_counter.cube();
  endSource();
  const bool canRepeat =
      m_seen.events.size() + m_seen.overlapsWithEventId.size() + m_seen.overlapsWithoutEventId.size() > 0;
  if (canRepeat) m_log->m_seen = std::make_shared<const SeenRecords>(std::move(m_seen));
  return std::shared_ptr<const DeliveryLog>(std::move(m_log));
}

}  // namespace undelivered
