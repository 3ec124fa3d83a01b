// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/names.h"
#include "query/column.h"
#include "query/summary.h"

namespace undelivered {
namespace {

constexpr NameTable<Dimension, 10> kDimensionNames{{{Dimension::Reason, "reason"},
                                                    {Dimension::Channel, "channel"},
                                                    {Dimension::Outcome, "outcome"},
                                                    {Dimension::Persistence, "persistence"},
                                                    {Dimension::Actionability, "actionability"},
                                                    {Dimension::Phase, "phase"},
                                                    {Dimension::Day, "day"},
                                                    {Dimension::Week, "week"},
                                                    {Dimension::Month, "month"},
                                                    {Dimension::Source, "source"}}};
constexpr NameTable<ColumnId, kColumns.size()> kColumnNames{{{ColumnId::Time, "time"},
                                                             {ColumnId::Channel, "channel"},
                                                             {ColumnId::Recipient, "recipient"},
                                                             {ColumnId::Customer, "customer"},
                                                             {ColumnId::Reference, "reference"},
                                                             {ColumnId::ReasonCode, "reason"},
                                                             {ColumnId::ReasonTitle, "title"},
                                                             {ColumnId::Persistence, "persistence"},
                                                             {ColumnId::Actionability, "actionability"},
                                                             {ColumnId::Phase, "phase"},
                                                             {ColumnId::Outcome, "outcome"},
                                                             {ColumnId::Explanation, "explanation"},
                                                             {ColumnId::Action, "action"},
                                                             {ColumnId::Diagnostic, "diagnostic"},
                                                             {ColumnId::MessageId, "messageId"},
                                                             {ColumnId::SourceFile, "file"},
                                                             {ColumnId::Line, "line"}}};

}  // namespace

std::string_view name(Dimension dimension) { return nameIn(kDimensionNames, dimension); }
std::optional<Dimension> dimensionFromName(std::string_view text) { return valueIn(kDimensionNames, text); }
std::string_view name(ColumnId column) { return nameIn(kColumnNames, column); }
std::optional<ColumnId> columnFromName(std::string_view text) { return valueIn(kColumnNames, text); }

}  // namespace undelivered
