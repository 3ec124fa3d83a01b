// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <stop_token>
#include <unordered_map>

#include "input/record_parser.h"
#include "store/chunk_draft.h"
#include "store/delivery_log.h"
#include "store/hash_set.h"

namespace undelivered {

/// Joins drafts, in the order of the text, into a DeliveryLog. Not for several threads at once.
class DeliveryLogBuilder {
 public:
  DeliveryLogBuilder(std::shared_ptr<const Catalogue> catalogue, Zone zone);

  SourceId addSource(std::shared_ptr<const Source> source);
  /// The next draft of the source added last. False when the log has as many records as there are row numbers.
  [[nodiscard]] bool add(ChunkDraft draft);
  void addCopy(OpenedFile file) { m_log->m_copies.push_back(std::move(file)); }
  void addIssue(IssueKind kind, IssueSample sample) { m_log->m_report.add(kind, std::move(sample)); }
  std::uint32_t recordCount() const { return m_log->m_recordCount; }

  /// Counts the cube with that many threads and gives the log away; Cancelled once the stop was asked for.
  Result<std::shared_ptr<const DeliveryLog>> seal(unsigned threads, const std::stop_token& stop = {});

 private:
  static constexpr std::uint64_t kNoOffset = ~std::uint64_t{0};

  KindId kindOf(const Classification& classification);
  ReasonId reasonOf(const Classification& classification);
  void dropRepeatedEvents(ChunkDraft& draft);
  /// Once for an event, however many recipients it has.
  void tellRepeated(const Chunk& chunk, std::uint32_t row);
  void takeIssues(const ChunkDraft& draft);

  std::unique_ptr<DeliveryLog> m_log;
  std::unordered_map<std::string, ReasonId> m_unknownReasons;
  std::map<Kind, KindId> m_kindIds;
  HashSet m_events;
  std::uint64_t m_toldOffset = kNoOffset;  // of the repeated event that was told last
  std::unique_ptr<RecordParser> m_parser;  // of the source added last, once it was needed
  std::uint64_t m_line = 1;                // at the start of the next draft
};

}  // namespace undelivered
