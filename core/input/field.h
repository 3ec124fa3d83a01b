// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace undelivered {

/// What a column or key of a log can mean to the product.
enum class Field : std::uint8_t {
  Time,
  Code,    ///< reason code
  Status,  ///< delivery status, where it stands apart from the code
  Channel,
  Recipient,  ///< address or number
  Customer,   ///< the tenant's customer number
  Reference,  ///< the claim's reference number
  MessageId,
  EventId,     ///< unique per event; a repeated one is the same event delivered again
  Diagnostic,  ///< raw text of the receiving server or network
};
inline constexpr std::size_t kFieldCount = 10;
inline constexpr std::array kFields{Field::Time,      Field::Code,      Field::Status,    Field::Channel,
                                    Field::Recipient, Field::Customer,  Field::Reference, Field::MessageId,
                                    Field::EventId,   Field::Diagnostic};

/// "time", "code", "status", "channel", "recipient", "customer", "reference", "messageId", "eventId", "diagnostic".
std::string_view name(Field field);
/// The field of that name, regardless of ASCII case.
std::optional<Field> fieldFromName(std::string_view text);

/// The field that a column header means, by English and German names, regardless of case and of separators.
std::optional<Field> fieldOfHeader(std::string_view header);

}  // namespace undelivered
