// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/event_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/hash.h"

namespace undelivered {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using Role = EventKey::Role;

constexpr int kSearchDepth = 6;
constexpr std::size_t kLongestCode = 80;

/// Whether a text can be a code at all: ids, dates and addresses are told without asking the catalogue.
bool canBeCode(std::string_view text) {
  if (text.size() < 2 || text.size() > kLongestCode) return false;
  int digits = 0;
  for (char c : text) {
    if (c == '@' || c == ':') return false;
    digits += c >= '0' && c <= '9';
    if (digits > 4) return false;
  }
  return true;
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

void EventReader::search(element value, const EventKey& key, const Place& place, Found& found) {
  if (value.is_object() || value.is_array()) return searchMembers(value, key, place, found);
  const bool isText = value.is_string();
  const std::string_view word = isText ? value.get_string().value_unsafe() : std::string_view();
  if (isText && found.quality < kKnownUnderTellingKey && isKnown(word)) {
    const bool named = place.ofCode && key.namesItsObject;
    if (key.endsInName && !named && !key.tellsOfCode) return;  // a person may be called "Failed"
    const int quality = key.tellsOfCode ? kKnownUnderTellingKey : kKnown;
    if (quality > found.quality) found = {quality, word, found.slot};
  } else if (found.quality < kTextUnderCodeKey && (isText ? !word.empty() : value.is_number())) {
    takeUnknown(value, key, place, found);
  }
}

void EventReader::searchMembers(element value, const EventKey& key, const Place& place, Found& found) {
  using Part = Place::Part;
  if (place.depth >= kSearchDepth) return;
  Place inside{Part::Elsewhere, place.depth + 1, place.claim && !key.isCommunication,
               key.tellsOfCode && !key.tellsOfMore};
  if (key.role == Role::Claim && place.part == Part::Root) inside.part = Part::Claim;
  if (key.role == Role::Communication && (place.part == Part::Root || place.part == Part::Claim)) {
    inside.part = Part::Communication;
  }
  forMembers(value, [&](const EventKey& name, element member) {
    if (readField(member, name, inside.part)) return;
    search(member, name, inside, found);
  });
  simdjson::dom::array array;
  if (value.get(array) != simdjson::SUCCESS) return;
  const Place within{Part::Elsewhere, place.depth + 1, place.claim, place.ofCode};
  for (element member : array) search(member, key, within, found);
}

void EventReader::takeUnknown(element value, const EventKey& key, const Place& place, Found& found) {
  const bool named = place.ofCode && key.namesItsObject;
  if (!named && !key.tellsOfCode) return;
  // The claim has a status of its own, which is none of the message's.
  if (!key.isCode && (found.quality >= kText || place.claim || key.tellsOfMore)) return;
  if (value.is_number()) {
    if (!key.isCode && !named && !key.endsInCode) return;
    found.text = text(value, found.slot);
  } else {
    const std::string_view word = value.get_string().value_unsafe();
    if (!key.isCode && !canBeCode(word)) return;
    found.text = word;
  }
  found.quality = key.isCode ? kTextUnderCodeKey : kText;
}

void EventReader::take(Field field, element value) {
  std::string_view& target = (*m_event)[field];
  const std::string_view word = text(value, static_cast<std::size_t>(field));
  if (target.empty()) target = word;
}

bool EventReader::readField(element value, const EventKey& key, Place::Part part) {
  using Part = Place::Part;
  const auto takeIf = [&](bool here, Field field) {
    if (here) take(field, value);
    return here;
  };
  switch (key.role) {
    case Role::EventId:
      return takeIf(part == Part::Root, Field::EventId);
    case Role::Date:
      return takeIf(part == Part::Root, Field::Time);
    case Role::ReferenceNumber:
      return takeIf(part == Part::Claim, Field::Reference);
    case Role::CustomerNumber:
      return takeIf(part == Part::Claim, Field::Customer);
    case Role::Channel:
      return takeIf(part == Part::Communication, Field::Channel);
    case Role::MessageId:
      return takeIf(part == Part::Communication, Field::MessageId);
    case Role::Source:
      return part == Part::Root;
    case Role::Type:
      if (part == Part::Root && value.is_string()) m_type = value.get_string().value_unsafe();
      return part == Part::Root;
    case Role::Recipients:
    case Role::Recipient:
      if (part == Part::Communication) addRecipients(value);
      return key.role == Role::Recipients;
    default:
      if (key.isDiagnostic && value.is_string() && (part == Part::Root || part == Part::Communication))
        take(Field::Diagnostic, value);
      return false;
  }
}

EventReader::Verdict EventReader::read(element root, RecordView& event) {
  m_recipients.clear();
  m_type = {};
  m_event = &event;
  event.values = {};
  Found found;
  forMembers(root, [&](const EventKey& key, element value) {
    if (readField(value, key, Place::Part::Root)) return;
    search(value, key, {Place::Part::Root, 1, key.role == Role::Claim, false}, found);
  });
  if (m_type.data() == nullptr) return Verdict::NotAnEvent;
  if (m_type != m_plainTypeOf) {
    m_plainTypeOf = m_type;
    m_plainType = plainLetters(m_type);
  }
  event.failureEvent = m_plainType == "messagenotdelivered";
  if (!event.failureEvent) {
    if (m_plainType != "messagedelivered") return Verdict::OtherEvent;
    event[Field::Status] = "DELIVERED";
    found = {};  // what arrived has no reason
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
  forMembers(value, [&](const EventKey& key, element member) {
    simdjson::dom::array addresses;
    if (several || !key.isRecipient || member.get(addresses) != simdjson::SUCCESS) return;
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
  forMembers(value, [&](const EventKey& key, element member) {
    if (address.empty() && key.isRecipient) address = addressIn(member, depth + 1);
  });
  forMembers(value, [&](const EventKey&, element member) {
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
  forMembers(recipient.entry, [&](const EventKey& key, element value) {
    if (key.isRecipient) return;
    if (value.is_string() && key.isDiagnostic) event[Field::Diagnostic] = value.get_string().value_unsafe();
    if (event.failureEvent) search(value, key, {}, found);
  });
  // What is said of this recipient under a code's key holds, whatever is said of all; a word elsewhere does not.
  const bool underCodeKey = found.quality == kKnownUnderTellingKey || found.quality == kTextUnderCodeKey;
  if (found.quality > 0 && (underCodeKey || found.quality >= m_shared.quality)) event[Field::Code] = found.text;
}

}  // namespace undelivered
