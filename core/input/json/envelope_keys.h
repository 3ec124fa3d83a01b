// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace undelivered {

/// The arrays of objects in what wraps events: Lambda and S3 (Records), answers of Infobip, Twilio, Vonage, Sinch,
/// Mailgun and Postmark and of the command line of SQS.
inline constexpr std::array<std::string_view, 10> kEnvelopeArrays{
    "Records", "results", "messages", "Messages", "records", "items", "events", "Bounces", "data", "delivery_reports"};
/// The objects in what wraps one event: EventBridge, Mailgun's webhooks, Lambda behind SNS, receivers of webhooks.
inline constexpr std::array<std::string_view, 5> kEnvelopeObjects{"detail", "event-data", "Sns", "body", "payload"};
/// The texts of JSON in what wraps one event: SNS (docs.aws.amazon.com/sns/latest/dg/http-notification-json.html), SQS.
inline constexpr std::array<std::string_view, 4> kEnvelopeTexts{"Message", "body", "Body", "payload"};
/// How many envelopes an object may stand in.
inline constexpr int kMostEnvelopes = 4;

inline bool isEnvelopeArray(std::string_view key) {
  return std::find(kEnvelopeArrays.begin(), kEnvelopeArrays.end(), key) != kEnvelopeArrays.end();
}
inline bool isEnvelopeObject(std::string_view key) {
  return std::find(kEnvelopeObjects.begin(), kEnvelopeObjects.end(), key) != kEnvelopeObjects.end();
}

}  // namespace undelivered
