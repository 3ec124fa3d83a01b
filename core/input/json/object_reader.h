// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

#include "input/json/envelope_keys.h"
#include "input/json/event_layout.h"
#include "input/json/event_reader.h"
#include "input/json/shape_layouts.h"
#include "input/json/shape_reader.h"
#include "input/record_parser.h"

namespace undelivered {

/// Understands one object of a JSON log, whoever wrote it: an event of collect.AI, an object of a provider's shape, or
/// an envelope around some of them (a notification of Amazon SNS, a dump of a queue, an event of EventBridge, the
/// answer of an interface). One for each thread.
class ObjectReader {
 public:
  /// `providersFirst`: the log's objects are a provider's, as far as the recogniser saw.
  ObjectReader(bool providersFirst, KnownCode knownCode)
      : m_providersFirst(providersFirst), m_events(std::move(knownCode)) {}

  struct Place {
    std::uint64_t offset = 0;  ///< of the object in the log
    std::uint32_t line = 0;    ///< as in RecordView
  };
  /// Hands on every record of the object, and tells what is none. `json` is the object's text. An object can stand as a
  /// text in quotes itself.
  void read(simdjson::dom::element root, std::string_view json, const Place& place, RecordSink& sink);
  /// The size of the object that `text` starts with, if it is laid out as one that was learned; else 0.
  /// Block::kPadding bytes behind the text are readable.
  std::size_t match(std::string_view text) {
    return m_providersFirst ? m_shapeLayouts.match(text) : m_layouts.match(text);
  }
  /// read() of the object that was just matched, without parsing it. False, and nothing done, where it has no records.
  bool readMatched(std::string_view json, const Place& place, RecordSink& sink);
  /// To match others like the object that was just read, which stands on one line, is valid and was not matched.
  void learn(std::string_view json);
  /// Hands on the object's record of that part alone, `originals`, where given, all that its event says; false where
  /// there is none.
  bool readPart(simdjson::dom::element root, std::string_view json, const Place& place, std::uint16_t part,
                RecordSink& sink, OriginalFields* originals);
  /// Whose shape was met last, if only that of an event which is no record.
  std::optional<ProviderIndex> lastProvider() const { return m_lastProvider; }

 private:
  enum class Found { Records, OtherEvent, Nothing };
  void start(std::string_view json, const Place& place, RecordSink& sink);
  void readObject(simdjson::dom::element object, int depth);
  Found readEvent(simdjson::dom::element object);
  Found readTree(const EventNode& event);
  Found readShape(simdjson::dom::element object);
  void readPlanned();
  /// Every object of every array that it has.
  void readArrays(simdjson::dom::element object, int depth);
  /// Reads what an envelope holds; false for what is none.
  bool unwrap(simdjson::dom::element object, int depth);
  /// The same of one whose arrays stand in an object in it, whatever that is called.
  bool unwrapDeeper(simdjson::dom::element object, int depth);
  void readText(std::string_view json, int depth);
  void handOn(std::size_t recipient);
  /// Whether the part is the only one that is asked for; takes all that its event says.
  bool isWanted(std::size_t part);
  void tell(IssueKind kind, std::string_view detail);

  bool m_providersFirst;
  EventKeys m_keys;
  EventTree m_tree;
  EventLayouts m_layouts;
  ShapeLayouts m_shapeLayouts;
  EventReader m_events;
  ShapeReader m_shapes;
  std::array<simdjson::dom::parser, kMostEnvelopes> m_inner;  // for JSON that stands as a text in another
  RecordView m_view;
  std::string_view m_json;
  simdjson::dom::element m_object;  // that the record in m_view is of
  bool m_enveloped = false;
  bool m_isEvent = false;   // the object that was read last is one by itself
  std::string_view m_type;  // of an event that is no record
  std::optional<ProviderIndex> m_lastProvider;
  RecordSink* m_sink = nullptr;
  std::size_t m_part = 0;
  std::optional<std::size_t> m_onlyPart;
  bool m_partFound = false;
  OriginalFields* m_originals = nullptr;
};

/// Whether it is what collect.AI sends to somebody who is to send a message
/// (docs.collect.ai/docs/webhooks/messaging), which says nothing about its delivery.
bool isSendRequest(simdjson::dom::element object);

/// Whose object it is, in an envelope or without: kNoProvider for an event of collect.AI. Nothing where nobody's.
std::optional<ProviderIndex> providerOf(simdjson::dom::element root, std::string_view json);

}  // namespace undelivered
