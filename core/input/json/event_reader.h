// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "input/record_parser.h"

namespace undelivered {

/// Understands one event: what its keys mean. The views it hands out live until the next event.
class EventReader {
 public:
  explicit EventReader(KnownCode knownCode) : m_knownCode(std::move(knownCode)) {}

  enum class Verdict { Event, NotAnEvent, OtherEvent };
  /// Fills `event` with what all recipients share, and recipientCount() with how many there are (at least one).
  Verdict read(simdjson::dom::element root, RecordView& event);
  std::size_t recipientCount() const { return m_recipients.empty() ? 1 : m_recipients.size(); }
  /// `event` with what is said of one recipient.
  void readRecipient(std::size_t index, RecordView& event);
  std::string_view type() const { return m_type; }

 private:
  /// The best code found so far: 3 a known one under a telling key, 2 a known one, 1 a text under a code's key.
  struct Found {
    int quality = 0;
    std::string_view text;
  };
  struct Remembered {
    std::string text;
    bool known = false;
  };

  void search(simdjson::dom::element value, std::string_view key, int depth, Found& found);
  bool isKnown(std::string_view text);
  std::string_view text(simdjson::dom::element value, std::size_t slot);

  KnownCode m_knownCode;
  std::string_view m_type;
  std::vector<simdjson::dom::element> m_recipients;
  std::string_view m_sharedCode, m_sharedStatus, m_sharedDiagnostic;
  std::array<std::string, kFieldCount> m_numbers;  // texts of values that are numbers
  std::array<Remembered, 64> m_remembered;
};

}  // namespace undelivered
