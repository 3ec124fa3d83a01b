// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "input/lines/line_reader.h"

namespace undelivered {

/// The receipt text of SMPP in a cell of a table, where other cells say the rest. One for each thread.
class ReceiptCell {
 public:
  ReceiptCell() : m_reader([](std::string_view) { return false; }) {}

  /// Puts what the receipt says into the record: its status and the provider always, its time where it has one, all
  /// else where the record has nothing. False, and nothing done, where the cell holds no receipt. The views hold as
  /// long as `cell` does, up to the next call.
  bool read(std::string_view cell, RecordView& record);
  /// Hands a record on with what the receipt says, and leaves its fields as they were; what the sink says.
  bool handOn(std::string_view cell, RecordView& record, RecordSink& sink);

 private:
  LineReader m_reader;
};

}  // namespace undelivered
