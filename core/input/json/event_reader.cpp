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

bool tellsOfCode(std::string_view plain) {
  for (std::string_view word : {"error", "reason", "bounce", "status", "code"}) {
    if (plain.find(word) != std::string_view::npos) return true;
  }
  return false;
}

bool isCodeKey(std::string_view plain) {
  static constexpr std::array<std::string_view, 13> kKeys{
      "code",          "error",      "errorcode",         "errorreason",  "errortype",
      "reason",        "reasoncode", "bouncecode",        "bouncereason", "failurecode",
      "failurereason", "statuscode", "communicationerror"};
  if (plain.ends_with('s')) plain.remove_suffix(1);  // "errorCodes"
  return std::find(kKeys.begin(), kKeys.end(), plain) != kKeys.end();
}

/// Whether a key that tells of a code ("error" in it, ...) tells of something else about it, or of another kind of
/// code.
bool tellsOfMore(std::string_view plain) {
  for (std::string_view word : {"message", "text", "description", "detail", "date", "time", "count", "url", "country",
                                "language", "currency", "post", "zip", "diagnostic", "response"}) {
    if (plain.find(word) != std::string_view::npos) return true;
  }
  return false;
}

/// Whether a key names what the object that it stands in is about: the code, in an object called "error".
bool namesItsObject(std::string_view plain) {
  static constexpr std::array<std::string_view, 7> kKeys{"type", "subtype", "name", "value", "id", "key", "kind"};
  return std::find(kKeys.begin(), kKeys.end(), plain) != kKeys.end();
}

bool isDiagnosticKey(std::string_view key) {
  static constexpr std::array<std::string_view, 9> kKeys{"diagnostic",       "diagnosticcode", "diagnosticmessage",
                                                         "message",          "errormessage",   "description",
                                                         "errordescription", "smtpresponse",   "detail"};
  return std::find(kKeys.begin(), kKeys.end(), plainKey(key)) != kKeys.end();
}

bool isRecipientKey(std::string_view key) {
  static constexpr std::array<std::string_view, 14> kKeys{
      "email",  "emailaddress", "address", "recipient", "phone", "phonenumber", "number",
      "mobile", "mobilenumber", "msisdn",  "to",        "value", "mail",        "contact"};
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

void EventReader::search(element value, std::string_view key, const Place& place, Found& found) {
  if (value.is_object() || value.is_array()) {
    if (place.depth >= kSearchDepth) return;
    const std::string plain = plainKey(key);
    const Place inside{place.depth + 1, place.claim && plain != "communication",
                       tellsOfCode(plain) && !tellsOfMore(plain)};
    forMembers(value, [&](std::string_view name, element member) {
      if (name != "recipients") search(member, name, inside, found);
    });
    simdjson::dom::array array;
    if (value.get(array) != simdjson::SUCCESS) return;
    for (element member : array) search(member, key, {place.depth + 1, place.claim, place.ofCode}, found);
    return;
  }
  const bool isText = value.is_string();
  const std::string_view word = isText ? value.get_string().value_unsafe() : std::string_view();
  if (isText && found.quality < kKnownUnderTellingKey && isKnown(word)) {
    const std::string plain = plainKey(key);
    const bool named = place.ofCode && namesItsObject(plain);
    if (plain.ends_with("name") && !named && !tellsOfCode(plain)) return;  // a person may be called "Failed"
    const int quality = tellsOfCode(plain) ? kKnownUnderTellingKey : kKnown;
    if (quality > found.quality) found = {quality, word, found.slot};
  } else if (found.quality < kTextUnderCodeKey && (isText ? !word.empty() : value.is_number())) {
    takeUnknown(value, plainKey(key), place, found);
  }
}

void EventReader::takeUnknown(element value, std::string_view plain, const Place& place, Found& found) {
  const bool named = place.ofCode && namesItsObject(plain);
  if (!named && !tellsOfCode(plain)) return;
  const bool ofCodes = isCodeKey(plain);
  // The claim has a status of its own, which is none of the message's.
  if (!ofCodes && (found.quality >= kText || place.claim || tellsOfMore(plain))) return;
  if (value.is_number()) {
    if (!ofCodes && !named && !plain.ends_with("code") && !plain.ends_with("codes")) return;
    found.text = text(value, found.slot);
  } else {
    const std::string_view word = value.get_string().value_unsafe();
    if (!ofCodes && !canBeCode(word)) return;
    found.text = word;
  }
  found.quality = ofCodes ? kTextUnderCodeKey : kText;
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
    } else if (key == "recipients" || key == "recipient") {
      addRecipients(value);
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
      if (key != "type" && key != "source") search(value, key, {1, key == "claim", false}, found);
    });
  }
  m_shared = found;
  event[Field::Code] = found.text;
  m_sharedStatus = event[Field::Status];
  m_sharedDiagnostic = event[Field::Diagnostic];
  return Verdict::Event;
}

void EventReader::addRecipients(element value) {
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    for (element recipient : list) addRecipients(recipient);
    return;
  }
  if (value.is_null()) return;
  bool several = false;
  forMembers(value, [&](std::string_view key, element member) {
    simdjson::dom::array addresses;
    if (several || !isRecipientKey(key) || member.get(addresses) != simdjson::SUCCESS) return;
    for (element address : addresses) m_recipients.push_back({value, address});
    several = addresses.size() > 0;
  });
  if (!several) m_recipients.push_back({value, value});
}

/// The address in a recipient: a text, a number, or an object that has it somewhere.
std::string_view EventReader::addressIn(element value, int depth) {
  std::string_view address = text(value, static_cast<std::size_t>(Field::Recipient));
  if (!address.empty() || depth > kSearchDepth) return address;
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS && list.size() > 0) return addressIn(list.at(0), depth + 1);
  forMembers(value, [&](std::string_view key, element member) {
    if (address.empty() && isRecipientKey(key)) address = addressIn(member, depth + 1);
  });
  forMembers(value, [&](std::string_view, element member) {
    if (address.empty() && member.is_object()) address = addressIn(member, depth + 1);
  });
  return address;
}

void EventReader::readRecipient(std::size_t index, RecordView& event) {
  event[Field::Recipient] = {};
  event[Field::Code] = m_shared.text;
  event[Field::Status] = m_sharedStatus;
  event[Field::Diagnostic] = m_sharedDiagnostic;
  if (index >= m_recipients.size()) return;
  const Recipient& recipient = m_recipients[index];
  event[Field::Recipient] = addressIn(recipient.address, 1);
  if (!recipient.entry.is_object()) return;
  Found found{kNothing, {}, kRecipientsCode};
  forMembers(recipient.entry, [&](std::string_view key, element value) {
    if (isRecipientKey(key)) return;
    if (value.is_string() && isDiagnosticKey(key)) event[Field::Diagnostic] = value.get_string().value_unsafe();
    if (event.failureEvent) search(value, key, {1, false, false}, found);
  });
  // What is said of this recipient under a code's key holds, whatever is said of all; a word elsewhere does not.
  const bool underCodeKey = found.quality == kKnownUnderTellingKey || found.quality == kTextUnderCodeKey;
  if (found.quality > 0 && (underCodeKey || found.quality >= m_shared.quality)) event[Field::Code] = found.text;
}

}  // namespace undelivered
