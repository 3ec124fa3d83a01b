// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/zone.h"
#include "classify/catalogue.h"
#include "input/preview.h"

namespace undelivered {

/// Something in a row of a preview that is not understood.
struct PreviewIssue {
  /// What a loader would tell; nothing: a code that the catalogue does not know.
  std::optional<IssueKind> kind;
  /// The cell; nothing: the row as a whole.
  std::optional<std::size_t> column;
  std::string detail;
};

/// A row of a log as it would be understood.
struct PreviewRow {
  std::uint64_t line = 0;          ///< 1-based
  bool isRecord = true;            ///< false: would be left out
  bool isClassified = false;       ///< the outcome is known, and so is the reason of a failure that has a code
  std::vector<std::string> cells;  ///< of a table, as FirstRow has them
  std::array<std::string, kFieldCount> values;  ///< by field, as read
  std::optional<Timestamp> time;
  Channel channel = Channel::Unknown;
  Outcome outcome = Outcome::Unknown;
  std::string reason;  ///< its code; empty: none
  std::vector<PreviewIssue> issues;

  const std::string& operator[](Field field) const { return values[static_cast<std::size_t>(field)]; }
};

/// The beginning of a log as it would be read.
struct LogPreview {
  std::shared_ptr<const Source> source;
  Zone zone;  ///< of times that name none
  std::vector<PreviewRow> rows;

  std::size_t records() const;     ///< rows that would not be left out
  std::size_t classified() const;  ///< of them
  /// What the recogniser doubts, and else whether most of the rows say nothing that is understood.
  Doubt doubt() const;
};

/// The first rows of a log that was opened, classified as loadLog() would. Errors and stopping as firstRows().
Result<LogPreview> previewOf(std::shared_ptr<const Source> source, const std::shared_ptr<const Catalogue>& catalogue,
                             const Zone& zone, std::size_t rows, const std::stop_token& stop = {});

}  // namespace undelivered
