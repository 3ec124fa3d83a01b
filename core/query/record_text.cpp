// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/record_text.h"

namespace undelivered {

std::optional<std::string_view> ownText(const Record& record, ColumnId column) {
  switch (column) {
    case ColumnId::Recipient:
      return record.recipient;
    case ColumnId::Customer:
      return record.customer;
    case ColumnId::Reference:
      return record.reference;
    case ColumnId::Diagnostic:
      return record.diagnostic;
    case ColumnId::MessageId:
      return record.messageId;
    default:
      return std::nullopt;
  }
}

}  // namespace undelivered
