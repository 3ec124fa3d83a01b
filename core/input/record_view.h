// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/short_text.h"
#include "input/field.h"
#include "input/read_report.h"

namespace undelivered {

/// A record as a reader hands it on: where it is, and the text of the fields, decoded to UTF-8, without its quotes.
/// The views are valid during the call only.
struct RecordView {
  std::uint64_t offset = 0;  ///< of the record's first byte in the source's text
  std::uint32_t line = 0;    ///< line breaks between the start of the parse and the record's start
  std::uint16_t part = 0;    ///< which of several records made from the same bytes (one for each recipient)
  std::array<std::string_view, kFieldCount> values;
  /// Of each value that classifying needs, kPaddedBytes are readable from its start on.
  bool padded = false;
  /// Set by readers whose format says the outcome by itself (an event type); Status is used otherwise.
  bool failureEvent = false;

  std::string_view operator[](Field field) const { return values[static_cast<std::size_t>(field)]; }
  std::string_view& operator[](Field field) { return values[static_cast<std::size_t>(field)]; }
};

/// Takes what a reader finds, in the order of the text.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  virtual void record(const RecordView& record) = 0;
  /// `line` as in RecordView.
  virtual void issue(IssueKind kind, std::uint32_t line, std::string_view detail) = 0;
};

/// Every original column or JSON path of one record, decoded to UTF-8.
using OriginalFields = std::vector<std::pair<std::string, std::string>>;

}  // namespace undelivered
