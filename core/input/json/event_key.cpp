// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/event_key.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"

namespace undelivered {
namespace {

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t N>
bool holdsOneOf(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

EventKey::Role roleOf(std::string_view key) {
  using Role = EventKey::Role;
  static constexpr std::array kRoles{
      std::pair{std::string_view("type"), Role::Type},
      std::pair{std::string_view("eventId"), Role::EventId},
      std::pair{std::string_view("date"), Role::Date},
      std::pair{std::string_view("source"), Role::Source},
      std::pair{std::string_view("claim"), Role::Claim},
      std::pair{std::string_view("communication"), Role::Communication},
      std::pair{std::string_view("referenceNumber"), Role::ReferenceNumber},
      std::pair{std::string_view("customerNumber"), Role::CustomerNumber},
      std::pair{std::string_view("channel"), Role::Channel},
      std::pair{std::string_view("reference"), Role::MessageId},
      std::pair{std::string_view("messageReference"), Role::MessageId},
      std::pair{std::string_view("messageId"), Role::MessageId},
      std::pair{std::string_view("recipients"), Role::Recipients},
      std::pair{std::string_view("recipient"), Role::Recipient},
  };
  for (const auto& [name, role] : kRoles) {
    if (key == name) return role;
  }
  return Role::Other;
}

}  // namespace

std::string plainLetters(std::string_view text) {
  std::string plain;
  for (char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (lower >= 'a' && lower <= 'z') plain += lower;
  }
  return plain;
}

EventKey EventKey::of(std::string_view key) {
  static constexpr std::array<std::string_view, 5> kOfCode{"error", "reason", "bounce", "status", "code"};
  static constexpr std::array<std::string_view, 15> kOfMore{
      "message", "text",     "description", "detail", "date", "time",       "count",   "url",
      "country", "language", "currency",    "post",   "zip",  "diagnostic", "response"};
  static constexpr std::array<std::string_view, 13> kCodes{
      "code",          "error",      "errorcode",         "errorreason",  "errortype",
      "reason",        "reasoncode", "bouncecode",        "bouncereason", "failurecode",
      "failurereason", "statuscode", "communicationerror"};
  static constexpr std::array<std::string_view, 7> kNames{"type", "subtype", "name", "value", "id", "key", "kind"};
  static constexpr std::array<std::string_view, 9> kDiagnostics{
      "diagnostic",  "diagnosticcode",   "diagnosticmessage", "message", "errormessage",
      "description", "errordescription", "smtpresponse",      "detail"};
  static constexpr std::array<std::string_view, 14> kRecipients{
      "email",  "emailaddress", "address", "recipient", "phone", "phonenumber", "number",
      "mobile", "mobilenumber", "msisdn",  "to",        "value", "mail",        "contact"};

  const std::string plain = plainLetters(key);
  std::string_view singular = plain;
  if (singular.ends_with('s')) singular.remove_suffix(1);  // "errorCodes"
  EventKey result;
  result.role = roleOf(key);
  result.tellsOfCode = holdsOneOf(plain, kOfCode);
  result.tellsOfMore = holdsOneOf(plain, kOfMore);
  result.isCode = isOneOf(singular, kCodes);
  result.endsInCode = singular.ends_with("code");
  result.namesItsObject = isOneOf(plain, kNames);
  result.endsInName = plain.ends_with("name");
  result.isCommunication = plain == "communication";
  result.isDiagnostic = isOneOf(plain, kDiagnostics);
  result.isRecipient = isOneOf(plain, kRecipients);
  return result;
}

EventKeys::Slot& EventKeys::find(std::string_view key) {
  constexpr std::size_t kPlaces = 4;
  const std::size_t hash = hashBytes(key);
  for (std::size_t i = 0; i < kPlaces; ++i) {
    Slot& slot = m_slots[(hash + i) % m_slots.size()];
    if (slot.used && slot.text == key) return slot;
    if (!slot.used) return slot = {std::string(key), EventKey::of(key), nullptr, true};
  }
  // More keys than there are places have names that are data: what is remembered of one of them makes room.
  Slot& slot = m_slots[hash % m_slots.size()];
  return slot = {std::string(key), EventKey::of(key), nullptr, true};
}

}  // namespace undelivered
