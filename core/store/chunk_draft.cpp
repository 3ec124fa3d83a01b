// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chunk_draft.h"

#include <algorithm>

namespace undelivered {
namespace {

constexpr std::uint32_t kUnused = 0xFFFF'FFFF;
constexpr std::size_t kDetailBytes = 200;
// Records that are handed on together do not pay where more than one of so many is odd.
constexpr std::uint32_t kOddShare = 4;
constexpr std::size_t kMaxNarrowKinds = 0x10000;

/// The first values in a vector of just that size, the collector's own keeping its room for the next block.
template <class T>
std::vector<T> firstOf(const std::vector<T>& values, std::uint32_t count) {
  return std::vector<T>(values.begin(), values.begin() + count);
}

std::string_view cutDetail(std::string_view text) {
  if (text.size() <= kDetailBytes) return text;
  std::size_t size = kDetailBytes;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;  // not inside a character
  return text.substr(0, size);
}

}  // namespace

void ChunkCollector::Columns::makeRoom() {
  const std::size_t size = std::max<std::size_t>(1024, 2 * room());
  for (auto* column : {&offset, &time, &recipientHash, &kind}) column->resize(size);
  part.resize(size);
  eventHash.resize(size);
  overlapHash.resize(size);
}

void ChunkCollector::start(SourceId source, std::uint64_t offset) {
  m_interpreter.startBlock();
  m_kindIndex.clear();
  m_draft = {};
  m_draft.start = offset;
  m_draft.chunk.source = source;
  m_draft.chunk.baseOffset = offset;
  m_count = 0;
  m_lastShift = 0;
  m_anyPart = m_anyEvent = m_anyOverlap = false;
  m_hasMore = m_overlaps;
}

bool ChunkCollector::record(const RecordView& record) {
  const Interpreter::Meaning meaning = m_interpreter.interpret(record, *this);
  if (!meaning.isRecord) [[unlikely]]
    return false;
  m_columns.makeRoomFor(m_count + std::size_t{1});
  const std::uint32_t row = m_count++;

  const auto shift = static_cast<std::int32_t>(static_cast<std::int64_t>(record.line) - row);
  if (shift != m_lastShift) [[unlikely]]
    addShift(row, shift);
  m_columns.offset[row] = static_cast<std::uint32_t>(record.offset - m_draft.chunk.baseOffset);
  m_columns.time[row] = meaning.seconds;
  m_columns.recipientHash[row] = meaning.recipientHash;
  m_columns.kind[row] = meaning.kind < m_kindIndex.size() && m_kindIndex[meaning.kind] != kUnused
                            ? m_kindIndex[meaning.kind]
                            : addKind(meaning.kind);
  if ((record.part | meaning.eventHash) != 0 || m_hasMore) takeMore(row, record, meaning);
  return true;
}

bool ChunkCollector::plainRecords(const PlainRecords& records) {
  // Whatever else is kept of each record is asked of its view.
  if (m_hasMore) return RecordSink::plainRecords(records);
  m_interpreter.interpret(records, m_meanings);
  if (m_kindIndex.size() < m_interpreter.kindCount()) m_kindIndex.resize(m_interpreter.kindCount(), kUnused);
  const auto* const kinds = m_meanings.kind.data();
  std::uint32_t odd = 0;
  for (std::uint32_t begin = 0; begin < records.count;) {
    std::uint32_t end = begin;
    while (end < records.count && kinds[end] != Interpreter::Meanings::kOdd) ++end;
    addPlain(records, begin, end);
    for (; end < records.count && kinds[end] == Interpreter::Meanings::kOdd; ++end, ++odd)
      record(records.views->view(end));
    begin = end;
  }
  return odd * kOddShare <= records.count;
}

void ChunkCollector::addPlain(const PlainRecords& records, std::uint32_t begin, std::uint32_t end) {
  if (begin == end) return;
  const std::uint32_t row = m_count;
  const std::uint32_t count = end - begin;
  m_count += count;
  m_columns.makeRoomFor(m_count);
  const auto shift = static_cast<std::int32_t>(std::int64_t{records.firstLine} + begin - row);
  if (shift != m_lastShift) addShift(row, shift);

  const auto offset = static_cast<std::uint32_t>(records.textOffset - m_draft.chunk.baseOffset);
  for (std::uint32_t i = 0; i < count; ++i) m_columns.offset[row + i] = offset + records.before[begin + i] + 1;
  std::copy_n(&m_meanings.seconds[begin], count, &m_columns.time[row]);
  std::copy_n(&m_meanings.recipientHash[begin], count, &m_columns.recipientHash[row]);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t kind = m_meanings.kind[begin + i];
    const std::uint32_t index = m_kindIndex[kind];
    m_columns.kind[row + i] = index != kUnused ? index : addKind(kind);
  }
}

void ChunkCollector::addShift(std::uint32_t row, std::int32_t shift) {
  m_draft.chunk.lineShifts.push_back({row, shift});
  m_lastShift = shift;
}

void ChunkCollector::takeMore(std::uint32_t row, const RecordView& record, const Interpreter::Meaning& meaning) {
  m_hasMore = true;
  if (record.part != 0 || m_anyPart) takePart(row, record.part);
  if (meaning.eventHash != 0 || m_anyEvent) takeEvent(row, meaning.eventHash);
  if (m_overlaps) takeOverlap(row, m_interpreter.overlapHash(record, meaning));
}

std::uint32_t ChunkCollector::addKind(std::uint32_t kind) {
  if (kind >= m_kindIndex.size()) m_kindIndex.resize(kind + 1, kUnused);
  m_kindIndex[kind] = static_cast<std::uint32_t>(m_draft.kinds.size());
  m_draft.kinds.push_back(m_interpreter.classification(kind));
  return m_kindIndex[kind];
}

void ChunkCollector::takePart(std::uint32_t row, std::uint16_t part) {
  if (!m_anyPart) std::fill_n(m_columns.part.begin(), row, std::uint16_t{0});
  m_anyPart = true;
  m_columns.part[row] = part;
}

void ChunkCollector::takeEvent(std::uint32_t row, std::uint64_t hash) {
  if (!m_anyEvent) std::fill_n(m_columns.eventHash.begin(), row, std::uint64_t{0});
  m_anyEvent = true;
  m_columns.eventHash[row] = hash;
}

void ChunkCollector::takeOverlap(std::uint32_t row, std::uint64_t hash) {
  if (hash == 0 && !m_anyOverlap) return;
  if (!m_anyOverlap) std::fill_n(m_columns.overlapHash.begin(), row, std::uint64_t{0});
  m_anyOverlap = true;
  m_columns.overlapHash[row] = hash;
}

void ChunkCollector::issue(IssueKind kind, std::uint32_t line, std::string_view detail) {
  auto& entry = m_draft.issues[static_cast<std::size_t>(kind)];
  ++entry.count;
  if (entry.samples.size() < kIssueSamples) entry.samples.push_back({{}, line, std::string(cutDetail(detail))});
}

ChunkDraft ChunkCollector::finish(std::uint64_t end, std::uint32_t lines) {
  ChunkDraft draft = std::move(m_draft);
  m_draft = {};
  draft.end = end;
  draft.lines = lines;
  draft.chunk.lineShifts.shrink_to_fit();
  draft.chunk.offset = m_memory.copyOf<std::uint32_t>(m_columns.offset, m_count);
  draft.chunk.time = m_memory.copyOf<std::uint32_t>(m_columns.time, m_count);
  // One loop that the compiler makes vectors of, as it does not of std::minmax_element.
  std::uint32_t earliest = 0xFFFF'FFFFu;
  std::uint32_t latest = 0;
  for (const std::uint32_t seconds : draft.chunk.time) {
    earliest = std::min(earliest, seconds);
    latest = std::max(latest, seconds);
  }
  draft.chunk.earliest = earliest;
  draft.chunk.latest = latest;
  draft.chunk.recipientHash = m_memory.copyOf<std::uint32_t>(m_columns.recipientHash, m_count);
  draft.chunk.kind = m_memory.copyOf<std::uint16_t>(m_columns.kind, m_count);
  if (draft.kinds.size() > kMaxNarrowKinds) draft.wideKind = firstOf(m_columns.kind, m_count);
  if (m_anyPart) draft.chunk.part = m_memory.copyOf<std::uint16_t>(m_columns.part, m_count);
  if (m_anyEvent) draft.eventHash = firstOf(m_columns.eventHash, m_count);
  if (m_anyOverlap) draft.overlapHash = firstOf(m_columns.overlapHash, m_count);
  return draft;
}

}  // namespace undelivered
