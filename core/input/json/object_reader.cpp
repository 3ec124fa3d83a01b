// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/object_reader.h"

#include <algorithm>

#include "input/encoding.h"
#include "input/json/envelope_keys.h"
#include "input/json/flatten.h"

namespace undelivered {
namespace {

using simdjson::dom::element;

constexpr std::size_t kShownBytes = 120;
constexpr std::size_t kMaxParts = 0xFFFF;

/// JSON that stands as a text, as far as its beginning tells; empty where it is none.
std::string_view jsonText(element value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return {};
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  const bool isJson = start != std::string_view::npos && (text[start] == '{' || text[start] == '[');
  return isJson ? text : std::string_view();
}

/// Whether one of the arrays that wrap events has an object in it, or the text of one.
bool wrapsObjects(element object) {
  return std::any_of(kEnvelopeArrays.begin(), kEnvelopeArrays.end(), [&](std::string_view key) {
    simdjson::dom::array array;
    if (object[key].get(array) != simdjson::SUCCESS) return false;
    return std::any_of(array.begin(), array.end(),
                       [](element each) { return each.is_object() || !jsonText(each).empty(); });
  });
}

/// The same of an object in it, as deep as envelopes are entered.
bool wrapsDeeper(element value, int depth) {
  simdjson::dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return false;
  if (wrapsObjects(value)) return true;
  return depth > 0 && std::any_of(object.begin(), object.end(),
                                  [&](const auto& member) { return wrapsDeeper(member.value, depth - 1); });
}

}  // namespace

void ObjectReader::tell(IssueKind kind, std::string_view detail) {
  if (!m_onlyPart) m_sink->issue(kind, m_view.line, detail);
}

bool ObjectReader::isWanted(std::size_t part) {
  if (part != *m_onlyPart) return false;
  m_partFound = true;
  if (m_originals) *m_originals = flatten(m_enveloped ? simdjson::minify(m_object) : std::string(m_json));
  return true;
}

inline void ObjectReader::handOn(std::size_t recipient) {
  const std::size_t part = m_part++;
  if (part > kMaxParts) return;
  m_view.part = static_cast<std::uint16_t>(part);
  m_view.recipientIndex = static_cast<std::uint16_t>(recipient);
  if (m_onlyPart && !isWanted(part)) return;
  m_sink->record(m_view);
}

ObjectReader::Found ObjectReader::readEvent(element object) {
  m_tree.read(object, m_keys);
  return readTree(m_tree.root());
}

inline ObjectReader::Found ObjectReader::readTree(const EventNode& event) {
  switch (m_events.read(event, m_view)) {
    case EventReader::Verdict::NotAnEvent:
      return Found::Nothing;
    case EventReader::Verdict::OtherEvent:
      m_type = m_events.type();
      return Found::OtherEvent;
    case EventReader::Verdict::Event:
      break;
  }
  m_view.provider = kNoProvider;
  for (std::size_t i = 0; i < std::min(m_events.recipientCount(), kMaxParts); ++i) {
    m_events.readRecipient(i, m_view);
    handOn(i);
  }
  return Found::Records;
}

ObjectReader::Found ObjectReader::readShape(element object) {
  switch (m_shapes.read(object)) {
    case ShapeReader::Verdict::Unknown:
      return Found::Nothing;
    case ShapeReader::Verdict::LeftOut:
      m_lastProvider = m_shapes.provider();
      m_type = m_shapes.shape().label.at("en");
      return Found::OtherEvent;
    case ShapeReader::Verdict::Records:
      break;
  }
  m_lastProvider = m_shapes.provider();
  for (std::size_t i = 0; i < m_shapes.recordCount(); ++i) {
    m_shapes.readRecord(i, m_view);
    handOn(i);
  }
  return Found::Records;
}

void ObjectReader::readObject(element object, int depth) {
  m_object = object;
  m_enveloped = depth > 0;
  Found found = m_providersFirst ? readShape(object) : readEvent(object);
  m_isEvent = !m_providersFirst && found == Found::Records && depth == 0;
  if (found == Found::Records) return;
  if (m_providersFirst && found == Found::Nothing) {
    found = readEvent(object);
  } else if (!m_providersFirst) {
    const Found asShape = readShape(object);
    if (asShape != Found::Nothing) found = asShape;
  }
  if (found == Found::Records) return;
  if (found == Found::OtherEvent) return tell(IssueKind::OtherEvent, m_type);
  if (depth < kMostEnvelopes && unwrap(object, depth)) return;
  if (isSendRequest(object)) return tell(IssueKind::OtherEvent, "a request to send a message");
  tell(IssueKind::NotAnEvent, toUtf8(beginningOf(depth == 0 ? m_json : simdjson::minify(object), kShownBytes)));
}

void ObjectReader::readArrays(element object, int depth) {
  simdjson::dom::object members;
  if (object.get(members) != simdjson::SUCCESS) return;
  // Those under other keys too: what is in them is read or told, but not passed over in silence.
  for (const auto& [key, value] : members) {
    simdjson::dom::array array;
    if (value.get(array) != simdjson::SUCCESS) continue;
    for (element each : array) {
      if (each.is_object()) {
        readObject(each, depth + 1);
      } else if (const std::string_view json = jsonText(each); !json.empty()) {
        readText(json, depth);
      }
    }
  }
}

bool ObjectReader::unwrapDeeper(element object, int depth) {
  simdjson::dom::object members;
  if (object.get(members) != simdjson::SUCCESS) return false;
  bool any = false;
  for (const auto& [key, value] : members) {
    if (!wrapsDeeper(value, kMostEnvelopes - depth - 1)) continue;
    any = true;
    readObject(value, depth + 1);
  }
  return any;
}

bool ObjectReader::unwrap(element object, int depth) {
  if (wrapsObjects(object)) return readArrays(object, depth), true;
  element inner;
  for (std::string_view key : kEnvelopeObjects) {
    if (object[key].get(inner) == simdjson::SUCCESS && inner.is_object()) return readObject(inner, depth + 1), true;
  }
  for (std::string_view key : kEnvelopeTexts) {
    if (object[key].get(inner) != simdjson::SUCCESS) continue;
    if (const std::string_view json = jsonText(inner); !json.empty()) return readText(json, depth), true;
  }
  return unwrapDeeper(object, depth);
}

void ObjectReader::readText(std::string_view json, int depth) {
  element root;
  const auto error = m_inner[static_cast<std::size_t>(depth)].parse(json.data(), json.size()).get(root);
  if (error != simdjson::SUCCESS) return tell(IssueKind::InvalidJson, toUtf8(beginningOf(json, kShownBytes)));
  simdjson::dom::array array;
  if (root.get(array) == simdjson::SUCCESS) {
    for (element each : array) readObject(each, depth + 1);
    return;
  }
  readObject(root, depth + 1);
}

void ObjectReader::start(std::string_view json, const Place& place, RecordSink& sink) {
  m_sink = &sink;
  m_json = json;
  m_view.offset = place.offset;
  m_view.line = place.line;
  m_view.padded = false;
  m_part = 0;
}

void ObjectReader::read(element root, std::string_view json, const Place& place, RecordSink& sink) {
  start(json, place, sink);
  std::string_view text;
  root.get(text) == simdjson::SUCCESS ? readText(text, 0) : readObject(root, 0);
}

bool ObjectReader::readMatched(std::string_view json, const Place& place, RecordSink& sink) {
  start(json, place, sink);
  m_view.padded = true;  // its texts are the block's own
  if (!m_providersFirst) return readTree(m_layouts.root()) == Found::Records;
  readPlanned();
  return true;
}

void ObjectReader::readPlanned() {
  const ShapePlan& plan = m_shapeLayouts.plan();
  for (const ShapePlan::Item& item : plan.items()) {
    m_lastProvider = item.shape->provider;
    if (item.shape->shape->leftOut) {
      tell(IssueKind::OtherEvent, item.shape->shape->label.at("en"));
      continue;
    }
    plan.fill(item, m_shapeLayouts.object(), m_view);
    handOn(item.recipient);
  }
}

void ObjectReader::learn(std::string_view json) {
  if (m_providersFirst) return m_shapeLayouts.learn(json);
  if (m_isEvent) m_layouts.learn(json, m_keys);
}

bool ObjectReader::readPart(element root, std::string_view json, const Place& place, std::uint16_t part,
                            RecordSink& sink, OriginalFields* originals) {
  m_onlyPart = part;
  m_originals = originals;
  m_partFound = false;
  read(root, json, place, sink);
  m_onlyPart.reset();
  m_originals = nullptr;
  return m_partFound;
}

bool isSendRequest(element object) {
  return object["messageReferenceId"].error() == simdjson::SUCCESS && object["claimId"].error() == simdjson::SUCCESS;
}

std::optional<ProviderIndex> providerOf(element root, std::string_view json) {
  struct First final : RecordSink {
    bool record(const RecordView& record) override {
      if (!provider) provider = record.provider;
      return true;
    }
    void issue(IssueKind, std::uint32_t, std::string_view) override {}
    std::optional<ProviderIndex> provider;
  } first;
  ObjectReader reader(true, [](std::string_view) { return false; });
  reader.read(root, json, {}, first);
  return first.provider ? first.provider : reader.lastProvider();
}

}  // namespace undelivered
