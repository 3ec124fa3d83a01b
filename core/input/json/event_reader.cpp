// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/event_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/hash.h"

namespace undelivered {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr int kSearchDepth = 6;
constexpr std::size_t kLongestCode = 80;

/// Lower case, letters only.
std::string plainKey(std::string_view key) {
  std::string plain;
  for (char c : key) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (lower >= 'a' && lower <= 'z') plain += lower;
  }
  return plain;
}

bool tellsOfCode(std::string_view key) {
  const std::string plain = plainKey(key);
  for (std::string_view word : {"error", "reason", "bounce", "status", "code"}) {
    if (plain.find(word) != std::string::npos) return true;
  }
  return false;
}

bool isCodeKey(std::string_view key) {
  static constexpr std::array<std::string_view, 13> kKeys{
      "code",          "error",      "errorcode",         "errorreason",  "errortype",
      "reason",        "reasoncode", "bouncecode",        "bouncereason", "failurecode",
      "failurereason", "statuscode", "communicationerror"};
  return std::find(kKeys.begin(), kKeys.end(), plainKey(key)) != kKeys.end();
}

bool isDiagnosticKey(std::string_view key) {
  static constexpr std::array<std::string_view, 9> kKeys{"diagnostic",       "diagnosticcode", "diagnosticmessage",
                                                         "message",          "errormessage",   "description",
                                                         "errordescription", "smtpresponse",   "detail"};
  return std::find(kKeys.begin(), kKeys.end(), plainKey(key)) != kKeys.end();
}

bool isRecipientKey(std::string_view key) {
  static constexpr std::array<std::string_view, 12> kKeys{"email",        "emailaddress", "address", "recipient",
                                                          "phone",        "phonenumber",  "number",  "mobile",
                                                          "mobilenumber", "msisdn",       "to",      "value"};
  return std::find(kKeys.begin(), kKeys.end(), plainKey(key)) != kKeys.end();
}

/// Whether a text can be a code at all: ids, dates and addresses are told without asking the catalogue.
bool canBeCode(std::string_view text) {
  if (text.size() < 2 || text.size() > kLongestCode) return false;
  int digits = 0;
  for (char c : text) {
    if (c == '@' || c == ':') return false;
    digits += c >= '0' && c <= '9';
  }
  return digits <= 4;
}

template <class Visit>
void forMembers(element value, const Visit& visit) {
  simdjson::dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return;
  for (const auto& [key, member] : object) visit(key, member);
}

}  // namespace

bool EventReader::isKnown(std::string_view text) {
  if (!canBeCode(text)) return false;
  Remembered& slot = m_remembered[hashBytes(text) % m_remembered.size()];
  if (slot.text != text) slot = {std::string(text), m_knownCode && m_knownCode(text)};
  return slot.known;
}

std::string_view EventReader::text(element value, std::size_t slot) {
  std::string& number = m_numbers[slot];
  switch (value.type()) {
    case element_type::STRING:
      return value.get_string().value_unsafe();
    case element_type::INT64:
      return number = std::to_string(value.get_int64().value_unsafe());
    case element_type::UINT64:
      return number = std::to_string(value.get_uint64().value_unsafe());
    case element_type::DOUBLE:
      return number = fmt::format("{}", value.get_double().value_unsafe());
    default:
      return {};
  }
}

void EventReader::search(element value, std::string_view key, int depth, Found& found) {
  if (value.is_string()) {
    const std::string_view word = value.get_string().value_unsafe();
    if (found.quality < 3 && isKnown(word)) {
      const int quality = tellsOfCode(key) ? 3 : 2;
      if (quality > found.quality) found = {quality, word};
    } else if (found.quality < 1 && !word.empty() && isCodeKey(key)) {
      found = {1, word};
    }
    return;
  }
  if (depth >= kSearchDepth) return;
  forMembers(value, [&](std::string_view name, element member) {
    if (name != "recipients") search(member, name, depth + 1, found);
  });
  simdjson::dom::array array;
  if (value.get(array) == simdjson::SUCCESS) {
    for (element member : array) search(member, key, depth + 1, found);
  }
}

EventReader::Verdict EventReader::read(element root, RecordView& event) {
  m_recipients.clear();
  m_type = {};
  event.values = {};
  event.failureEvent = false;
  const auto take = [&](Field field, element value) {
    const std::string_view word = text(value, static_cast<std::size_t>(field));
    if (event[field].empty()) event[field] = word;
  };
  const auto communication = [&](std::string_view key, element value) {
    if (key == "channel") {
      take(Field::Channel, value);
    } else if (key == "reference" || key == "messageReference" || key == "messageId") {
      take(Field::MessageId, value);
    } else if (key == "recipients") {
      simdjson::dom::array list;
      if (value.get(list) == simdjson::SUCCESS) {
        for (element recipient : list) m_recipients.push_back(recipient);
      } else if (!value.is_null()) {
        m_recipients.push_back(value);
      }
    } else if (key == "recipient") {
      m_recipients.push_back(value);
    } else if (value.is_string() && isDiagnosticKey(key)) {
      take(Field::Diagnostic, value);
    }
  };
  bool hasType = false;
  forMembers(root, [&](std::string_view key, element value) {
    if (key == "type" && value.is_string()) {
      m_type = value.get_string().value_unsafe();
      hasType = true;
    } else if (key == "eventId") {
      take(Field::EventId, value);
    } else if (key == "date") {
      take(Field::Time, value);
    } else if (key == "claim") {
      forMembers(value, [&](std::string_view name, element member) {
        if (name == "referenceNumber") take(Field::Reference, member);
        if (name == "customerNumber") take(Field::Customer, member);
        if (name == "communication") forMembers(member, communication);
      });
    } else if (key == "communication") {
      forMembers(value, communication);
    } else if (value.is_string() && isDiagnosticKey(key)) {
      take(Field::Diagnostic, value);
    }
  });
  if (!hasType) return Verdict::NotAnEvent;
  const std::string type = plainKey(m_type);
  event.failureEvent = type == "messagenotdelivered";
  if (!event.failureEvent && type != "messagedelivered") return Verdict::OtherEvent;
  if (!event.failureEvent) event[Field::Status] = "DELIVERED";

  Found found;
  if (event.failureEvent) {
    forMembers(root, [&](std::string_view key, element value) {
      if (key != "type" && key != "source") search(value, key, 1, found);
    });
  }
  event[Field::Code] = m_sharedCode = found.text;
  m_sharedStatus = event[Field::Status];
  m_sharedDiagnostic = event[Field::Diagnostic];
  return Verdict::Event;
}

void EventReader::readRecipient(std::size_t index, RecordView& event) {
  event[Field::Recipient] = {};
  event[Field::Code] = m_sharedCode;
  event[Field::Status] = m_sharedStatus;
  event[Field::Diagnostic] = m_sharedDiagnostic;
  if (index >= m_recipients.size()) return;
  const element recipient = m_recipients[index];
  if (!recipient.is_object()) {
    event[Field::Recipient] = text(recipient, static_cast<std::size_t>(Field::Recipient));
    return;
  }
  Found found;
  forMembers(recipient, [&](std::string_view key, element value) {
    if (isRecipientKey(key) && event[Field::Recipient].empty()) {
      event[Field::Recipient] = text(value, static_cast<std::size_t>(Field::Recipient));
      return;
    }
    if (value.is_string() && isDiagnosticKey(key)) event[Field::Diagnostic] = value.get_string().value_unsafe();
    if (event.failureEvent) search(value, key, 1, found);
  });
  if (found.quality > 0) event[Field::Code] = found.text;
}

}  // namespace undelivered
