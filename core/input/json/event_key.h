// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace undelivered {

/// The letters of a text, in lower case (ASCII).
std::string plainLetters(std::string_view text);

/// What a key of an event's JSON means, found out once for each key: an event has a dozen, and the next one the same.
struct EventKey {
  /// The keys that are documented (docs.collect.ai/docs/webhooks/event).
  enum class Role : std::uint8_t {
    Other,
    Type,
    EventId,
    Date,
    Source,
    Claim,
    Communication,
    ReferenceNumber,
    CustomerNumber,
    Channel,
    MessageId,  ///< of the communication: "reference" and the like
    Recipients,
    Recipient,
  };
  Role role = Role::Other;

  // What its letters say, regardless of case and of anything that is no letter.
  bool tellsOfCode = false;     ///< "error", "reason", "bounce", "status" or "code" is in it
  bool tellsOfMore = false;     ///< of something else about a code ("errorMessage"), or of another kind of code
  bool isCode = false;          ///< can only be a code's
  bool endsInCode = false;      ///< "…code", "…codes"
  bool namesItsObject = false;  ///< what the object that it stands in is about: the code, in an object called "error"
  bool endsInName = false;
  bool isCommunication = false;
  bool isDiagnostic = false;
  bool isRecipient = false;

  static EventKey of(std::string_view key);
};

/// Remembers the keys met, and which one followed each: events look alike, so the next key is mostly known before it is
/// read. One for each thread.
class EventKeys {
 public:
  const EventKey& of(std::string_view key) {
    Slot* next = m_last->next;
    if (!next || next->text != key) next = m_last->next = &find(key);
    m_last = next;
    return next->key;
  }

 private:
  struct Slot {
    std::string text;
    EventKey key;
    Slot* next = nullptr;
    bool used = false;
  };
  Slot& find(std::string_view key);

  std::array<Slot, 256> m_slots;  // by hash, or a few places behind
  Slot* m_last = m_slots.data();
};

}  // namespace undelivered
