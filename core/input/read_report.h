// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace undelivered {

/// Something in a log that could not be used as it stands. leavesOut() tells which kinds leave a line, event or file
/// out; all others keep the record and tell what is missing in it.
enum class IssueKind : std::uint8_t {
  TooFewColumns,      ///< kept; the cells that are missing are empty. detail: the line's beginning
  TooManyColumns,     ///< kept; the surplus cells are shown under no name
  UnterminatedQuote,  ///< a quoted cell has no end; the line is read as it stands, quotes as text
  MisplacedQuote,     ///< text after a closing quote; kept as text
  RecordTooLong,      ///< left out
  InvalidJson,        ///< left out. detail: the text's beginning
  NotAnEvent,         ///< JSON that is no delivery event; left out
  OtherEvent,         ///< an event of another type; left out. detail: the type
  RepeatedEvent,      ///< the same event id as before; left out, once for all its recipients. detail: the event id
  RepeatedRecord,     ///< message id, recipient, time and code as in another log; left out. detail: the message id
  RepeatedHeader,     ///< the header line again, as where files were joined; left out
  NoRecord,           ///< a line of words in its first cell alone, as below an export, or one of a log of lines
                      ///< that tells of no delivery; left out. detail: the line
  NoRecipient,        ///< a report of a mail system that does not tell whose mail it is about; left out
  NoCodeNoStatus,     ///< neither reason code nor status; kept with unknown outcome. detail: the line's beginning
  UnknownStatus,      ///< kept with unknown outcome. detail: the status
  Contradiction,      ///< delivered by its status, failed by its code; kept as failed
  BadTime,            ///< kept without time. detail: the text
  AmbiguousTime,      ///< falls into the hour that occurs twice; the second pass (standard time) was taken
  SkippedTime,        ///< falls into the hour that does not exist; moved on by the length of the gap
  UnknownChannel,     ///< the cell names no channel; detail: the cell
  BadEncoding,        ///< not valid in the log's encoding; read as Windows-1252
  NulByte,            ///< a zero byte in the line; kept. detail: the line's beginning
  TooManyCodes,       ///< more different unknown codes than are told apart; detail: the code
  NumberAsFloat,  ///< a recipient or an id that a spreadsheet has rounded (4,91751E+11); kept as it stands. detail: the
                  ///< cell
  LostZero,       ///< a mobile number without its leading zero; kept as it stands. detail: the cell
  DateAsReference,   ///< a reference or customer number that a spreadsheet has made a date; kept as it stands. detail:
                     ///< the cell
  SpreadsheetError,  ///< a recipient or an id that a spreadsheet shows as "########" or "#NAME?"; kept. detail: the
                     ///< cell
  EmptyColumns,      ///< columns without name and content behind the last one, once for a log. detail: how many
  QuotedLines,       ///< a line that stood as a whole in one cell; the text in it was read. Where all lines do, told
                     ///< once for the log. detail: the line's beginning
  FileUnreadable,  ///< a file that may be a log and could not be read: damaged, protected, of a kind that is not read,
                   ///< or named itself and of no use; detail: why, and the error as of that file alone
  FileSkipped,     ///< a file of a folder or archive that is no delivery log; detail: why
  FileRepeated,    ///< a file, or a log of an archive, that was read already; detail: as what
  PartNotRead,     ///< a part of a file that was not read: further sheets of a workbook, bytes behind what is
                   ///< compressed; left out. detail: which
};
inline constexpr std::size_t kIssueKindCount = 33;

/// The name in machine output: "tooFewColumns", ...
std::string_view name(IssueKind kind);
/// Whether an issue of that kind left the line, event or file out.
bool leavesOut(IssueKind kind);
/// Whether what was left out counts all the same, since it was read in another place: nothing is to be corrected.
bool isCountedOnce(IssueKind kind);

struct IssueSample {
  std::string file;
  std::uint64_t line = 0;  ///< 1-based; 0: the file as a whole
  std::string detail;
  std::optional<Error> error = {};  ///< of a file that was not read, or in part: as of that file alone
};

/// How many samples of a kind are kept with their place.
inline constexpr std::size_t kIssueSamples = 20;

/// What happened while reading, by kind: how often, and the first places.
class ReadReport {
 public:
  struct Entry {
    std::uint64_t count = 0;
    std::vector<IssueSample> samples;
  };

  const Entry& operator[](IssueKind kind) const { return m_entries[static_cast<std::size_t>(kind)]; }
  void add(IssueKind kind, IssueSample sample);
  void addCount(IssueKind kind, std::uint64_t count) { m_entries[static_cast<std::size_t>(kind)].count += count; }
  /// Takes back what was added of a file as a whole, once; its place may be none of the samples any more.
  void remove(IssueKind kind, const std::string& file);
  std::uint64_t total() const;
  /// Lines, events and files that were left out; with those that count once.
  std::uint64_t leftOut() const;
  /// Those of them that count in another place.
  std::uint64_t countedOnce() const;

 private:
  std::uint64_t sumOf(bool (*belongs)(IssueKind)) const;

  std::array<Entry, kIssueKindCount> m_entries;
};

}  // namespace undelivered
