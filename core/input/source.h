// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/random_access_file.h"
#include "base/result.h"
#include "input/field.h"
#include "input/provider/provider.h"
#include "input/report/daily_report.h"

namespace undelivered {

/// How the bytes of a log stand for text. All but the first two are turned into UTF-8 while the log is opened, so
/// readers meet only those, which agree with ASCII.
enum class Encoding : std::uint8_t { Utf8, Windows1252, Utf16Le, Utf16Be, Cp850 };
/// "utf-8", "windows-1252", "utf-16le", "utf-16be", "cp850".
std::string_view name(Encoding encoding);
/// The encoding of that name, regardless of ASCII case.
std::optional<Encoding> encodingFromName(std::string_view text);

enum class Format : std::uint8_t {
  Delimited,        ///< delimited text with a header line
  CollectAiEvents,  ///< webhook events of collect.AI: objects line by line, in an array, or one after the other
  ProviderEvents,   ///< the same of a provider
  Lines,            ///< receipts of SMPP or queries of callbacks, one in a line, whatever else stands there
  Mail,             ///< delivery status notifications (RFC 3464): one message, or a mailbox of them
};
/// "delimited", "collectai-events", "provider-events", "lines", "mail".
std::string_view name(Format format);

/// Why the columns of a table may be other ones than the recogniser took: its rules, in the order in which they are
/// asked. What the caller names or has chosen before is not doubted.
enum class Doubt : std::uint8_t {
  None,
  TwoDelimiters,      ///< another delimiter gives as many columns whose names are known
  OnlyWeakColumn,     ///< no code and no status but in a column whose name as often means something else ("type")
  OneKnownColumn,     ///< of several columns the name of one alone is known
  RowsDoNotFit,       ///< most of the first rows have more cells than the header, or one alone
  NothingUnderstood,  ///< most records say nothing that is understood; told after reading, see store/doubt.h
};

/// Rows of a provider's table that tell of something else than a delivery.
struct LeftOutRows {
  struct Condition {
    std::vector<std::uint16_t> columns;
    std::span<const std::string> values;
  };
  const Shape* shape = nullptr;  ///< says what they are
  std::vector<Condition> when;   ///< all of them hold: one of the columns has one of the values
};

/// What the recogniser found out about a log: all that a reader needs to know before it starts.
struct Recognition {
  Format format = Format::Delimited;
  ProviderIndex provider = kNoProvider;  ///< of the first record; logs of several providers are read in full
  Encoding encoding = Encoding::Utf8;    ///< of the file itself
  bool byteOrderMark = false;
  std::uint64_t dataOffset = 0;  ///< where the first record starts, in the (decoded) text
  std::uint64_t dataLine = 1;    ///< the 1-based line there

  // Delimited text only
  bool hasNul = false;  ///< a zero byte near the beginning of the text; lines with one are then told
  char delimiter = ',';
  std::uint64_t headerLine = 1;      ///< 1-based; 0: the log has no header, and its columns are numbered
  std::vector<std::string> columns;  ///< the header, decoded; empty names are numbered
  /// For each field the column that holds it.
  std::array<std::optional<std::uint16_t>, kFieldCount> columnOf{};
  std::set<Field> named;  ///< those whose column the caller named
  /// Further columns of the same meaning ("email", "mobile"), asked in this order where the first is empty.
  std::array<std::vector<std::uint16_t>, kFieldCount> fallbackColumns{};
  /// Where the time's column holds days alone: the column with the time of day.
  std::optional<std::uint16_t> timeOfDayColumn;
  /// A column with receipts of SMPP as text, where none has a code or a status: they tell both.
  std::optional<std::uint16_t> receiptColumn;
  std::vector<LeftOutRows> leftOutRows;  ///< of the provider's table
  Doubt doubt = Doubt::None;             ///< of the guess
  DailyReport report;                    ///< of collect.AI, where it is one
  /// The status of every record where no column has it, as of a report of nothing but sent messages.
  std::string impliedStatus;
  /// Read as was chosen before for this header (ReadOptions::mappings), not as guessed; with that zone, unless empty.
  bool chosen = false;
  std::string chosenZone;
  std::optional<Encoding> chosenEncoding;

  /// Cells stand behind a guard against formulas (base/formula_guard.h), and are read without it.
  bool guarded = false;
  /// Fields of ids that show near the beginning what a spreadsheet does to them: dates, rounded numbers, errors.
  std::set<Field> damagedIds;
  std::uint32_t cutIds = 0;        ///< bits of those whose long numbers have lost all digits behind the 15th
  bool quotedLines = false;        ///< each line stood in one cell, or was cut into several; the line is read
  std::uint16_t emptyColumns = 0;  ///< behind the last one, without name and content near the beginning

  // Mail only
  bool mailbox = false;  ///< several messages, each behind a "From " line; else the file is one message

  // JSON only
  bool oneObjectPerLine = false;  ///< a record can then be found from the middle of the file
  bool wrapped = false;           ///< the events stand in the array of an object, which may be longer than any record
};

/// A log file that was opened and recognised.
struct Source {
  std::string path;  ///< as given; "-" for standard input; of a log in an archive with its name in there behind it
  std::string displayName;  ///< the file name; of a log in an archive "archive.zip/folder/log.csv"
  std::string filePath;     ///< of the file that was opened: the archive's where the log is in one
  std::string container;    ///< what the log was in, from outside: "gzip", "zip/gzip", "xlsx"; empty: nothing
  std::shared_ptr<const RandomAccessFile>
      file;         ///< the text: the file itself, or a temporary one with its decoded text
  FileState state;  ///< of `file` when it was opened
  Recognition recognition;
  std::uint64_t originalSize = 0;  ///< bytes of the file that was opened
  /// Where `file` is a temporary one: the file that its text was taken from, and its state then. Of what was read from
  /// a stream, the copy of that.
  std::shared_ptr<const RandomAccessFile> original;
  FileState originalState;
};

/// A hash of the beginning and of the end of the first `size` bytes of a file: by it a log that others append to is
/// told from one that was written anew. Never 0.
Result<std::uint64_t> fingerprint(const RandomAccessFile& file, std::uint64_t size);

/// The file that a log was opened from, and its state then.
struct OpenedFile {
  std::string path;
  FileState state;
};
OpenedFile openedFileOf(const Source& source);

/// Whether the log is still the one that was opened; else what became of it. Asked after a read: what was read before
/// is then what was opened. `byName` asks for another file in its place too: that does not make what was read wrong,
/// only old, and takes longer than all else.
Result<void> checkUnchanged(const Source& source, bool byName = true);

}  // namespace undelivered
