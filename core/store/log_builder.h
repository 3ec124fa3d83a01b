// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <unordered_map>

#include "input/record_parser.h"
#include "store/chunk_draft.h"
#include "store/cube_counter.h"
#include "store/delivery_log.h"
#include "store/seen_records.h"

namespace undelivered {

/// Joins drafts, in the order of the text, into a DeliveryLog. Not for several threads at once.
class DeliveryLogBuilder {
 public:
  DeliveryLogBuilder(std::shared_ptr<const Catalogue> catalogue, const Zone& zone, Keep keep = Keep::Records);

  /// To add to what a log has; that stays as it is.
  explicit DeliveryLogBuilder(const DeliveryLog& base);

  SourceId addSource(std::shared_ptr<const Source> source, std::uint64_t fingerprint = 0);
  /// Goes on with a source that has grown, from the line at that offset on. The records that start there or behind it
  /// are left out.
  void resumeSource(SourceId id, std::shared_ptr<const Source> source, std::uint64_t fingerprint, std::uint64_t offset,
                    std::uint64_t line);
  /// The next draft of the source added or resumed last. False when the log has as many records as there are row
  /// numbers.
  [[nodiscard]] bool add(ChunkDraft draft);
  void addCopy(OpenedFile file) { m_log->m_copies.push_back(std::move(file)); }
  void setFolders(std::vector<LoadedFolder> folders) { m_log->m_folders = std::move(folders); }
  /// What was told of a file that was skipped, and is looked at again, holds no more.
  void forgetSkipped(IssueKind kind, const std::string& file) { m_log->m_report.remove(kind, file); }
  void addIssue(IssueKind kind, IssueSample sample) { m_log->m_report.add(kind, std::move(sample)); }
  std::uint32_t recordCount() const { return m_log->m_recordCount; }

  /// Remembers what may come again, and gives the log away.
  std::shared_ptr<const DeliveryLog> seal();

 private:
  static constexpr std::uint64_t kNoOffset = ~std::uint64_t{0};

  KindId kindOf(const Classification& classification);
  ReasonId reasonOf(const Classification& classification);
  /// Leaves out events that were read before, and records that another log has too.
  void dropRepeated(ChunkDraft& draft);
  /// Remembers the record, or tells that it was met before.
  bool isRepeated(const ChunkDraft& draft, std::uint32_t row);
  bool isOverlap(const ChunkDraft& draft, std::uint32_t row);
  /// Once for an event, however many recipients it has.
  void tellRepeated(IssueKind kind, Field id, const Chunk& chunk, std::uint32_t row);
  void takeIssues(const ChunkDraft& draft);
  /// The overlaps of the present source are those of one before, from now on.
  void endSource();
  const Source& source() const { return *m_log->m_sources[m_source.value]; }

  std::unique_ptr<DeliveryLog> m_log;
  CubeCounter m_counter;
  Keep m_keep = Keep::Records;
  std::unordered_map<std::string, ReasonId> m_unknownReasons;
  std::map<Kind, KindId> m_kindIds;
  SeenRecords m_seen;                                          // its overlaps are of the sources before the present one
  std::vector<std::uint64_t> m_withEventId, m_withoutEventId;  // overlaps of the present one
  SourceId m_source;                                           // the present one
  std::uint64_t m_toldOffset = kNoOffset;                      // of the repeated event that was told last
  std::unique_ptr<RecordParser> m_parser;                      // of the source added last, once it was needed
  std::uint64_t m_line = 1;                                    // at the start of the next draft
};

}  // namespace undelivered
