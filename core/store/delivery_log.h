// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/timestamp.h"
#include "base/zone.h"
#include "classify/catalogue.h"
#include "input/read_report.h"
#include "input/source.h"
#include "store/chunk.h"
#include "store/cube.h"
#include "store/record.h"
#include "store/seen_records.h"

namespace undelivered {

/// A reason as it occurs in a log: an entry of the catalogue, or a code that the catalogue does not know.
struct LogReason {
  std::string code;  ///< main code, or the unknown code verbatim
  bool known = false;
  const Reason* entry = nullptr;  ///< null where unknown
  /// Of a failure that its provider knows and the catalogue has no counterpart for: what the provider states.
  const MappingRow* own = nullptr;
  Persistence statedPersistence = Persistence::Unknown;

  Persistence persistence() const { return entry ? entry->persistence : statedPersistence; }
  Actionability actionability() const { return entry ? entry->actionability : Actionability::Unknown; }
  Phase phase() const { return entry ? entry->phase : Phase::Unknown; }
  /// A few words in that language; empty where there are none but the code. Different for each reason of a log: where
  /// a provider has the same words for several codes, the code is told with them.
  std::string title(std::string_view language) const;
  /// The words alone.
  std::string_view label(std::string_view language) const;
  /// What happened, in that language; empty where nothing is known but the title.
  std::string_view explanation(std::string_view language) const;
};

/// The ReasonId of records without any reason code; reason(kNoReason) has an empty code and is not known.
inline constexpr ReasonId kNoReason{0xFFFF};

/// A reason, channel and outcome that occur together.
struct Kind {
  ReasonId reason = kNoReason;
  Channel channel = Channel::Unknown;
  Outcome outcome = Outcome::Unknown;

  auto operator<=>(const Kind&) const = default;
};

/// A folder that was loaded, as it was then: what is new in it is told by that. Of several files that were named, one
/// that could not be read is like a folder of its own.
struct LoadedFolder {
  std::filesystem::path path;
  /// Its files that were looked at, by path, with the time and size of what was skipped; nothing there for logs, whose
  /// growth is told by themselves. Empty files are none: they may still be written.
  std::map<std::filesystem::path, std::optional<FileState>> files;
  std::set<std::filesystem::path> unreadable;  ///< those of them that were told as FileUnreadable
};

/// What is kept of what was read: every record; or nothing but how many there are of each kind on each day, which takes
/// no memory for each of them and answers what a cube can (see answersFromCube()).
enum class Keep : std::uint8_t { Records, Counts };

/// The records of one or several logs, classified and counted. Made by LogLoader, immutable from then on: any number
/// of threads may read it without a lock.
///
/// It holds, for each record, where its text is and the few columns that filters and charts need, in chunks that
/// follow each other in the order of the logs (see chunk.h); the text itself stays in the files and is read by
/// RecordReader when it is shown, searched or exported.
class DeliveryLog {
 public:
  /// With Keep::Counts there are records, but no chunks: no question about rows may be asked.
  Keep keeps() const { return m_keep; }
  std::uint32_t recordCount() const { return m_recordCount; }
  std::span<const Chunk> chunks() const { return m_chunks; }
  std::size_t chunkOf(RowId row) const;
  std::uint32_t firstRow(std::size_t chunk) const;  ///< the row number of a chunk's first record

  std::span<const std::shared_ptr<const Source>> sources() const { return m_sources; }
  const Source& source(SourceId id) const { return *m_sources[id.value]; }
  /// Files that were skipped because their text is that of a source: logs too, that must not be written over.
  std::span<const OpenedFile> copies() const { return m_copies; }

  /// The folders among what was loaded.
  std::span<const LoadedFolder> folders() const { return m_folders; }

  /// The catalogue's reasons first, then the unknown codes in the order of their first occurrence.
  std::size_t reasonCount() const { return m_reasons.size(); }
  const LogReason& reason(ReasonId id) const { return id == kNoReason ? m_noReason : m_reasons[id.value]; }
  std::span<const Kind> kinds() const { return m_kinds; }
  const Cube& cube() const { return m_cube; }

  std::optional<Timestamp> time(RowId row) const;  ///< to the second; the record's text has the fraction
  const Kind& kind(RowId row) const;
  SourceId sourceOf(RowId row) const;
  std::uint64_t line(RowId row) const;

  const ReadReport& report() const { return m_report; }
  const Catalogue& catalogue() const { return *m_catalogue; }
  const Zone& zone() const { return m_zone; }
  /// What fingerprint() said of the source when it was loaded; 0: its text cannot be read on.
  std::uint64_t fingerprintOf(SourceId id) const { return m_fingerprints[id.value]; }
  /// Whether a record that comes later may be one that is there.
  bool hasEventIds() const { return m_seen != nullptr; }
  /// Bytes that the records take in memory.
  std::size_t memoryBytes() const;

 private:
  friend class DeliveryLogBuilder;
  DeliveryLog() = default;

  std::vector<Chunk> m_chunks;
  std::vector<std::uint32_t> m_chunkFirstRow;
  std::vector<std::shared_ptr<const Source>> m_sources;
  std::vector<OpenedFile> m_copies;
  std::vector<LoadedFolder> m_folders;
  std::vector<LogReason> m_reasons;
  LogReason m_noReason;
  std::vector<Kind> m_kinds;
  Cube m_cube;
  ReadReport m_report;
  std::shared_ptr<const Catalogue> m_catalogue;
  Zone m_zone;
  std::uint32_t m_recordCount = 0;
  Keep m_keep = Keep::Records;
  std::shared_ptr<const SeenRecords> m_seen;  // null where no record can repeat one
  std::vector<std::uint64_t> m_fingerprints;  // of the sources; see fingerprint()
};

}  // namespace undelivered
