// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "input/json/event_tree.h"
#include "input/record_parser.h"

namespace undelivered {

/// Understands one event: what its keys mean. The views it hands out live as long as the event's.
class EventReader {
 public:
  explicit EventReader(KnownCode knownCode) : m_knownCode(std::move(knownCode)) {}

  enum class Verdict { Event, NotAnEvent, OtherEvent };
  /// Fills `event` with what all recipients share, and recipientCount() with how many there are (at least one).
  Verdict read(const EventNode& root, RecordView& event);
  std::size_t recipientCount() const { return m_recipients.empty() ? 1 : m_recipients.size(); }
  /// `event` with what is said of one recipient.
  void readRecipient(std::size_t index, RecordView& event);
  std::string_view type() const { return m_type; }

 private:
  /// How good a find is, from the worst to the best.
  enum Quality : int {
    kNothing,
    kText,                  ///< what can be a code, under a key with "error", "reason", ... in it
    kTextUnderCodeKey,      ///< a text under a key that can only be a code's
    kKnown,                 ///< a code of the catalogue, wherever it stands
    kKnownUnderTellingKey,  ///< the same under a key with "error", "reason", ... in it
  };
  /// The best code found so far.
  struct Found {
    int quality = kNothing;
    std::string_view text;
  };
  /// Where a search is.
  struct Place {
    enum class Part : std::uint8_t { Root, Claim, Communication, Elsewhere };
    Part part = Part::Elsewhere;  ///< whose documented keys are looked for, to fill m_event
    int depth = 1;
    bool claim = false;   ///< in the claim, outside of its communication
    bool ofCode = false;  ///< in an object whose key tells of a code
  };
  struct Recipient {
    const EventNode* entry = nullptr;    ///< all that is said of it
    const EventNode* address = nullptr;  ///< the entry, or one of several addresses in it
  };
  struct Remembered {
    std::string text;
    bool known = false;
  };

  void addRecipients(const EventNode& value);
  std::string_view addressIn(const EventNode& value, int depth);
  void search(const EventNode& value, const EventKey& key, const Place& place, Found& found);
  void searchMembers(const EventNode& value, const EventKey& key, const Place& place, Found& found);
  /// A text or number that the catalogue does not know, where its key says that it is a code.
  void takeUnknown(const EventNode& value, const EventKey& key, const Place& place, Found& found);
  bool isKnown(std::string_view text);

  /// Calls visit(what its key means, value) for each member of an object.
  template <class Visit>
  static void forMembers(const EventNode& value, const Visit& visit) {
    if (value.isObject()) value.forEach([&](const EventNode& member) { visit(member.key, member); });
  }
  /// What an event tells outside of its codes.
  /// Whether the key is documented there for something else than a code.
  bool readField(const EventNode& value, const EventKey& key, Place::Part part);
  void take(Field field, const EventNode& value);

  KnownCode m_knownCode;
  RecordView* m_event = nullptr;  // that is being filled
  std::string_view m_type;
  std::string m_plainTypeOf, m_plainType;  // of the event before: mostly of the same type
  std::vector<Recipient> m_recipients;
  Found m_shared;
  std::string_view m_sharedStatus, m_sharedDiagnostic;
  std::array<Remembered, 64> m_remembered;
};

}  // namespace undelivered
