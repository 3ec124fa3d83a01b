// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chunk_draft.h"

namespace undelivered {
namespace {

constexpr std::uint32_t kUnused = 0xFFFF'FFFF;
constexpr std::size_t kDetailBytes = 200;

/// A vector of just that size, the collector's own keeping its room for the next block.
template <class T>
std::vector<T> exactCopy(const std::vector<T>& values) {
  return std::vector<T>(values.begin(), values.end());
}

std::string_view cutDetail(std::string_view text) {
  if (text.size() <= kDetailBytes) return text;
  std::size_t size = kDetailBytes;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;  // not inside a character
  return text.substr(0, size);
}

}  // namespace

void ChunkCollector::start(SourceId source, std::uint64_t offset) {
  m_interpreter.startBlock();
  m_kindIndex.clear();
  m_draft.start = offset;
  m_draft.chunk.source = source;
  m_draft.chunk.baseOffset = offset;
  m_draft.chunk.offset.clear();
  m_draft.chunk.time.clear();
  m_draft.chunk.recipientHash.clear();
  m_draft.chunk.part.clear();
  m_draft.chunk.lineShifts.clear();
  m_draft.localKind.clear();
  m_draft.kinds.clear();
  m_draft.eventHash.clear();
  m_draft.issues = {};
  m_anyPart = m_anyEvent = false;
}

void ChunkCollector::record(const RecordView& record) {
  const Interpreter::Meaning meaning = m_interpreter.interpret(record, *this);
  Chunk& chunk = m_draft.chunk;

  const auto row = static_cast<std::uint32_t>(chunk.offset.size());
  const auto shift = static_cast<std::int32_t>(static_cast<std::int64_t>(record.line) - row);
  const std::int32_t last = chunk.lineShifts.empty() ? 0 : chunk.lineShifts.back().shift;
  if (shift != last) chunk.lineShifts.push_back({row, shift});

  chunk.offset.push_back(static_cast<std::uint32_t>(record.offset - chunk.baseOffset));
  const auto seconds =
      meaning.time ? std::chrono::floor<std::chrono::seconds>(*meaning.time).time_since_epoch().count() : 0;
  chunk.time.push_back(meaning.time ? static_cast<std::uint32_t>(seconds) : Chunk::kNoTime);
  chunk.recipientHash.push_back(meaning.recipientHash);
  chunk.part.push_back(record.part);
  m_anyPart |= record.part != 0;
  m_draft.eventHash.push_back(meaning.eventHash);
  m_anyEvent |= meaning.eventHash != 0;

  if (meaning.kind >= m_kindIndex.size()) m_kindIndex.resize(meaning.kind + 1, kUnused);
  if (m_kindIndex[meaning.kind] == kUnused) {
    m_kindIndex[meaning.kind] = static_cast<std::uint32_t>(m_draft.kinds.size());
    m_draft.kinds.push_back(m_interpreter.classification(meaning.kind));
  }
  m_draft.localKind.push_back(m_kindIndex[meaning.kind]);
}

void ChunkCollector::issue(IssueKind kind, std::uint32_t line, std::string_view detail) {
  auto& entry = m_draft.issues[static_cast<std::size_t>(kind)];
  ++entry.count;
  if (entry.samples.size() < kIssueSamples) entry.samples.push_back({{}, line, std::string(cutDetail(detail))});
}

ChunkDraft ChunkCollector::finish(std::uint64_t end, std::uint32_t lines) {
  ChunkDraft draft;
  draft.start = m_draft.start;
  draft.end = end;
  draft.lines = lines;
  draft.chunk.source = m_draft.chunk.source;
  draft.chunk.baseOffset = m_draft.chunk.baseOffset;
  draft.chunk.offset = exactCopy(m_draft.chunk.offset);
  draft.chunk.time = exactCopy(m_draft.chunk.time);
  draft.chunk.recipientHash = exactCopy(m_draft.chunk.recipientHash);
  draft.chunk.lineShifts = exactCopy(m_draft.chunk.lineShifts);
  if (m_anyPart) draft.chunk.part = exactCopy(m_draft.chunk.part);
  draft.localKind = exactCopy(m_draft.localKind);
  draft.kinds = m_draft.kinds;
  if (m_anyEvent) draft.eventHash = exactCopy(m_draft.eventHash);
  draft.issues = std::move(m_draft.issues);
  m_draft.issues = {};
  return draft;
}

}  // namespace undelivered
