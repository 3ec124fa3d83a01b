// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "input/record_view.h"
#include "store/chunk.h"
#include "store/interpreter.h"

namespace undelivered {

/// The records of one block as a reading thread leaves them: complete but for what hangs on the blocks before (line
/// numbers, the log's numbers for kinds, repeated events), which the builder settles in the order of the text.
struct ChunkDraft {
  std::uint64_t start = 0, end = 0;  ///< of the text that was parsed
  std::uint32_t lines = 0;           ///< line breaks in it

  Chunk chunk;                           ///< its kinds are numbers in `kinds`, unless those are in `wideKind`
  std::vector<std::uint32_t> wideKind;   ///< the same where there are more kinds than 16 bits can number
  std::vector<Classification> kinds;     ///< those that occur
  std::vector<std::uint64_t> eventHash;  ///< empty where no record has an event id
  /// Of message id, recipient, time and code, by which overlaps of logs are found; 0 for records without a message id,
  /// empty where no record has one or nobody asks for it.
  std::vector<std::uint64_t> overlapHash;

  struct IssueCount {
    std::uint64_t count = 0;
    std::vector<IssueSample> samples;  ///< line relative to `start`
  };
  std::array<IssueCount, kIssueKindCount> issues;
};

/// Collects the records of one block after the other. One for each thread; its buffers are kept between blocks.
class ChunkCollector final : public RecordSink {
 public:
  /// `overlaps`: whether the drafts are to have overlapHash.
  ChunkCollector(std::shared_ptr<const Catalogue> catalogue, Zone zone, bool overlaps = false)
      : m_interpreter(std::move(catalogue), std::move(zone)), m_overlaps(overlaps) {}

  void start(SourceId source, std::uint64_t offset);
  bool record(const RecordView& record) override;
  bool plainRecords(const PlainRecords& records) override;
  void issue(IssueKind kind, std::uint32_t line, std::string_view detail) override;
  /// What was collected since start(); the columns have no spare capacity.
  ChunkDraft finish(std::uint64_t end, std::uint32_t lines);

 private:
  /// The columns of the records so far; longer than those are, so that a record is written without growing anything.
  struct Columns {
    std::vector<std::uint32_t> offset, time, recipientHash, kind;
    std::vector<std::uint16_t> part;
    std::vector<std::uint64_t> eventHash, overlapHash;

    std::size_t room() const { return offset.size(); }
    [[gnu::noinline]] void makeRoom();
    void makeRoomFor(std::size_t count) {
      while (room() < count) makeRoom();
    }
  };

  /// Plain records in [begin, end), none of which is odd.
  void addPlain(const PlainRecords& records, std::uint32_t begin, std::uint32_t end);

  // What few records need, apart from what all do, so that that keeps few registers.
  [[gnu::noinline]] std::uint32_t addKind(std::uint32_t kind);
  [[gnu::noinline]] void addShift(std::uint32_t row, std::int32_t shift);
  [[gnu::noinline]] void takeMore(std::uint32_t row, const RecordView& record, const Interpreter::Meaning& meaning);
  // Only logs of events have these, so that their columns are begun at the first one.
  void takePart(std::uint32_t row, std::uint16_t part);
  void takeEvent(std::uint32_t row, std::uint64_t hash);
  void takeOverlap(std::uint32_t row, std::uint64_t hash);

  Interpreter m_interpreter;
  bool m_overlaps;
  ChunkDraft m_draft;  // but for the columns
  Columns m_columns;
  Interpreter::Meanings m_meanings;
  ColumnMemory m_memory;  // of the chunks
  std::uint32_t m_count = 0;
  std::vector<std::uint32_t> m_kindIndex;  // interpreter's kind -> index in the draft's kinds, or kUnused
  std::int32_t m_lastShift = 0;
  bool m_hasMore = false;  // a column of those that only logs of events have was begun, or overlaps are wanted
  bool m_anyPart = false;
  bool m_anyEvent = false;
  bool m_anyOverlap = false;
};

}  // namespace undelivered
