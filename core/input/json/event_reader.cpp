// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/event_reader.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/short_text.h"

namespace undelivered {
namespace {

using Role = EventKey::Role;

constexpr int kSearchDepth = 6;
constexpr std::size_t kShortestCode = 2, kLongestCode = 80;

constexpr std::array<char, kPaddedBytes> kPaddedDelivered{'D', 'E', 'L', 'I', 'V', 'E', 'R', 'E', 'D'};
constexpr std::string_view kDelivered(kPaddedDelivered.data(), 9);

/// Whether a text can be a code at all: ids, dates and addresses are told without asking the catalogue.
bool canBeCode(std::string_view text) {
  if (text.size() < kShortestCode || text.size() > kLongestCode) return false;
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
  if (text.size() < kShortestCode || text.size() > kLongestCode) return false;
  Remembered& slot = m_remembered[hashBytes(text) % m_remembered.size()];
  if (slot.text == text) return slot.known;
  if (!canBeCode(text)) return false;
  slot = {std::string(text), m_knownCode && m_knownCode(text)};
  return slot.known;
}

void EventReader::search(const EventNode& value, const EventKey& key, const Place& place, Found& found) {
  if (value.isObject() || value.isArray()) return searchMembers(value, key, place, found);
  const bool isText = value.isText();
  const std::string_view word = value.text;
  if (isText && found.quality < kKnownUnderTellingKey && isKnown(word)) {
    const bool named = place.ofCode && key.namesItsObject;
    if (key.endsInName && !named && !key.tellsOfCode) return;  // a person may be called "Failed"
    const int quality = key.tellsOfCode ? kKnownUnderTellingKey : kKnown;
    if (quality > found.quality) found = {quality, word};
  } else if (found.quality < kTextUnderCodeKey && !word.empty()) {
    takeUnknown(value, key, place, found);
  }
}

void EventReader::searchMembers(const EventNode& value, const EventKey& key, const Place& place, Found& found) {
  using Part = Place::Part;
  if (place.depth >= kSearchDepth) return;
  Place inside{Part::Elsewhere, place.depth + 1, place.claim && !key.isCommunication,
               key.tellsOfCode && !key.tellsOfMore};
  if (key.role == Role::Claim && place.part == Part::Root) inside.part = Part::Claim;
  if (key.role == Role::Communication && (place.part == Part::Root || place.part == Part::Claim)) {
    inside.part = Part::Communication;
  }
  forMembers(value, [&](const EventKey& name, const EventNode& member) {
    if (readField(member, name, inside.part)) return;
    search(member, name, inside, found);
  });
  if (!value.isArray()) return;
  const Place within{Part::Elsewhere, place.depth + 1, place.claim, place.ofCode};
  value.forEach([&](const EventNode& member) { search(member, key, within, found); });
}

void EventReader::takeUnknown(const EventNode& value, const EventKey& key, const Place& place, Found& found) {
  const bool named = place.ofCode && key.namesItsObject;
  if (!named && !key.tellsOfCode) return;
  // The claim has a status of its own, which is none of the message's.
  if (!key.isCode && (found.quality >= kText || place.claim || key.tellsOfMore)) return;
  if (value.isNumber()) {
    if (!key.isCode && !named && !key.endsInCode) return;
  } else if (!key.isCode && !canBeCode(value.text)) {
    return;
  }
  found.text = value.text;
  found.quality = key.isCode ? kTextUnderCodeKey : kText;
}

void EventReader::take(Field field, const EventNode& value) {
  std::string_view& target = (*m_event)[field];
  if (target.empty()) target = value.text;
}

bool EventReader::readField(const EventNode& value, const EventKey& key, Place::Part part) {
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
      if (part == Part::Root && value.isText()) m_type = value.text;
      return part == Part::Root;
    case Role::Recipients:
    case Role::Recipient:
      if (part == Part::Communication) addRecipients(value);
      return key.role == Role::Recipients;
    default:
      if (key.isDiagnostic && value.isText() && (part == Part::Root || part == Part::Communication))
        take(Field::Diagnostic, value);
      return false;
  }
}

EventReader::Verdict EventReader::read(const EventNode& root, RecordView& event) {
  m_recipients.clear();
  m_type = {};
  m_event = &event;
  event.values = {};
  Found found;
  forMembers(root, [&](const EventKey& key, const EventNode& value) {
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
    event[Field::Status] = kDelivered;
    found = {};  // what arrived has no reason
  }
  m_shared = found;
  event[Field::Code] = found.text;
  m_sharedStatus = event[Field::Status];
  m_sharedDiagnostic = event[Field::Diagnostic];
  return Verdict::Event;
}

void EventReader::addRecipients(const EventNode& value) {
  if (value.isArray()) return value.forEach([&](const EventNode& recipient) { addRecipients(recipient); });
  if (value.type == EventNode::Type::Null) return;
  bool several = false;
  forMembers(value, [&](const EventKey& key, const EventNode& member) {
    if (several || !key.isRecipient || !member.isArray()) return;
    member.forEach([&](const EventNode& address) { m_recipients.push_back({&value, &address}); });
    several = member.size > 1;
  });
  if (!several) m_recipients.push_back({&value, &value});
}

/// The address in a recipient: a text, a number, or an object that has it somewhere.
std::string_view EventReader::addressIn(const EventNode& value, int depth) {
  std::string_view address = value.text;
  if (!address.empty() || depth > kSearchDepth) return address;
  if (value.isArray() && value.size > 1) return addressIn(*(&value + 1), depth + 1);
  forMembers(value, [&](const EventKey& key, const EventNode& member) {
    if (address.empty() && key.isRecipient) address = addressIn(member, depth + 1);
  });
  forMembers(value, [&](const EventKey&, const EventNode& member) {
    if (address.empty() && member.isObject()) address = addressIn(member, depth + 1);
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
  event[Field::Recipient] = addressIn(*recipient.address, 1);
  if (!recipient.entry->isObject()) return;
  Found found;
  forMembers(*recipient.entry, [&](const EventKey& key, const EventNode& value) {
    if (key.isRecipient) return;
    if (value.isText() && key.isDiagnostic) event[Field::Diagnostic] = value.text;
    if (event.failureEvent) search(value, key, {}, found);
  });
  // What is said of this recipient under a code's key holds, whatever is said of all; a word elsewhere does not.
  const bool underCodeKey = found.quality == kKnownUnderTellingKey || found.quality == kTextUnderCodeKey;
  if (found.quality > 0 && (underCodeKey || found.quality >= m_shared.quality)) event[Field::Code] = found.text;
}

}  // namespace undelivered
