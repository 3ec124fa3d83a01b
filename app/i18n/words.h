// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include <QString>

#include "classify/reason.h"
#include "document/choice.h"
#include "input/read_report.h"
#include "query/column.h"
#include "query/summary.h"
#include "store/delivery_log.h"

namespace undelivered {

// Codes in the words of the language in use; the values' own are those of the exports.

QString text(std::string_view utf8);
QString words(ColumnId column);
QString words(Channel value);
QString words(Outcome value);
QString words(Persistence value);
QString words(Actionability value);
QString words(Phase value);
QString words(Dimension dimension);
QString words(IssueKind kind);

/// A reason's title where the catalogue has one, else the code as it stands in the log.
QString reasonTitle(const LogReason& reason);
/// The reason that a filter names by its code.
QString reasonTitle(const DeliveryLog& log, const std::string& code);
/// The value of a choice: "SMS", "Mailbox full".
QString words(const Choice& choice, const DeliveryLog& log);

QString number(std::uint64_t value);                     ///< 1,204 or 1.204
QString plainNumber(std::uint64_t value);                ///< 1204: of a line, which a number names
QString share(std::uint64_t part, std::uint64_t whole);  ///< 12.3 % or 12,3 %; "–" of nothing
/// Days are written as tables and exports write them: 04.03.2025 or 2025-03-04.
QString dayFormat();
QString dayText(std::int32_t day);                            ///< days since 1970 as a short date
QString dayRangeText(std::int32_t first, std::int32_t last);  ///< one date or "first – last"
QString monthText(std::int32_t day);                          ///< "Mar 2025"

}  // namespace undelivered
