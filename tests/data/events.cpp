// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/events.h"

#include <fmt/format.h>

#include "data/calendar.h"

namespace undelivered::samples {
namespace {

std::string uuid(Random& random) {
  return fmt::format("{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}", random.below(0xFFFFFFFFu), random.below(0x10000),
                     random.below(0x1000), random.below(0x1000), random.next() & 0xFFFFFFFFFFFFu);
}

class EventWriter {
 public:
  EventWriter(Random& random, Expectation& expectation) : m_random(random), m_expectation(expectation) {}

  std::string run(const std::vector<Message>& messages) {
    for (const Message& message : messages) {
      if (message.outcome != Outcome::Failed || message.channel == Channel::Letter) continue;
      const std::string line = event(message);
      m_text += line + "\n";
      if (m_index % 11 == 5 && m_recipients == 1) {  // the receiver was down: the same event up to three times again
        for (std::uint32_t n = m_random.below(3) + 1; n > 0; --n) {
          m_text += line + "\n";
          m_expectation.addIssue("repeatedEvent");
        }
      }
      if (m_index % 17 == 9) otherEvent(message);
      if (m_index == 30) {
        m_text += line.substr(0, line.size() * 2 / 3) + "\n";
        m_expectation.addIssue("invalidJson");
      }
      ++m_index;
    }
    return std::move(m_text);
  }

 private:
  std::string envelope(std::string_view type, const Message& message) {
    return fmt::format(
        R"({{"type":"{}","date":"{}","eventId":"{}","source":"ESCALATION","claim":{{"id":{},"merchantId":42,)"
        R"("referenceNumber":{},"customerNumber":{})",
        type, utcTime(toUtc(message.time)), uuid(m_random), 700000 + m_index, jsonText(message.reference),
        jsonText(message.customer));
  }

  std::string event(const Message& message) {
    Meaning meaning = meaningOf(message);
    m_recipients = 1;
    std::string text = envelope("MESSAGE_NOT_DELIVERED", message);
    text += fmt::format(R"(,"communication":{{"channel":"{}","reference":"{}")",
                        message.channel == Channel::Sms ? "SMS" : "EMAIL", message.messageId);
    const std::string code = message.code == "REJECTED" && m_index % 2  ? "REJECTD"
                             : message.code == "UNDELIV" && m_index % 2 ? "FAILED"
                                                                        : message.code;
    switch (m_index % 5) {
      case 0:  // old payload: no recipient, no code
        meaning.reason.clear();
        text += "}";
        break;
      case 1:
        text += fmt::format(R"(,"recipients":[{}],"errorCode":{}}})", jsonText(message.recipient), jsonText(code));
        break;
      case 2:
        text += fmt::format(R"(,"recipients":[{{"{}":{},"errorCode":{},"message":{}}}]}})",
                            message.channel == Channel::Sms ? "phone" : "email", jsonText(message.recipient),
                            jsonText(code), jsonText(message.diagnostic));
        break;
      case 3:
        text += fmt::format(R"(,"recipients":[{}]}},"reasonCode":{})", jsonText(message.recipient), jsonText(code));
        break;
      default:
        if (message.channel == Channel::Email) {
          text += fmt::format(R"(,"recipients":[{},"buchhaltung.{}@muster.example"],"errorCode":{}}})",
                              jsonText(message.recipient), message.customer.substr(2), jsonText(code));
          m_recipients = 2;
        } else {
          text += fmt::format(R"(,"recipients":[{}],"errorCode":{}}})", jsonText(message.recipient), jsonText(code));
        }
    }
    for (int i = 0; i < m_recipients; ++i) m_expectation.add(meaning);
    return text + "}}";
  }

  void otherEvent(const Message& message) {
    m_text += envelope("FEE_ADDED", message) + R"(},"actionStep":{"name":"Mahngebühr"}})" + "\n";
    m_expectation.addIssue("otherEvent");
  }

  Random& m_random;
  Expectation& m_expectation;
  std::string m_text;
  int m_index = 0;
  int m_recipients = 1;
};

}  // namespace

std::string jsonText(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    switch (c) {
      case '"':
        result += "\\\"";
        break;
      case '\\':
        result += "\\\\";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\r':
        result += "\\r";
        break;
      default:
        result += c;
    }
  }
  return result + "\"";
}

std::string writeEvents(const std::vector<Message>& messages, Random& random, Expectation& expectation) {
  return EventWriter(random, expectation).run(messages);
}

}  // namespace undelivered::samples
