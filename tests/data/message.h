// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace undelivered::samples {

/// A reading of a clock on a wall in Germany.
using WallTime = std::chrono::local_seconds;

enum class Channel : std::uint8_t { Email, Sms, Letter };
enum class Outcome : std::uint8_t { Delivered, Failed, Pending };

/// One communication with a customer and what became of it. All text is UTF-8.
struct Message {
  WallTime time;
  Channel channel = Channel::Email;
  Outcome outcome = Outcome::Delivered;
  std::string code;  ///< main code of the catalogue, or one unknown to it; empty unless failed
  std::string recipient, name, customer, reference, messageId, scenario, diagnostic;
  std::uint32_t cents = 0;
};

}  // namespace undelivered::samples
