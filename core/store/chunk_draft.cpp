// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chunk_draft.h"

#include <algorithm>

namespace undelivered {
namespace {

constexpr std::uint32_t kUnused = 0xFFFF'FFFF;
constexpr std::size_t kDetailBytes = 200;
constexpr std::size_t kMaxNarrowKinds = 0x10000;

/// The first values in a vector of just that size, the collector's own keeping its room for the next block.
template <class Into, class From>
std::vector<Into> firstOf(const std::vector<From>& values, std::uint32_t count) {
  std::vector<Into> copy(count);
  std::transform(values.begin(), values.begin() + count, copy.begin(),
                 [](From value) { return static_cast<Into>(value); });
  return copy;
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
}

void ChunkCollector::start(SourceId source, std::uint64_t offset) {
  m_interpreter.startBlock();
  m_kindIndex.clear();
  m_draft = {};
  m_draft.start = offset;
  m_draft.chunk.source = source;
  m_draft.chunk.baseOffset = offset;
  m_count = 0;
  m_anyPart = m_anyEvent = false;
}

bool ChunkCollector::record(const RecordView& record) {
  const Interpreter::Meaning meaning = m_interpreter.interpret(record, *this);
  if (!meaning.isRecord) [[unlikely]]
    return false;
  if (m_count == m_columns.room()) m_columns.makeRoom();
  const std::uint32_t row = m_count++;

  auto& shifts = m_draft.chunk.lineShifts;
  const auto shift = static_cast<std::int32_t>(static_cast<std::int64_t>(record.line) - row);
  if (shift != (shifts.empty() ? 0 : shifts.back().shift)) shifts.push_back({row, shift});

  m_columns.offset[row] = static_cast<std::uint32_t>(record.offset - m_draft.chunk.baseOffset);
  m_columns.time[row] = Chunk::kNoTime;
  if (meaning.time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(*meaning.time).time_since_epoch().count();
    m_columns.time[row] = static_cast<std::uint32_t>(seconds);
  }
  m_columns.recipientHash[row] = meaning.recipientHash;
  m_columns.kind[row] = kindIndex(meaning.kind);
  m_columns.part[row] = record.part;
  m_anyPart |= record.part != 0;
  m_columns.eventHash[row] = meaning.eventHash;
  m_anyEvent |= meaning.eventHash != 0;
  return true;
}

std::uint32_t ChunkCollector::kindIndex(std::uint32_t kind) {
  if (kind >= m_kindIndex.size()) m_kindIndex.resize(kind + 1, kUnused);
  if (m_kindIndex[kind] == kUnused) {
    m_kindIndex[kind] = static_cast<std::uint32_t>(m_draft.kinds.size());
    m_draft.kinds.push_back(m_interpreter.classification(kind));
  }
  return m_kindIndex[kind];
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
  draft.chunk.offset = firstOf<std::uint32_t>(m_columns.offset, m_count);
  draft.chunk.time = firstOf<std::uint32_t>(m_columns.time, m_count);
  draft.chunk.recipientHash = firstOf<std::uint32_t>(m_columns.recipientHash, m_count);
  draft.chunk.kind = firstOf<std::uint16_t>(m_columns.kind, m_count);
  if (draft.kinds.size() > kMaxNarrowKinds) draft.wideKind = firstOf<std::uint32_t>(m_columns.kind, m_count);
  if (m_anyPart) draft.chunk.part = firstOf<std::uint16_t>(m_columns.part, m_count);
  if (m_anyEvent) draft.eventHash = firstOf<std::uint64_t>(m_columns.eventHash, m_count);
  return draft;
}

}  // namespace undelivered
