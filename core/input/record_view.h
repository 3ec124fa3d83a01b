// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/short_text.h"
#include "input/field.h"
#include "input/plain_records.h"
#include "input/provider/provider.h"
#include "input/read_report.h"

namespace undelivered {

/// What a reader can tell of the line that a record stands on. Asked only about records that are strange or new.
class OriginalLine {
 public:
  virtual ~OriginalLine() = default;
  /// Fills what RecordView::kindDeferred left open.
  virtual void readKind() {}
  /// The beginning of the line, decoded.
  virtual std::string text() const = 0;
  /// Whether the text is the name of the field's column.
  virtual bool namesColumn(Field field, std::string_view text) const = 0;
  /// Whether the status is the log's and none of the line's.
  virtual bool impliesStatus() const { return false; }
  /// Whether the line is the header again, cell by cell, regardless of case and separators.
  virtual bool repeatsHeader() const = 0;
  /// The first cell, decoded, where all other cells of the line are empty; nothing where the log has no other column,
  /// unless that cell is blank.
  virtual std::optional<std::string> onlyFirstCell() const = 0;
};

/// A record as a reader hands it on: where it is, and the text of the fields, decoded to UTF-8, without its quotes.
/// The views are valid during the call only.
struct RecordView {
  std::uint64_t offset = 0;              ///< of the record's first byte in the source's text
  std::uint32_t line = 0;                ///< line breaks between the start of the parse and the record's start
  std::uint16_t part = 0;                ///< which of several records made from the same bytes (one for each recipient)
  std::uint16_t recipientIndex = 0;      ///< which of the recipients of its event; as `part` without an envelope
  ProviderIndex provider = kNoProvider;  ///< whose mapping table says what status and code mean
  std::array<std::string_view, kFieldCount> values;
  /// Where code, status and channel stand side by side in the text, as much of it as they take: equal texts, equal
  /// values. Empty where they do not.
  std::string_view kindCells;
  std::uint32_t kindColumns = 0;  ///< which of the fields it has, and in which order
  /// Set only where RecordParser::deferKind() was called: code, status, channel and diagnostic are those of some other
  /// record until originalLine->readKind() was called. Equal kindCells have equal values then; empty ones, too.
  bool kindDeferred = false;
  /// Of each value that classifying needs, kPaddedBytes are readable from its start on.
  bool padded = false;
  std::uint32_t cutIds = 0;  ///< bits of the fields of ids whose long numbers have lost digits to a spreadsheet
  /// Set by readers whose format says the outcome by itself (an event type); Status is used otherwise.
  bool failureEvent = false;
  /// Of the record that is handed on; null where the reader has no lines to tell of.
  OriginalLine* originalLine = nullptr;

  std::string_view operator[](Field field) const { return values[static_cast<std::size_t>(field)]; }
  std::string_view& operator[](Field field) { return values[static_cast<std::size_t>(field)]; }
};

/// Takes what a reader finds, in the order of the text.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  /// False for a line that is no record at all: it is left out and was told, and nothing else about it matters.
  virtual bool record(const RecordView& record) = 0;
  /// The same for several records that follow one another. False where it did not pay to hand them on together: most
  /// were strange.
  virtual bool plainRecords(const PlainRecords& records) {
    for (std::uint32_t i = 0; i < records.count; ++i) record(records.views->view(i));
    return true;
  }
  /// `line` as in RecordView.
  virtual void issue(IssueKind kind, std::uint32_t line, std::string_view detail) = 0;
};

/// Every original column or JSON path of one record, decoded to UTF-8.
using OriginalFields = std::vector<std::pair<std::string, std::string>>;

}  // namespace undelivered
