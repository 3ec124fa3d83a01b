// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace undelivered {

/// The columns of table, sort and export: one list for all of them.
enum class ColumnId : std::uint8_t {
  Time,
  Channel,
  Recipient,
  Customer,
  Reference,
  ReasonCode,
  ReasonTitle,
  Persistence,
  Actionability,
  Phase,
  Outcome,
  Explanation,
  Action,
  Diagnostic,
  MessageId,
  SourceFile,
  Line,
};
inline constexpr std::array kColumns{
    ColumnId::Time,       ColumnId::Channel,     ColumnId::Recipient,   ColumnId::Customer,      ColumnId::Reference,
    ColumnId::ReasonCode, ColumnId::ReasonTitle, ColumnId::Persistence, ColumnId::Actionability, ColumnId::Phase,
    ColumnId::Outcome,    ColumnId::Explanation, ColumnId::Action,      ColumnId::Diagnostic,    ColumnId::MessageId,
    ColumnId::SourceFile, ColumnId::Line};

/// The name in command lines: "time", "channel", "recipient", "customer", "reference", "reason", "title",
/// "persistence", "actionability", "phase", "outcome", "explanation", "action", "diagnostic", "messageId", "file",
/// "line".
std::string_view name(ColumnId column);
std::optional<ColumnId> columnFromName(std::string_view text);

}  // namespace undelivered
