// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/zone.h"
#include "classify/classifier.h"
#include "input/record_view.h"
#include "input/time_parser.h"
#include "store/chunk.h"

namespace undelivered {

/// Makes the few columns that the store keeps out of a record's text. Classifying is remembered by the cells that it
/// depends on, since a log has few different ones; so it costs a hash and a comparison. One for each thread.
class Interpreter {
 public:
  Interpreter(std::shared_ptr<const Catalogue> catalogue, Zone zone);

  struct Meaning {
    std::uint32_t seconds = Chunk::kNoTime;  ///< since 1970 UTC, as the store keeps them
    std::uint32_t kind = 0;                  ///< for classification(), up to the next startBlock()
    std::uint32_t recipientHash = 0;
    std::uint64_t eventHash = 0;  ///< of event id, recipient and its number; 0: no event id
    bool isRecord = true;         ///< false: a line that is none; the rest is not filled then
  };
  /// Before the first record of each block.
  void startBlock();
  /// Tells what is wrong with the fields to `issues`, in terms of the record's line.
  Meaning interpret(const RecordView& record, RecordSink& issues);
  /// What there is to know of plain records, each as interpret() would say.
  struct Meanings {
    /// As the kind of a record that nothing was found of: it has to be interpreted alone.
    static constexpr std::uint32_t kOdd = 0xFFFF'FFFF;
    PlainRecords::Numbers kind, seconds, recipientHash;
  };
  /// All of them but for those of a kind that is new or strange, or whose time or recipient is.
  void interpret(const PlainRecords& records, Meanings& into);
  /// Of message id, recipient, time and what the record was classified as, of a record that was just interpreted; equal
  /// for the same message in logs of different kinds. 0: no message id.
  std::uint64_t overlapHash(const RecordView& record, const Meaning& meaning) const;
  /// The record's time to the millisecond, where it has one.
  std::optional<Timestamp> timeOf(const RecordView& record, RecordSink& issues);

  const Classification& classification(std::uint32_t kind) const { return m_kinds[kind]; }
  /// Of which classification() has one, by now.
  std::size_t kindCount() const { return m_kinds.size(); }

 private:
  std::uint32_t secondsOf(const RecordView& record, RecordSink& issues);
  std::uint32_t kindOf(const RecordView& record);
  [[gnu::noinline]] static std::uint64_t hashOfCells(const RecordView& record);
  void findKinds(const PlainRecords& records, PlainRecords::Numbers& kinds) const;
  /// kindOf() by the hash of all that it looks at in every record.
  [[gnu::noinline]] std::uint32_t kindByHash(const RecordView& record, std::uint64_t hash);
  /// `more` is what the classification looks at besides the cells, in a few bytes.
  std::uint32_t kindByCells(const RecordView& record, std::string_view more);
  /// Of a record that is not classified by its cells alone.
  std::uint32_t kindByMore(const RecordView& record, std::uint64_t hash, Dependence on);
  /// The same where words of a diagnostic decide; `withMore` is a hash of all else.
  std::uint32_t kindByWords(const RecordView& record, std::uint64_t withMore);
  /// What a spreadsheet has done to recipient and ids of a record in delimited text.
  void tellDamage(const RecordView& record, RecordSink& issues);
  /// What records of a kind have to be looked at for; kUsual for nearly all.
  enum Strange : std::uint8_t { kUsual = 0, kHasIssues = 1, kMayBeWords = 2, kMayBeHeader = 4 };
  static std::uint8_t strangenessOf(const RecordView& record, const Classification& kind);
  /// Tells what is wrong with a record of a strange kind; false where it is no record at all.
  bool tellIssues(const RecordView& record, std::uint32_t kindIndex, RecordSink& issues);
  /// Nothing for a record; else the issue to tell, none for a line of blanks.
  std::optional<std::optional<IssueKind>> whyNoRecord(const RecordView& record, std::uint8_t strange);

  struct Slot {  // of a direct-mapped cache in front of m_byCells
    std::uint64_t hash = 0;
    std::uint32_t kind = 0;
    Dependence on;         ///< what decides too: its slot is found by what that says as well
    bool isUsual = false;  ///< nothing else decides, and records of this kind are not strange
  };
  static constexpr std::size_t kSlots = 1024;
  /// What was found by the words of a diagnostic, which are mostly a server's, and few: looking for signs in them takes
  /// longer than all else. Apart from m_slots, since where each has a number of its own they would drive those out.
  struct WordsSlot {
    std::uint64_t hash = 0;
    std::uint32_t kind = 0;
  };
  static constexpr std::size_t kWordsSlots = 512;

  std::shared_ptr<const Catalogue> m_catalogue;
  ZoneCursor m_zone;
  TimeParser m_times;
  std::array<Slot, kSlots> m_slots{};
  std::array<WordsSlot, kWordsSlots> m_byWords{};
  std::unordered_map<std::string, std::uint32_t> m_byCells;
  std::vector<Classification> m_kinds;
  std::vector<std::uint8_t> m_strange;
  std::string m_key, m_more, m_buffer;
};

}  // namespace undelivered
